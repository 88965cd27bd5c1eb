"""Binary cross-entropy and its two first derivatives, from α where the textbook uses y_out (N3–N5).

Written in y_out the loss loses digits as soon as y_out rounds towards 0 or 1. With
1 − y_out = σ(−α) every formula keeps them: log σ(α) = −log(1+e^{-α}).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from lib.network.sigmoid import sigmoid
from lib.network.validate import Array, broadcast_leading, finite_array, label_array

LARGEST = float(np.finfo(np.float64).max)


def binary_cross_entropy(alpha: ArrayLike, label: ArrayLike) -> Array:
    """L = −[yy·log y_out + (1−yy)·log(1−y_out)] with y_out = σ(α): N3, natural log (N1).

    Args:
        alpha: ``α``, shape (...), any finite number.
        label: ``yy``, shape (...), in [0, 1].

    Returns:
        The loss in nats, shape (...), never negative.

    Raises:
        ValueError: NaN, infinity, a label outside [0, 1], or shapes that do not broadcast.
    """
    alpha, label = finite_array("alpha", alpha, 0, "(...)"), label_array(label)
    broadcast_leading(alpha=alpha.shape, label=label.shape)
    return label * np.logaddexp(0.0, -alpha) + (1.0 - label) * np.logaddexp(0.0, alpha)


def loss_slope_at_alpha(alpha: Array, label: Array) -> Array:
    """∂L/∂α = y_out − yy, shape (...), range [−1, 1].

    Split by class, (1−yy)·σ(α) − yy·σ(−α), it keeps every digit where y_out has rounded to 0 or 1.
    """
    return (1.0 - label) * sigmoid(alpha) - label * sigmoid(-alpha)


def loss_slope_at_output(alpha: Array, label: Array) -> Array:
    """∂L/∂y_out = −yy/y_out + (1−yy)/(1−y_out), N5, shape (...).

    With 1/y_out = 1+e^{-α} and 1/(1−y_out) = 1+e^{α} nothing is divided by a rounded 0. Past
    |α| ≈ 709 the true value of a wrong answer exceeds every float64; it is held at ±1.8e308.
    """
    return _odds(1.0 - label, alpha) - _odds(label, -alpha)


def _odds(weight: Array, x: Array) -> Array:
    """weight·(1+e^{x}), held at the largest float64; 0 for a weight of 0, however large e^{x}."""
    with np.errstate(over="ignore", invalid="ignore"):
        product = np.where(weight == 0.0, 0.0, weight * (1.0 + np.exp(x)))
    return np.minimum(product, LARGEST)
