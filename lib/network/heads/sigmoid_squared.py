"""σ and squared error: here σ′(α) stays in the gradient."""

from __future__ import annotations

import numpy as np

from lib.network.loss import loss_slope_at_alpha
from lib.network.sigmoid import sigmoid, sigmoid_slope
from lib.network.validate import Array


def output(alpha: Array) -> Array:
    """y_k = σ(α_k)."""
    return sigmoid(alpha)


def loss(alpha: Array, label: Array) -> Array:
    """L = Σ_k (y_k − yy_k)²; labels in [0, 1]. y − yy by its stable form, as in cross-entropy."""
    return np.square(loss_slope_at_alpha(alpha, label)).sum(axis=-1)


def by_output(alpha: Array, label: Array) -> Array:
    """∂L/∂y_k = 2·(y_k − yy_k)."""
    return 2.0 * loss_slope_at_alpha(alpha, label)


def by_alpha(alpha: Array, label: Array) -> Array:
    """∂L/∂α_k = 2·(y_k − yy_k)·σ′(α_k)."""
    return by_output(alpha, label) * sigmoid_slope(alpha)
