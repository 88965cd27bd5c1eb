"""The numbers that the network learns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from lib.network.geometry import Geometry
from lib.network.validate import Array, broadcast_leading, finite_array


@dataclass(frozen=True, slots=True, eq=False)
class Parameters:
    """One shared kernel and one dense weight a window; no biases.

    Attributes:
        kernel: ``w_{mn}``, shape (..., kh, kw).
        dense: ``w_a, w_b, …``, shape (..., windows), in the windows' row-major order.

    Leading axes broadcast: (32, 1, 3, 3) with (32, 1, 4) is 32 networks, ready for a batch.

    Raises:
        ValueError: wrong number of axes, NaN, infinity, or leading axes that do not broadcast.
    """

    kernel: Array
    dense: Array

    def __init__(self, kernel: ArrayLike, dense: ArrayLike) -> None:
        kernel = finite_array("kernel", kernel, 2, "(..., kh, kw)")
        dense = finite_array("dense", dense, 1, "(..., windows)")
        broadcast_leading(kernel=kernel.shape[:-2], dense=dense.shape[:-1])
        object.__setattr__(self, "kernel", kernel)
        object.__setattr__(self, "dense", dense)

    def geometry(self, image_shape: tuple[int, ...]) -> Geometry:
        """The index structure of these parameters on an image of shape (..., H, W).

        Raises:
            ValueError: fewer than two axes, a kernel larger than the image, or the number of dense
                weights is not the number of windows.
        """
        if len(image_shape) < 2:
            raise ValueError(f"image: got shape {image_shape}, wanted (..., H, W)")
        kh, kw = self.kernel.shape[-2:]
        h, w = image_shape[-2:]
        geometry = Geometry((h, w), (kh, kw))
        if self.dense.shape[-1] != geometry.window_count:
            raise ValueError(
                f"dense: got shape {self.dense.shape}, wanted (..., {geometry.window_count}) "
                f"for a {kh}×{kw} kernel on a {h}×{w} image"
            )
        return geometry

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Parameters):
            return NotImplemented
        return np.array_equal(self.kernel, other.kernel) and np.array_equal(self.dense, other.dense)

    __hash__ = None  # type: ignore[assignment]  # arrays inside
