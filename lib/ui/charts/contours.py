"""Contour lines of a surface given on a grid: marching squares, all cells at once."""

from __future__ import annotations

import numpy as np

from lib.network.validate import Array

# the corners of a cell, and the edges from each corner to the next: below, right, above, left
_CORNERS = ((0, 0), (0, 1), (1, 1), (1, 0))


def contour(x: Array, y: Array, surface: Array, level: float) -> Array:
    """The line where the surface has this level, as segments that are not in any order.

    Args:
        x, y: where the columns and the rows are, shapes (n,) and (m,).
        surface: shape (m, n).

    Returns:
        Shape (segments, 4): x, y of one end, then of the other.
    """
    rows, columns = (count - 1 for count in surface.shape)
    heights = [surface[i : i + rows, j : j + columns].ravel() - level for i, j in _CORNERS]
    places = [
        np.stack(np.meshgrid(x[j : j + columns], y[i : i + rows]), axis=-1).reshape(-1, 2)
        for i, j in _CORNERS
    ]
    crossings, crossed = [], []
    for k in range(4):
        here, there = heights[k], heights[(k + 1) % 4]
        cross = (here > 0.0) != (there > 0.0)
        share = here / np.where(cross, here - there, 1.0)
        crossings.append(places[k] + share[:, None] * (places[(k + 1) % 4] - places[k]))
        crossed.append(cross)
    edges, crosses = np.stack(crossings, axis=1), np.stack(crossed, axis=1)
    count = crosses.sum(axis=1)
    plain, saddle = count == 2, count == 4
    pairs = [edges[plain][crosses[plain]].reshape(-1, 4)]
    # four crossings: the cell's middle says which corners hang together
    middle = np.mean(heights, axis=0) > 0.0
    alike = saddle & (middle == (heights[0] > 0.0))
    other = saddle & ~alike
    pairs += [edges[alike][:, [0, 1]].reshape(-1, 4), edges[alike][:, [2, 3]].reshape(-1, 4)]
    pairs += [edges[other][:, [3, 0]].reshape(-1, 4), edges[other][:, [1, 2]].reshape(-1, 4)]
    return np.concatenate(pairs)
