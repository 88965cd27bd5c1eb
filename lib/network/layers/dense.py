"""The dense layer: each output a weighted sum of all cells."""

from __future__ import annotations

import numpy as np

from lib.network.validate import Array


def forward(cells: Array, weights: Array, bias: Array | None) -> Array:
    """α_k = c_k + Σ_j w_{kj} · o_j.

    Args:
        cells: ``o``, all maps in one row, shape (..., J).
        weights: ``w``, shape (..., K, J).
        bias: ``c``, shape (..., K), or None.

    Returns:
        ``α``, shape (..., K).
    """
    alpha = np.einsum("...kj,...j->...k", weights, cells)
    return alpha if bias is None else alpha + bias


def weight_gradient(cells: Array, delta: Array) -> Array:
    """∂L/∂w_{kj} = ∂L/∂α_k · o_j, shape (..., K, J)."""
    return delta[..., :, None] * cells[..., None, :]


def bias_gradient(delta: Array) -> Array:
    """∂L/∂c_k = ∂L/∂α_k, shape (..., K)."""
    return delta


def cell_gradient(weights: Array, delta: Array) -> Array:
    """∂L/∂o_j = Σ_k ∂L/∂α_k · w_{kj}, shape (..., J)."""
    return np.einsum("...k,...kj->...j", delta, weights)
