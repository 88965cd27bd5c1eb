"""Softmax and cross-entropy: one class of several; the label is 1 for its class, else 0."""

from __future__ import annotations

import numpy as np

from lib.network.loss import LARGEST
from lib.network.validate import Array


def output(alpha: Array) -> Array:
    """y_k = e^{α_k} / Σ_j e^{α_j}; the largest α is taken off first, so that nothing overflows."""
    powers = np.exp(alpha - alpha.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def loss(alpha: Array, label: Array) -> Array:
    """L = −Σ_k yy_k·log y_k = Σ_k yy_k·log Σ_j e^{α_j − α_k}."""
    apart = alpha[..., None, :] - alpha[..., :, None]
    return (label * np.logaddexp.reduce(apart, axis=-1)).sum(axis=-1)


def by_output(alpha: Array, label: Array) -> Array:
    """∂L/∂y_k = −yy_k/y_k, with 1/y_k = Σ_j e^{α_j − α_k}; held at ±1.8e308 where y_k is 0."""
    apart = alpha[..., None, :] - alpha[..., :, None]
    with np.errstate(over="ignore"):
        inverse = np.minimum(np.exp(apart).sum(axis=-1), LARGEST)
    return 0.0 - label * inverse


def by_alpha(alpha: Array, label: Array) -> Array:
    """∂L/∂α_k = y_k − yy_k.

    For the true class that is −Σ_{j≠k} y_j, which keeps its digits where y_k has rounded to 1.
    """
    y = output(alpha)
    others = y @ (1.0 - np.eye(y.shape[-1]))
    return (1.0 - label) * y - label * others
