"""One example with its weights, given number by number: to train on, or to start from."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from lib.network import GEOMETRY
from lib.network.validate import Array

_SHAPES = {
    "image": (GEOMETRY.pixel_count,),
    "kernel": (GEOMETRY.kernel_count,),
    "dense": (GEOMETRY.window_count,),
    "label": (),
}


@dataclass(frozen=True, slots=True)
class Given:
    """A 4×4 image, its label and the 13 weights; the notes' own where nothing is said.

    Attributes:
        image: ``a_{pq}``, 16 finite numbers, row by row.
        kernel: ``w_{mn}``, 9 finite numbers, row by row.
        dense: ``w_a … w_d``, 4 finite numbers.
        label: ``yy``, in [0, 1].

    Raises:
        ValueError: a wrong count, or a number out of range.
    """

    image: tuple[float, ...] = (
        *(0.2, 0.5, 0.1, 0.4),
        *(0.9, 0.3, 0.8, 0.6),
        *(0.7, 1.0, 0.0, 0.5),
        *(0.1, 0.6, 0.4, 0.2),
    )
    kernel: tuple[float, ...] = (0.5, -0.3, 0.2, -0.6, 0.8, 0.1, 0.4, -0.5, 0.7)
    dense: tuple[float, ...] = (1.2, -0.8, 0.5, -1.5)
    label: float = 1.0

    def __post_init__(self) -> None:
        for field in fields(self):
            value, shape = getattr(self, field.name), _SHAPES[field.name]
            if np.shape(value) != shape or not np.isfinite(value).all():
                raise ValueError(f"{field.name}: wanted finite numbers of shape {shape}")
            row = tuple(float(number) for number in np.atleast_1d(value))
            object.__setattr__(self, field.name, row if shape else row[0])
        if not 0 <= self.label <= 1:
            raise ValueError(f"label: got {self.label}, wanted 0 to 1")

    @property
    def weights(self) -> Array:
        """Kernel row by row, then dense weights, shape (13,)."""
        return np.array([*self.kernel, *self.dense])

    @property
    def image_array(self) -> Array:
        """The image as (4, 4)."""
        return np.reshape(self.image, GEOMETRY.image_shape).astype(np.float64)


NOTES = Given()
"""The notes' own example."""
