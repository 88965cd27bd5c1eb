"""The mean gradient of a batch, twice: once to be read, once to be fast. A test holds them equal.

Weights and gradients are one vector here: the kernel row by row, then the dense weights.
"""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from lib.network import Geometry, Parameters, backward, forward
from lib.network.validate import Array


def as_parameters(weights: Array, kernel_shape: tuple[int, int] = (3, 3)) -> Parameters:
    """The vector (…, kh·kw + windows) as a kernel (…, kh, kw) and dense weights (…, windows)."""
    count = kernel_shape[0] * kernel_shape[1]
    kernel = weights[..., :count].reshape(*weights.shape[:-1], *kernel_shape)
    return Parameters(kernel, weights[..., count:])


def mean_gradient(weights: Array, images: Array, labels: Array) -> tuple[float, Array]:
    """The mean loss of a batch and its gradient: the step as one would write it down.

    Args:
        weights: shape (13,).
        images: shape (n, 4, 4).
        labels: shape (n,).
    """
    parameters = as_parameters(weights)
    gradients = backward(parameters, forward(parameters, images), images, labels)
    by_image = np.concatenate([gradients.kernel.reshape(len(images), -1), gradients.dense], axis=-1)
    return float(gradients.loss.mean()), by_image.mean(axis=0)


def cut_patches(images: Array, geometry: Geometry) -> Array:
    """What each window sees of each image, shape (windows, n, kh·kw).

    ``patches[k, n] @ kernel`` is ``s_k`` of image n: the convolution is a product of matrices.
    """
    windows = sliding_window_view(images, geometry.kernel_shape, axis=(-2, -1))
    by_image = windows.reshape(len(images), geometry.window_count, -1)
    return np.ascontiguousarray(by_image.transpose(1, 0, 2))


class BatchGradient:
    """The same mean gradient, for many steps over batches of one size: every array is reused.

    tanh serves for both sigmoids, σ(x) = ½ + ½·tanh(x/2): it needs no care for large |x|.

    Args:
        patches: what ``cut_patches`` gives for the batch, shape (windows, n, kh·kw).
        labels: shape (n,).
    """

    def __init__(self, patches: Array, labels: Array) -> None:
        windows, count, kernel_count = patches.shape
        self.patches = patches.copy()
        self.labels = labels.copy()
        self._rows = self.patches.reshape(windows * count, kernel_count)
        self._columns = self._rows.T
        self._kernel_count = kernel_count
        self._share = 1.0 / count
        self._s = np.empty(windows * count)
        self._o = self._s.reshape(windows, count)
        self._slope = np.empty((windows, count))
        self._flat_slope = self._slope.reshape(-1)
        self._error = np.empty(count)

    def load(self, patches: Array, labels: Array, batch: NDArray[np.int64]) -> None:
        """Take these images, as many as there were, in place of those before."""
        np.take(patches, batch, axis=1, out=self.patches, mode="clip")
        np.take(labels, batch, out=self.labels, mode="clip")

    def alpha(self, weights: Array, alpha: Array) -> None:
        """Write ``α`` of each image into ``alpha``, shape (n,)."""
        np.dot(self._rows, weights[: self._kernel_count], out=self._s)
        _sigmoid_in_place(self._s)
        np.dot(weights[self._kernel_count :], self._o, out=alpha)

    def __call__(self, weights: Array, alpha: Array, gradient: Array) -> None:
        """Write ``α`` of each image and the mean gradient, shapes (n,) and (13,)."""
        self.alpha(weights, alpha)
        error, slope = self._error, self._slope
        # ∂L/∂α = y_out − yy, over n
        np.copyto(error, alpha)
        _sigmoid_in_place(error)
        error -= self.labels
        error *= self._share
        # ∂L/∂w_k = Σ ∂L/∂α · o_k
        np.dot(self._o, error, out=gradient[self._kernel_count :])
        # ∂L/∂s_k = ∂L/∂α · w_k · o_k·(1 − o_k)
        np.multiply(self._o, self._o, out=slope)
        np.subtract(self._o, slope, out=slope)
        slope *= error
        slope *= weights[self._kernel_count :, None]
        # ∂L/∂w_{mn} = Σ ∂L/∂s_k · the pixel under w_{mn}
        np.dot(self._columns, self._flat_slope, out=gradient[: self._kernel_count])


def _sigmoid_in_place(x: Array) -> None:
    x *= 0.5
    np.tanh(x, out=x)
    x *= 0.5
    x += 0.5
