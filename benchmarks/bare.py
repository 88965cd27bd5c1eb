"""The bare arithmetic of a step: the NumPy calls that it cannot do without, and nothing else.

No classes, nothing recorded, no optimiser but w −= η·g. What a run costs beyond this is the price
of its curves and its memory.
"""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Array = NDArray[np.float64]


def train(images: Array, labels: Array, weights: Array, rate: float, steps: int) -> None:
    """Full-batch gradient descent on images (n, 4, 4), moving ``weights`` (13,) in place."""
    count = len(images)
    windows = sliding_window_view(images, (3, 3), axis=(1, 2)).reshape(count, 4, 9)
    rows = np.ascontiguousarray(-windows.transpose(1, 0, 2)).reshape(4 * count, 9)
    columns, zero = rows.T, 1.0 - labels
    kernel, dense, dense_column = weights[:9], weights[9:], weights[9:, None]
    gradient = np.empty(13)
    d_kernel, d_dense = gradient[:9], gradient[9:]
    s, slope, error = np.empty(4 * count), np.empty((4, count)), np.empty(count)
    o, flat = s.reshape(4, count), slope.reshape(-1)
    one, share = np.asarray(1.0), np.asarray(1.0 / count)
    for _ in range(steps):
        np.dot(rows, kernel, s)
        np.exp(s, s)
        np.add(s, one, s)
        np.reciprocal(s, s)
        np.dot(dense, o, error)
        np.exp(error, error)
        np.add(error, one, error)
        np.reciprocal(error, error)
        np.subtract(zero, error, error)
        np.dot(o, error, d_dense)
        np.multiply(o, o, slope)
        np.subtract(slope, o, slope)
        np.multiply(slope, error, slope)
        np.multiply(slope, dense_column, slope)
        np.dot(columns, flat, d_kernel)
        np.multiply(gradient, share, gradient)
        weights -= rate * gradient
