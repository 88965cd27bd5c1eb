"""Fewer points for the screen, without losing a peak."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lib.network.validate import Array


def thin(values: Array, points: int = 500) -> NDArray[np.int64]:
    """Which entries of a curve to draw: the lowest and the highest of each of points/2 stretches.

    The first and the last entry are always drawn, and the curve's extremes are among the rest.

    Args:
        values: shape (n,); NaN is passed over where it can be.
        points: about how many to keep, at least 2.

    Returns:
        Positions in rising order, shape (at most points + 2,); all of them when n is small enough.

    Raises:
        ValueError: fewer than 2 points.
    """
    if points < 2:
        raise ValueError(f"points: got {points}, wanted 2 or more")
    count = len(values)
    if count <= points:
        return np.arange(count)
    stretch = -(-count // (points // 2))
    whole = count // stretch * stretch
    rows = values[:whole].reshape(-1, stretch)
    starts = np.arange(len(rows)) * stretch
    lowest = np.where(np.isnan(rows), np.inf, rows).argmin(axis=1) + starts
    highest = np.where(np.isnan(rows), -np.inf, rows).argmax(axis=1) + starts
    rest = values[whole:]
    of_rest = [whole + int(np.argmin(rest)), whole + int(np.argmax(rest))] if len(rest) else []
    return np.unique(np.concatenate([lowest, highest, [0, count - 1, *of_rest]]).astype(np.int64))
