"""Loss and accuracy of many states of the weights on one set of images, in one go."""

from __future__ import annotations

import numpy as np

from lib.network.validate import Array

IN_CACHE = 8192
"""Numbers that go through the many operations of a loss together, so that they stay near."""
ROWS = 16
"""States measured at once. The shape of a matrix product can change its last bit; with one shape
only, a curve does not depend on how many steps were asked for at a time."""


class Measure:
    """Loss and accuracy on these images.

    Args:
        columns: what ``cut_columns`` gives, shape (kh·kw, windows, n); n may be 0.
        labels: shape (n,).
    """

    def __init__(self, columns: Array, labels: Array) -> None:
        self._kernel_count, self._windows, self._count = columns.shape
        self._minus_columns = -columns.reshape(self._kernel_count, self._windows * self._count)
        self._labels = labels
        self._s = np.empty((ROWS, self._windows * self._count))

    def rows(self, weights: Array, states: slice) -> tuple[Array, Array]:
        """Loss and accuracy of some rows of ``weights``: two of shape (rows,).

        ``weights`` has shape (n·ROWS + 1, 13): row 0, then groups that are measured together.
        """
        first, last, _ = states.indices(len(weights))
        if not self._count:
            return np.full(last - first, np.nan), np.full(last - first, np.nan)
        start = (first - 1) // ROWS * ROWS + 1 if first else 0
        groups = [self._measure(weights[at : at + ROWS]) for at in range(start, last, ROWS)]
        loss, share = (np.concatenate(parts) for parts in zip(*groups, strict=True))
        return loss[first - start : last - start], share[first - start : last - start]

    def all(self, weights: Array) -> tuple[Array, Array]:
        """Loss and accuracy of any number of ``weights``, shape (n, 13): two of shape (n,)."""
        count = len(weights)
        rows = np.zeros((-(-count // ROWS) * ROWS + 1, weights.shape[1]))
        rows[1 : count + 1] = weights
        # weights of a run that diverged may overflow: the numbers then say so
        with np.errstate(all="ignore"):
            return self.rows(rows, slice(1, count + 1))

    def _measure(self, weights: Array) -> tuple[Array, Array]:
        s = self._s
        np.matmul(weights[:, : self._kernel_count], self._minus_columns, out=s)
        np.exp(s, out=s)
        s += 1.0
        o = np.reciprocal(s, out=s).reshape(-1, self._windows, self._count)
        alpha = np.matmul(weights[:, None, self._kernel_count :], o)[:, 0]
        return mean_loss(alpha, self._labels), accuracy(alpha, self._labels)


def mean_loss(alpha: Array, labels: Array) -> Array:
    """Mean cross-entropy of each row: α of shape (rows, n), labels (n,) or (rows, n), to (rows,).

    L = max(α, 0) − yy·α + log(1 + e^{-|α|}): two terms that are never negative, so no digit is
    lost for labels 0 and 1.
    """
    rows, count = alpha.shape
    together = max(1, IN_CACHE // count)
    losses = np.empty(rows)
    for first in range(0, rows, together):
        some = alpha[first : first + together]
        yy = labels if labels.ndim == 1 else labels[first : first + together]
        loss = np.abs(some)
        np.negative(loss, loss)
        np.exp(loss, loss)
        np.log1p(loss, loss)
        above = np.maximum(some, 0.0)
        loss += above
        loss -= np.multiply(yy, some, above)
        np.add.reduce(loss, axis=1, out=losses[first : first + together])
    losses /= count
    return losses


def least_loss(labels: Array) -> float:
    """The smallest mean cross-entropy that any network can have, their entropy, in nats.

    It is 0 where all labels, shape (n,), are 0 or 1; ``log 2`` where all are ½.
    """
    yy = labels[(labels > 0) & (labels < 1)]
    return float(-(yy * np.log(yy) + (1 - yy) * np.log1p(-yy)).sum() / len(labels))


def accuracy(alpha: Array, labels: Array) -> Array:
    """Share of each row that is right: class 1 is said where y_out > ½, that is where α > 0."""
    return np.asarray(((alpha > 0) == (labels >= 0.5)).mean(axis=-1))
