"""Squared error on α itself."""

from __future__ import annotations

import numpy as np

from lib.network.validate import Array


def loss(alpha: Array, label: Array) -> Array:
    """L = Σ_k (α_k − yy_k)²; any label."""
    return np.square(alpha - label).sum(axis=-1)


def by_alpha(alpha: Array, label: Array) -> Array:
    """∂L/∂α_k = 2·(α_k − yy_k)."""
    return 2.0 * (alpha - label)
