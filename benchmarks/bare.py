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
    columns = np.ascontiguousarray(-windows.transpose(2, 1, 0)).reshape(9, 4 * count)
    kernel, dense, dense_column = weights[:9], weights[9:], weights[9:, None]
    gradient, zero = np.empty(13), 1.0 - labels
    d_kernel, d_dense = gradient[:9], gradient[9:]
    s, d_alpha = np.empty(4 * count), np.empty(count)
    d_o, d_s = np.empty((2, 4, count))
    o, flat, row = s.reshape(4, count), d_s.reshape(-1), d_alpha[None]
    one, share = np.asarray(1.0), np.asarray(1.0 / count)
    for _ in range(steps):
        np.dot(kernel, columns, s)
        np.exp(s, s)
        np.add(s, one, s)
        np.reciprocal(s, s)
        np.dot(dense, o, d_alpha)
        np.exp(d_alpha, d_alpha)
        np.add(d_alpha, one, d_alpha)
        np.reciprocal(d_alpha, d_alpha)
        np.subtract(zero, d_alpha, d_alpha)
        np.dot(o, d_alpha, d_dense)
        np.dot(dense_column, row, d_o)
        np.multiply(o, o, d_s)
        np.subtract(d_s, o, d_s)
        np.multiply(d_s, d_o, d_s)
        np.dot(columns, flat, d_kernel)
        np.multiply(gradient, share, gradient)
        weights -= rate * gradient
