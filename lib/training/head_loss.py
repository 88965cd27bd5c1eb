"""Mean loss and accuracy of many states at once, from α, for any head with an α."""

from __future__ import annotations

import numpy as np

from lib.network.architecture import Head
from lib.network.loss import loss_slope_at_alpha
from lib.network.validate import Array
from lib.training.measure import IN_CACHE


def mean_loss(head: Head, alpha: Array, labels: Array) -> Array:
    """Mean loss of each row: α of shape (rows, K, n), labels (K, n) or (rows, K, n), to (rows,).

    The losses of the K outputs are summed, those of the n images averaged.
    """
    rows, outputs, count = alpha.shape
    together = max(1, IN_CACHE // (outputs * count))
    means = np.empty(rows)
    for first in range(0, rows, together):
        some = slice(first, first + together)
        losses = _losses(head, alpha[some], labels if labels.ndim == 2 else labels[some])
        # in one order of memory, so that a sum does not depend on how many rows there are
        means[some] = np.add.reduce(np.ascontiguousarray(losses), axis=1)
    return means / count


def accuracy(head: Head, alpha: Array, labels: Array) -> Array:
    """Share of each row that is right: the largest of several outputs is that of the class; a
    single one is on the label's side of ½."""
    said, is_ = predicted(head, alpha), predicted("squared", labels)
    return np.asarray((said == is_).mean(axis=-1))


def predicted(head: Head, alpha: Array) -> Array:
    """The class that is said, shape (…, n), from α of shape (…, K, n)."""
    if alpha.shape[-2] > 1:
        return alpha.argmax(axis=-2)
    return (alpha[..., 0, :] >= 0.5 if head == "squared" else alpha[..., 0, :] > 0).astype(int)


def _losses(head: Head, alpha: Array, labels: Array) -> Array:
    """Each image's loss, shape (rows, n)."""
    if head == "softmax":
        # L = m − α_class + log(1 + Σ e^{α_k − m}) over all but the largest α = m: no digit is lost
        largest, others = alpha[:, 0], np.zeros(alpha[:, 0].shape)
        for one in np.moveaxis(alpha, 1, 0)[1:]:
            power = np.exp(-np.abs(largest - one))
            others = np.where(one > largest, (others + 1.0) * power, others + power)
            largest = np.maximum(largest, one)
        return np.log1p(others) + (largest - (labels * alpha).sum(axis=1))
    if head == "squared":
        return np.square(alpha - labels).sum(axis=1)
    if head == "sigmoid_squared":
        return np.square(loss_slope_at_alpha(alpha, labels)).sum(axis=1)
    # cross-entropy: two terms that are never negative for labels 0 and 1
    bend = np.log1p(np.exp(-np.abs(alpha)))
    return (bend + (np.maximum(alpha, 0.0) - labels * alpha)).sum(axis=1)
