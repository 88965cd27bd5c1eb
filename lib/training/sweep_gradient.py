"""The gradient of many networks on one batch, as a few products of matrices.

The runs are the last axis of every array, so each operation is one long stretch of memory. NumPy
takes longer to stretch a short array over a long one than to multiply two long ones; so what is to
be spread over the images, or summed over them, goes through a matrix of zeros and ones.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lib.network.validate import Array
from lib.training.setup import BatchLoss


class SweepVector:
    """An array (kh·kw + windows, runs) and views of its two parts, made once."""

    __slots__ = ("all", "dense", "kernel")

    def __init__(self, array: Array, windows: int) -> None:
        self.all = array
        self.kernel = array[:-windows]
        self.dense = array[-windows:]


class SweepGradient:
    """What ``BatchGradient`` is to one network, to ``runs`` of them. The steps have the same names.

    Args:
        patches: what ``cut_patches`` gives for the batch, shape (windows, n, kh·kw).
        labels: shape (n,).
        runs: how many networks.
        batch_loss: whether the images' gradients are averaged or summed.
    """

    def __init__(
        self, patches: Array, labels: Array, runs: int, batch_loss: BatchLoss = "mean"
    ) -> None:
        windows, count, kernel_count = patches.shape
        self._minus_patches = -patches
        self._rows = self._minus_patches.reshape(windows * count, kernel_count)
        self._columns = self._rows.T
        self._of_window = np.repeat(np.eye(windows), count, axis=0)
        self._by_window = np.ascontiguousarray(self._of_window.T)
        self._share = np.asarray(1.0 if batch_loss == "sum" else 1.0 / count)
        self._one = np.asarray(1.0)
        self._zero = np.empty((count, runs))
        self._zero[:] = (1.0 - labels)[:, None]
        self._o = np.empty((windows * count, runs))
        self._dense = np.empty_like(self._o)
        self._product = np.empty_like(self._o)
        self._slope = np.empty_like(self._o)
        self._error = np.empty((count, runs))
        planes = (windows, count, runs)
        self._o_planes, self._slope_planes = self._o.reshape(planes), self._slope.reshape(planes)
        self._sums = _halvings(self._product.reshape(planes), self._slope_planes)

    def load(self, minus_patches: Array, zero: Array, batch: NDArray[np.int64]) -> None:
        """Take these images in place of those before; see ``BatchGradient.load``."""
        np.take(minus_patches, batch, axis=1, out=self._minus_patches, mode="clip")
        self._zero[:] = zero[batch][:, None]

    def __call__(
        self, weights: SweepVector, alpha: Array, odds: Array, gradient: SweepVector
    ) -> None:
        """Write ``α`` and 1 + e^α of each image, shape (n, runs), and the gradients."""
        one, o, dense, product = self._one, self._o, self._dense, self._product
        slope, error = self._slope, self._error
        # o_k = σ(s_k), s_k = Σ w_{mn} · pixel
        np.dot(self._rows, weights.kernel, o)
        np.exp(o, o)
        np.add(o, one, o)
        np.reciprocal(o, o)
        # α = Σ w_k · o_k
        np.dot(self._of_window, weights.dense, dense)
        np.multiply(o, dense, product)
        *halvings, (first, second, _) = self._sums
        for upper, lower, half in halvings:
            np.add(upper, lower, half)
        np.add(first, second, alpha)
        # ∂L/∂α = y_out − yy = (1 − yy) − σ(−α)
        np.exp(alpha, odds)
        np.add(odds, one, odds)
        np.reciprocal(odds, error)
        np.subtract(self._zero, error, error)
        # ∂L/∂w_k = Σ ∂L/∂α · o_k
        np.multiply(self._o_planes, error, self._slope_planes)
        np.dot(self._by_window, slope, gradient.dense)
        # −∂L/∂s_k = ∂L/∂α · o_k · (w_k·o_k − w_k): minus, as the patches are
        np.subtract(product, dense, product)
        np.multiply(slope, product, slope)
        # ∂L/∂w_{mn} = Σ ∂L/∂s_k · pixel
        np.dot(self._columns, slope, gradient.kernel)
        np.multiply(gradient.all, self._share, gradient.all)


def _halvings(planes: Array, scratch: Array) -> list[tuple[Array, Array, Array]]:
    """Additions (a, b, where to) that sum the planes, half of them onto the other half each time.

    The last pair's sum is that of all planes; the others go to ``scratch``.
    """
    additions: list[tuple[Array, Array, Array]] = []
    while len(planes) > 2:
        half = len(planes) // 2
        additions.append((planes[:half], planes[half : 2 * half], scratch[:half]))
        if len(planes) % 2:
            additions.append((scratch[0], planes[-1], scratch[0]))
        planes = scratch[:half]
    second = planes[1] if len(planes) > 1 else np.zeros_like(planes[0])
    return [*additions, (planes[0], second, scratch[0])]
