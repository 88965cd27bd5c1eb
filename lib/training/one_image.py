"""The gradient of a single image, to the last bit what the lessons show.

``BatchGradient`` sums in another order: a learner who compares a step with the same step done by
hand would see another last digit. Here every sum is that of ``lib.network``; a test holds them
equal to the bit.
"""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from lib.network.loss import loss_slope_at_alpha
from lib.network.sigmoid import sigmoid, sigmoid_slope
from lib.network.validate import Array
from lib.training.gradient import Vector


class OneImageGradient:
    """What ``BatchGradient`` is to many images, to one; a few times slower.

    Args:
        image: ``a_{pq}``, shape (H, W).
        label: ``yy``, in [0, 1].
        kernel_shape: (kh, kw).
    """

    def __init__(self, image: Array, label: float, kernel_shape: tuple[int, int]) -> None:
        self._kernel_shape = kernel_shape
        self._windows = sliding_window_view(image, kernel_shape)
        self._map_shape = self._windows.shape[:2]
        self._under_delta = sliding_window_view(image, self._map_shape)
        self._label = np.asarray(label)

    def alpha(self, weights: Vector, alpha: Array) -> None:
        """Write ``α`` into ``alpha``, shape (1,)."""
        alpha[0] = np.einsum("k,k->", weights.dense, sigmoid(self._s(weights)))

    def __call__(self, weights: Vector, alpha: Array, gradient: Vector) -> None:
        """Write ``α``, shape (1,), and the gradient."""
        s, dense = self._s(weights), weights.dense
        o = sigmoid(s)
        alpha[0] = np.einsum("k,k->", dense, o)
        d_alpha = loss_slope_at_alpha(alpha[0], self._label)
        gradient.dense[:] = d_alpha * o
        d_s = d_alpha * dense * sigmoid_slope(s)
        delta = d_s.reshape(self._map_shape)
        gradient.kernel[:] = np.einsum("mnij,ij->mn", self._under_delta, delta).ravel()

    def _s(self, weights: Vector) -> Array:
        kernel = weights.kernel.reshape(self._kernel_shape)
        return np.asarray(np.einsum("ijmn,mn->ij", self._windows, kernel)).ravel()
