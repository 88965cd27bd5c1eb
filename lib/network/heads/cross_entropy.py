"""σ and binary cross-entropy, the notes' head (N3–N7)."""

from __future__ import annotations

from lib.network.loss import binary_cross_entropy, loss_slope_at_alpha, loss_slope_at_output
from lib.network.sigmoid import sigmoid
from lib.network.validate import Array


def output(alpha: Array) -> Array:
    """y_k = σ(α_k)."""
    return sigmoid(alpha)


def loss(alpha: Array, label: Array) -> Array:
    """L = −Σ_k [yy_k·log y_k + (1−yy_k)·log(1−y_k)]; labels in [0, 1]."""
    return binary_cross_entropy(alpha, label).sum(axis=-1)


def by_output(alpha: Array, label: Array) -> Array:
    """∂L/∂y_k = −yy_k/y_k + (1−yy_k)/(1−y_k)."""
    return loss_slope_at_output(alpha, label)


def by_alpha(alpha: Array, label: Array) -> Array:
    """∂L/∂α_k = y_k − yy_k."""
    return loss_slope_at_alpha(alpha, label)
