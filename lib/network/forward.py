"""The forward pass: image → windows → feature map → α → y_out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from lib.network.convolution import correlate
from lib.network.parameters import Parameters
from lib.network.sigmoid import sigmoid
from lib.network.validate import Array, broadcast_leading, finite_array, no_overflow, spread


@dataclass(frozen=True, slots=True, eq=False)
class Values:
    """Every value of a forward pass. ``...`` is the common leading shape of parameters and image.

    Attributes:
        s: pre-activations ``s_k``, shape (..., windows).
        o: feature map ``o_{ij}``, row-major, shape (..., windows), in [0, 1].
        alpha: ``α``, shape (...).
        y_out: ``y_out``, shape (...), in [0, 1].
    """

    s: Array
    o: Array
    alpha: Array
    y_out: Array


def forward(parameters: Parameters, image: ArrayLike) -> Values:
    """Run the network on an image ``a_{pq}`` of shape (..., H, W).

    The kernel is not flipped (cross-correlation), stride 1, no padding.

    Raises:
        ValueError: the image has too few axes, NaN or infinity, or does not fit the parameters; or
            the numbers are so large that a sum exceeds float64.
    """
    image = finite_array("image", image, 2, "(..., H, W)")
    parameters.geometry(image.shape)
    kernel, dense = parameters.kernel, parameters.dense
    leading = broadcast_leading(
        image=image.shape[:-2], kernel=kernel.shape[:-2], dense=dense.shape[:-1]
    )

    # s_{ij} = Σ_{m,n} w_{mn} · a_{i+m, j+n}
    s = correlate(image, kernel)
    s = s.reshape(*s.shape[:-2], -1)
    # o_{ij} = σ(s_{2i+j})
    o = sigmoid(s)
    # α = w_a·o_{00} + w_b·o_{01} + w_c·o_{10} + w_d·o_{11}                              (N8)
    with np.errstate(over="ignore", invalid="ignore"):
        alpha = no_overflow("alpha", np.einsum("...k,...k->...", dense, o))
    # y_out = σ(α)
    y_out = sigmoid(alpha)
    return Values(
        s=spread(s, leading, 1),
        o=spread(o, leading, 1),
        alpha=spread(alpha, leading, 0),
        y_out=spread(y_out, leading, 0),
    )
