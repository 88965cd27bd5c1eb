"""The gradient of a batch, twice: once to be read, once to be fast. A test holds them equal.

Weights and gradients are one vector here: the kernel row by row, then the dense weights.
"""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from lib.network import GEOMETRY, Geometry, Parameters, backward, forward
from lib.network.validate import Array
from lib.training.setup import BatchLoss


def as_parameters(
    weights: Array, kernel_shape: tuple[int, int] = GEOMETRY.kernel_shape
) -> Parameters:
    """The vector (…, kh·kw + windows) as a kernel (…, kh, kw) and dense weights (…, windows)."""
    count = kernel_shape[0] * kernel_shape[1]
    kernel = weights[..., :count].reshape(*weights.shape[:-1], *kernel_shape)
    return Parameters(kernel, weights[..., count:])


def gradients_by_image(weights: Array, images: Array, labels: Array) -> tuple[Array, Array]:
    """Each image's loss and gradient: what is averaged into a step.

    Args:
        weights: shape (13,).
        images: shape (n, 4, 4).
        labels: shape (n,).

    Returns:
        Losses of shape (n,) in nats, gradients of shape (n, 13).
    """
    parameters = as_parameters(weights)
    gradients = backward(parameters, forward(parameters, images), images, labels)
    kernel = gradients.kernel.reshape(len(images), -1)
    return gradients.loss, np.concatenate([kernel, gradients.dense], axis=-1)


def mean_gradient(weights: Array, images: Array, labels: Array) -> tuple[float, Array]:
    """The mean loss of a batch and its gradient, shape (13,): the step as one would write it down.

    Takes what ``gradients_by_image`` takes.
    """
    losses, gradients = gradients_by_image(weights, images, labels)
    return float(losses.mean()), gradients.mean(axis=0)


def cut_patches(images: Array, geometry: Geometry) -> Array:
    """What each window sees of each image, shape (windows, n, kh·kw).

    ``patches[k, n] @ kernel`` is ``s_k`` of image n: the convolution is a product of matrices.
    """
    windows = sliding_window_view(images, geometry.kernel_shape, axis=(-2, -1))
    rows, columns = geometry.kernel_shape
    by_image = windows.reshape(len(images), geometry.window_count, rows * columns)
    return np.ascontiguousarray(by_image.transpose(1, 0, 2))


def cut_columns(images: Array, geometry: Geometry) -> Array:
    """The same patches, a column each: shape (kh·kw, windows, n)."""
    return np.ascontiguousarray(cut_patches(images, geometry).transpose(2, 0, 1))


class Vector:
    """A vector (kh·kw + windows,) and views of its two parts, made once.

    Attributes:
        all: the vector.
        kernel: its first part, row by row, shape (kh·kw,).
        dense: its second part, shape (windows,).
        dense_column: the same, shape (windows, 1).
    """

    __slots__ = ("all", "dense", "dense_column", "kernel")

    def __init__(self, vector: Array, windows: int) -> None:
        self.all = vector
        self.kernel = vector[:-windows]
        self.dense = vector[-windows:]
        self.dense_column = self.dense[:, None]


class BatchGradient:
    """The same mean gradient, or the sum, for many steps over batches of one size.

    What makes it fast: the patches are cut once, as columns, which a product with one vector reads
    twice as fast as rows; every array is used again; and what is to be spread over the images is a
    product of matrices too. σ(x) is 1/(1 + e^{-x}) as the notes have it: where e^{-x} overflows to
    infinity it is 0, as it should be. The minus sign of e^{-s} is in the patches. 1/n comes last,
    so that what cancels in a sum over images cancels to exactly 0.

    Args:
        minus_columns: −``cut_columns`` of the batch, shape (kh·kw, windows, n).
        labels: shape (n,).
        batch_loss: whether the images' gradients are averaged or summed.
    """

    def __init__(self, minus_columns: Array, labels: Array, batch_loss: BatchLoss = "mean") -> None:
        kernel_count, windows, count = minus_columns.shape
        self._minus_columns = minus_columns.copy()
        self._flat_columns = self._minus_columns.reshape(kernel_count, windows * count)
        self._share = np.asarray(1.0 if batch_loss == "sum" else 1.0 / count)
        self._one = np.asarray(1.0)
        self._zero = 1.0 - labels
        self._s = np.empty(windows * count)
        self._o = self._s.reshape(windows, count)
        self._d_o = np.empty((windows, count))
        self._d_s = np.empty((windows, count))
        self._flat_d_s = self._d_s.reshape(-1)
        self._d_alpha = np.empty(count)
        self._d_alpha_row = self._d_alpha[None]

    def load(self, minus_columns: Array, zero: Array, batch: NDArray[np.int64]) -> None:
        """Take these images, as many as there were, in place of those before.

        Args:
            minus_columns: −``cut_columns`` of all images, shape (kh·kw, windows, all).
            zero: 1 − label of all images, shape (all,).
            batch: numbers of the images to take, shape (n,).
        """
        np.take(minus_columns, batch, axis=2, out=self._minus_columns, mode="clip")
        np.take(zero, batch, out=self._zero, mode="clip")

    def alpha(self, weights: Vector, alpha: Array) -> None:
        """Write ``α`` of each image into ``alpha``, shape (n,)."""
        s = self._s
        # o_k = σ(s_k), s_k = Σ w_{mn} · pixel
        np.dot(weights.kernel, self._flat_columns, s)
        np.exp(s, s)
        np.add(s, self._one, s)
        np.reciprocal(s, s)
        # α = Σ w_k · o_k
        np.dot(weights.dense, self._o, alpha)

    def __call__(self, weights: Vector, alpha: Array, gradient: Vector) -> None:
        """Write ``α`` of each image, shape (n,), and the gradient of the batch."""
        self.alpha(weights, alpha)
        o, d_alpha, d_s = self._o, self._d_alpha, self._d_s
        # ∂L/∂α = y_out − yy = (1 − yy) − σ(−α)
        np.exp(alpha, d_alpha)
        np.add(d_alpha, self._one, d_alpha)
        np.reciprocal(d_alpha, d_alpha)
        np.subtract(self._zero, d_alpha, d_alpha)
        # ∂L/∂w_k = Σ ∂L/∂α · o_k
        np.dot(o, d_alpha, gradient.dense)
        # ∂L/∂o_k = ∂L/∂α · w_k
        np.dot(weights.dense_column, self._d_alpha_row, self._d_o)
        # −∂L/∂s_k = ∂L/∂o_k · (o_k² − o_k): minus, as the patches are
        np.multiply(o, o, d_s)
        np.subtract(d_s, o, d_s)
        np.multiply(d_s, self._d_o, d_s)
        # ∂L/∂w_{mn} = Σ ∂L/∂s_k · pixel
        np.dot(self._flat_columns, self._flat_d_s, gradient.kernel)
        np.multiply(gradient.all, self._share, gradient.all)
