"""The bare arithmetic of a step of other networks, written by hand as ``bare`` is for the notes'.

3×3 kernels with biases, ReLU, at most a 2×2 max pool, one dense layer with biases, one sigmoid or
softmax. No classes, nothing recorded, no optimiser but w −= η·g.
"""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from lib.network import Architecture

Array = NDArray[np.float64]


def train(
    net: Architecture, images: Array, labels: Array, weights: Array, rate: float, steps: int
) -> None:
    """Full-batch gradient descent on images (n, 1, H, W) and labels (n, K), moving ``weights``."""
    count, kernels, outputs = len(images), net.kernels, net.outputs
    rows, columns = net.map_shape
    windows = sliding_window_view(images[:, 0], (3, 3), axis=(1, 2))
    pooled = net.pool == "max"
    if pooled:  # the four cells of a pool lie four stretches apart
        parts = windows.reshape(count, rows // 2, 2, columns // 2, 2, 9)
        members = parts.transpose(5, 2, 4, 1, 3, 0).reshape(9, -1)
        cells = rows * columns // 4
    else:
        members = windows.reshape(count, rows * columns, 9).transpose(2, 1, 0).reshape(9, -1)
        cells = rows * columns
    seen = np.ascontiguousarray(members)
    across = seen.T
    ends = np.cumsum([9 * kernels, kernels, outputs * kernels * cells])
    kernel, bias, dense, dense_bias = (
        part.reshape(shape)
        for part, shape in zip(
            np.split(weights, ends),
            ((kernels, 9), (kernels, 1), (outputs, kernels * cells), (outputs, 1)),
            strict=True,
        )
    )
    gradient = np.empty_like(weights)
    d_kernel, d_bias, d_dense, d_dense_bias = (
        part.reshape(shape)
        for part, shape in zip(
            np.split(gradient, ends),
            ((kernels, 9), (kernels, 1), (outputs, kernels * cells), (outputs, 1)),
            strict=True,
        )
    )
    s = np.empty((kernels, seen.shape[1]))
    d_s = np.empty_like(s)
    four = s.reshape(kernels, 4, -1) if pooled else s[:, None]
    d_four = d_s.reshape(kernels, 4, -1) if pooled else d_s[:, None]
    last = np.empty((kernels, cells * count)) if pooled else s
    d_last = np.empty_like(last) if pooled else d_s
    slope = np.empty_like(last)
    best = np.empty_like(last) if pooled else last
    wins, free = np.empty((2, *last.shape), dtype=bool)
    flat, d_flat = last.reshape(-1, count), d_last.reshape(-1, count)
    alpha, row = np.empty((outputs, count)), np.empty((1, count))
    targets = np.ascontiguousarray(labels.T)
    ones_s, ones = np.ones((s.shape[1], 1)), np.ones((count, 1))
    zero, one, share = np.asarray(0.0), np.asarray(1.0), np.asarray(1.0 / count)
    softmax = net.head == "softmax"
    for _ in range(steps):
        np.dot(kernel, seen, s)
        np.add(s, bias, s)
        if pooled:
            np.maximum(four[:, 0], four[:, 1], out=best)
            np.maximum(best, four[:, 2], out=best)
            np.maximum(best, four[:, 3], out=best)
        np.maximum(best, zero, out=last)
        np.dot(dense, flat, alpha)
        np.add(alpha, dense_bias, alpha)
        if softmax:
            np.max(alpha, axis=0, out=row, keepdims=True)
            np.subtract(alpha, row, alpha)
            np.exp(alpha, alpha)
            np.sum(alpha, axis=0, out=row, keepdims=True)
            np.divide(alpha, row, alpha)
        else:
            np.negative(alpha, alpha)
            np.exp(alpha, alpha)
            np.add(alpha, one, alpha)
            np.reciprocal(alpha, alpha)
        np.subtract(alpha, targets, alpha)
        np.dot(alpha, flat.T, d_dense)
        np.dot(alpha, ones, d_dense_bias)
        np.dot(dense.T, alpha, d_flat)
        np.greater(last, zero, slope)
        np.multiply(d_last, slope, d_last)
        if pooled:
            np.copyto(free, True)
            for k in range(4):
                np.equal(four[:, k], best, wins)
                np.logical_and(wins, free, wins)
                np.greater(free, wins, free)
                np.multiply(wins, d_last, d_four[:, k])
        np.dot(d_s, across, d_kernel)
        np.dot(d_s, ones_s, d_bias)
        np.multiply(gradient, share, gradient)
        weights -= rate * gradient
