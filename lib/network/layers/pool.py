"""The pool: of cells side by side the largest or their mean.

Of equal largest cells the first in row order is the one that is taken, as PyTorch has it.
"""

from __future__ import annotations

import numpy as np

from lib.network.architecture import Pool
from lib.network.validate import Array

Sides = tuple[int, int]


def forward(kind: Pool, o: Array, sides: Sides) -> Array:
    """p_{ij} = max or mean of the cells o_{i·h+m, j·w+n}.

    Args:
        kind: ``max`` or ``average``.
        o: a map, shape (..., R, S).
        sides: h and w, which divide R and S.

    Returns:
        Shape (..., R/h, S/w).
    """
    cells = members(o, sides)
    return cells.max(axis=-1) if kind == "max" else cells.mean(axis=-1)


def backward(kind: Pool, o: Array, delta: Array, sides: Sides) -> Array:
    """∂L/∂o_{ij} = ∂L/∂p where o_{ij} is the first largest, else 0; or ∂L/∂p / (h·w) for the mean.

    Args:
        kind, o, sides: as in ``forward``.
        delta: ``∂L/∂p``, shape (..., R/h, S/w).

    Returns:
        Shape (..., R, S).
    """
    cells = members(o, sides)
    share = share_of_largest(cells) if kind == "max" else share_of_mean(cells)
    return _side_by_side(share * delta[..., None], sides)


def share_of_largest(cells: Array) -> Array:
    """∂p/∂o of each cell of a maximum: 1 for the first of the largest, 0 for the others."""
    return (np.arange(cells.shape[-1]) == cells.argmax(axis=-1)[..., None]).astype(np.float64)


def share_of_mean(cells: Array) -> Array:
    """∂p/∂o of each cell of a mean: one over their number."""
    return np.full_like(cells, 1.0 / cells.shape[-1])


def members(o: Array, sides: Sides) -> Array:
    """The cells that become one, in row order: shape (..., R/h, S/w, h·w)."""
    (*leading, rows, columns), (h, w) = o.shape, sides
    apart = o.reshape(*leading, rows // h, h, columns // w, w)
    return np.moveaxis(apart, -3, -2).reshape(*leading, rows // h, columns // w, h * w)


def _side_by_side(cells: Array, sides: Sides) -> Array:
    """``members`` turned round: shape (..., R/h, S/w, h·w) to (..., R, S)."""
    (*leading, rows, columns, _), (h, w) = cells.shape, sides
    apart = cells.reshape(*leading, rows, columns, h, w)
    return np.moveaxis(apart, -2, -3).reshape(*leading, rows * h, columns * w)
