"""The mean gradient of a batch for any architecture: once to be read, once as a plan to be run.

The plan is made once for a network, a batch and the arrays that it writes: a list of NumPy calls on
arrays that are used again, with no decision left in it. The notes' network has its own, shorter one
(:class:`lib.training.gradient.BatchGradient`).
"""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray

from lib.network import Architecture, passes
from lib.network.layers import convolution
from lib.network.layers.pool import members
from lib.network.places import join, split
from lib.network.validate import Array
from lib.training.plan import Plan, activate, fold, logistic, through, to_winners
from lib.training.setup import BatchLoss


def gradients_by_image(
    architecture: Architecture, weights: Array, images: Array, targets: Array
) -> tuple[Array, Array]:
    """Each image's loss, shape (n,), and gradient, shape (n, parameters): what a step averages.

    Takes what ``mean_gradient`` takes.
    """
    parameters = split(architecture, weights)
    values = passes.forward(architecture, parameters, images)
    found = passes.backward(architecture, parameters, values, images, targets)
    return found["loss"], join(architecture, found)


def mean_gradient(
    architecture: Architecture, weights: Array, images: Array, targets: Array
) -> tuple[float, Array]:
    """The mean loss of a batch and its gradient: the step as one would write it down.

    Args:
        architecture: a network with a dense layer.
        weights: all parameters, in the order of ``lib.network.places.split``.
        images: shape (n, C, H, W).
        targets: labels, shape (n, K).
    """
    losses, gradients = gradients_by_image(architecture, weights, images, targets)
    return float(losses.mean()), gradients.mean(axis=0)


def cut_columns(architecture: Architecture, images: Array) -> Array:
    """What each window sees of each image, a column each: shape (C·kh·kw, windows, n).

    The windows whose cells a pool makes one lie apart: all first members, then all second ones, so
    that a pool compares long stretches of memory.
    """
    net = architecture
    windows = convolution.cut(images, net.kernel_shape, net.stride, net.padding_sides)
    by_pixel = windows.transpose(1, 4, 5, 2, 3, 0)  # C, kh, kw, R, S, n
    count = net.map_shape[0] * net.map_shape[1]
    seen = net.channels * net.kernel_rows * net.kernel_columns
    columns = by_pixel.reshape(seen, count, len(images))
    order = members(np.arange(float(count)).reshape(net.map_shape), net.pool_sides)
    positions = order.reshape(-1, order.shape[-1]).T.ravel().astype(int)
    return np.ascontiguousarray(columns[:, positions])


class LayeredGradient:
    """The same mean gradient, for many steps over batches of one size.

    A call writes ``α`` of each image into ``alpha`` and the mean gradient into ``gradient``.

    Args:
        architecture: a network with a dense layer.
        columns: ``cut_columns`` of the batch, shape (C·kh·kw, windows, n); ``load`` writes there.
        targets: labels, shape (n, K).
        weights: all parameters, shape (parameters,); read at every call.
        alpha: shape (K, n).
        gradient: shape (parameters,).
        batch_loss: whether the images' gradients are averaged or summed.

    Raises:
        ValueError: a network whose gradient is given: there is nothing to train it by.
    """

    def __init__(
        self,
        architecture: Architecture,
        columns: Array,
        targets: Array,
        weights: Array,
        alpha: Array,
        gradient: Array,
        batch_loss: BatchLoss = "mean",
    ) -> None:
        net = architecture
        if not net.has_dense:
            raise ValueError("head: a network with a given gradient is not trained")
        self._columns, self._targets = np.ascontiguousarray(columns), targets.T.copy()
        self._net, self._alpha = net, alpha
        self._weights, self._gradient = _matrices(net, weights), _matrices(net, gradient)
        count = columns.shape[-1]
        self._flat = self._columns.reshape(len(columns), -1)
        rows, last_columns = net.last_map_shape
        high, wide = net.pool_sides
        cells = (net.kernels, high * wide, rows * last_columns, count)
        self._s = np.empty(cells)
        # behind a max pool each s is read for the last time where its derivative is written
        self._d_s = self._s if net.pool == "max" else np.empty(cells)
        if net.pool == "none":  # the last map is the only one: s becomes o in its place
            self._last, self._d_last = self._s[:, 0], self._d_s[:, 0]
        else:
            self._last, self._d_last = np.empty((2, net.kernels, rows * last_columns, count))
        self._share = np.asarray(1.0 if batch_loss == "sum" else 1.0 / count)
        self.alpha: Plan = [*self._convolve(), *self._to_last_map(), *self._weigh()]
        """The calls up to α alone."""
        self._plan: Plan = [
            *self.alpha,
            *self._error(),
            *self._to_dense(),
            *self._to_s(),
            *self._to_kernel(),
            partial(np.multiply, gradient, self._share, gradient),
        ]

    def load(self, columns: Array, targets: Array, batch: NDArray[np.int64]) -> None:
        """Take these images, as many as there were, in place of those before.

        Args:
            columns: ``cut_columns`` of all images, shape (C·kh·kw, windows, all).
            targets: labels of all images, shape (K, all).
            batch: numbers of the images to take, shape (n,).
        """
        np.take(columns, batch, axis=2, out=self._columns, mode="clip")
        np.take(targets, batch, axis=1, out=self._targets, mode="clip")

    def __call__(self) -> None:
        """Run the plan."""
        for call in self._plan:
            call()

    def _convolve(self) -> Plan:
        """s = Σ w·a + b: a product of matrices; behind a max pool only the largest s gets b."""
        s = self._s.reshape(len(self._s), -1)
        plan: Plan = [partial(np.dot, self._weights["kernel"], self._flat, s)]
        return plan if self._net.pool == "max" else [*plan, *self._add_kernel_bias(s, s)]

    def _add_kernel_bias(self, maps: Array, out: Array) -> Plan:
        """The maps of each kernel and its b, if it has one."""
        if not self._net.kernel_bias:
            return [] if maps is out else [partial(np.copyto, out, maps)]
        bias = self._weights["kernel_bias"].reshape(-1, *(1,) * (maps.ndim - 1))
        return [partial(np.add, maps, bias, out)]

    def _to_last_map(self) -> Plan:
        """o = f(s), p = max o or mean o.

        No activation ever falls, so the largest o is f of the largest s: f is taken of one cell
        where the pool has four.
        """
        net, s, last = self._net, self._s, self._last
        if net.pool == "none":
            return activate(net.activation, last)
        several = [s[:, place] for place in range(s.shape[1])]
        if net.pool == "max":
            best = self._best = np.empty_like(last)
            largest = fold(np.maximum, several, best)
            return [
                *largest,
                *self._add_kernel_bias(best, last),
                *activate(net.activation, last),
            ]
        mean = partial(np.multiply, last, np.asarray(1.0 / len(several)), last)
        return [*activate(net.activation, s), *fold(np.add, several, last), mean]

    def _weigh(self) -> Plan:
        """α = Σ w·o + c."""
        cells = self._last.reshape(-1, self._last.shape[-1])
        plan: Plan = [partial(np.dot, self._weights["dense"], cells, self._alpha)]
        if self._net.dense_bias:
            plan.append(partial(np.add, self._alpha, self._weights["dense_bias"], self._alpha))
        return plan

    def _error(self) -> Plan:
        """∂L/∂α of the head, kept in ``self._d_alpha``."""
        alpha, targets, one = self._alpha, self._targets, np.asarray(1.0)
        self._d_alpha = d_alpha = np.empty_like(alpha)
        if self._net.head == "squared":
            double = partial(np.add, d_alpha, d_alpha, d_alpha)
            return [partial(np.subtract, alpha, targets, d_alpha), double]
        if self._net.head == "softmax":
            row = np.empty((1, alpha.shape[1]))
            return [
                *fold(np.maximum, list(alpha), row[0]),
                partial(np.subtract, alpha, row, d_alpha),
                partial(np.exp, d_alpha, d_alpha),
                *fold(np.add, list(d_alpha), row[0]),
                partial(np.divide, d_alpha, row, d_alpha),
                partial(np.subtract, d_alpha, targets, d_alpha),
            ]
        y, slope = np.empty_like(alpha), np.empty_like(alpha)
        plan: Plan = [
            partial(np.negative, alpha, y),
            *logistic(y),
            partial(np.subtract, y, targets, d_alpha),
        ]
        if self._net.head == "sigmoid_squared":
            plan += [
                partial(np.subtract, one, y, slope),
                partial(np.multiply, slope, y, slope),
                partial(np.add, slope, slope, slope),
                partial(np.multiply, d_alpha, slope, d_alpha),
            ]
        return plan

    def _to_dense(self) -> Plan:
        """∂L/∂w = Σ ∂L/∂α · o, ∂L/∂c = Σ ∂L/∂α, ∂L/∂o = Σ ∂L/∂α · w."""
        count = self._last.shape[-1]
        cells, d_cells = self._last.reshape(-1, count), self._d_last.reshape(-1, count)
        d_alpha, gradient = self._d_alpha, self._gradient
        plan: Plan = [
            partial(np.dot, d_alpha, cells.T, gradient["dense"]),
            partial(np.dot, self._weights["dense"].T, d_alpha, d_cells),
        ]
        if self._net.dense_bias:
            ones = np.ones((count, 1))
            plan.append(partial(np.dot, d_alpha, ones, gradient["dense_bias"]))
        return plan

    def _to_s(self) -> Plan:
        """∂L/∂s, back through the pool and the activation."""
        net, s, d_s, last, d_last = self._net, self._s, self._d_s, self._last, self._d_last
        if net.pool == "average":
            share = partial(np.multiply, d_last, np.asarray(1.0 / s.shape[1]), d_last)
            spread = partial(np.copyto, d_s, d_last[:, None])
            return [share, spread, *through(net.activation, s, d_s)]
        plan = through(net.activation, last, d_last)
        if net.pool == "none":
            return plan
        bias = self._to_kernel_bias(d_last)  # before the winners take it all
        return [*plan, *bias, *to_winners(s, self._best, d_last, d_s)]

    def _to_kernel(self) -> Plan:
        """∂L/∂w = Σ ∂L/∂s · a, and ∂L/∂b where a max pool has not led there already."""
        d_s = self._d_s.reshape(len(self._d_s), -1)
        kernel = partial(np.dot, d_s, self._flat.T, self._gradient["kernel"])
        by_max = self._net.pool == "max"
        return [kernel] if by_max else [kernel, *self._to_kernel_bias(d_s)]

    def _to_kernel_bias(self, delta: Array) -> Plan:
        """∂L/∂b = Σ ∂L/∂s; behind a max pool the same sum over the cells of the pooled map."""
        if not self._net.kernel_bias:
            return []
        delta = delta.reshape(len(delta), -1)
        ones = np.ones((delta.shape[1], 1))
        return [partial(np.dot, delta, ones, self._gradient["kernel_bias"])]


def _matrices(net: Architecture, vector: Array) -> dict[str, Array]:
    """Views of a vector: kernel (F, C·kh·kw), dense (K, cells), biases as columns."""
    return {name: view.reshape(len(view), -1) for name, view in split(net, vector).items()}
