"""What a run of any network makes small; see :mod:`lib.training.objective`."""

from __future__ import annotations

import math
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lib.network import Architecture, passes
from lib.network.places import places, split
from lib.network.validate import Array
from lib.training import head_loss
from lib.training.dataset import Dataset
from lib.training.gradient import Vector
from lib.training.layered_gradient import LayeredGradient, cut_columns, mean_gradient
from lib.training.measure import Measure
from lib.training.setup import BatchLoss, TrainingSetup


class LayeredObjective:
    """The loss over the training images, and its gradient by a plan."""

    def __init__(self, setup: TrainingSetup, data: Dataset) -> None:
        net = self._net = setup.architecture
        if not net.has_dense:
            raise ValueError("head: a network with a given gradient is not trained")
        self._setup, self._data = setup, data
        self._columns, self.labels = as_columns(net, data.train_images, data.train_labels)
        self.weight_count = net.parameter_count
        known = places(net)
        last = [known[name].count for name in ("dense", "dense_bias") if name in known]
        self.dense_count = sum(last)
        self.mean_loss = partial(head_loss.mean_loss, net.head)
        self.accuracy = partial(head_loss.accuracy, net.head)

    def gradient(self, count: int) -> BoundGradient | ReadableGradient:
        if self._setup.data == "image":
            return ReadableGradient(self._net, self._data)
        columns, labels = self._columns, self.labels
        if count < columns.shape[-1]:  # it loads others into these
            columns, labels = columns[..., :count].copy(), labels[:, :count].copy()
        return BoundGradient(self._net, columns, labels, self._setup.batch_loss)

    def load(self, gradient: Any, batch: NDArray[np.int64]) -> None:
        gradient.plan.load(self._columns, self.labels, batch)

    def measures(self) -> tuple[Measure, Measure]:
        test = as_columns(self._net, self._data.test_images, self._data.test_labels)
        train = LayeredMeasure(self._net, self._columns, self.labels)
        return train, LayeredMeasure(self._net, *test)


class BoundGradient:
    """A plan reads and writes arrays of its own: this brings weights there and results back."""

    def __init__(
        self, net: Architecture, columns: Array, labels: Array, batch_loss: BatchLoss = "mean"
    ) -> None:
        self._weights, self._gradient = np.empty((2, net.parameter_count))
        self._alpha = np.empty(labels.shape)
        self.plan = LayeredGradient(
            net, columns, labels.T, self._weights, self._alpha, self._gradient, batch_loss
        )

    def alpha(self, weights: Vector, alpha: Array) -> None:
        """Write ``α``, shape (K, n)."""
        np.copyto(self._weights, weights.all)
        for call in self.plan.alpha:
            call()
        np.copyto(alpha, self._alpha)

    def __call__(self, weights: Vector, alpha: Array, gradient: Vector) -> None:
        """Write ``α``, shape (K, n), and the gradient."""
        np.copyto(self._weights, weights.all)
        self.plan()
        np.copyto(alpha, self._alpha)
        np.copyto(gradient.all, self._gradient)


class ReadableGradient:
    """The gradient of a single image, to the last bit what the lessons show; it is slower."""

    def __init__(self, net: Architecture, data: Dataset) -> None:
        self._net = net
        self._image, self._label = as_batch(net, data.train_images, data.train_labels)

    def alpha(self, weights: Vector, alpha: Array) -> None:
        """Write ``α``, shape (K, 1)."""
        try:
            values = passes.forward(self._net, split(self._net, weights.all), self._image)
            alpha[:] = values["alpha"].T
        except ValueError:  # weights beyond all bounds: the numbers say so
            alpha[:] = np.nan

    def __call__(self, weights: Vector, alpha: Array, gradient: Vector) -> None:
        """Write ``α``, shape (K, 1), and the gradient."""
        self.alpha(weights, alpha)
        try:
            gradient.all[:] = mean_gradient(self._net, weights.all, self._image, self._label)[1]
        except ValueError:
            gradient.all[:] = np.nan


class LayeredMeasure(Measure):
    """Loss and accuracy of many states of any network's weights on one set of images."""

    def __init__(self, net: Architecture, columns: Array, labels: Array) -> None:
        self._net, self._columns, self._labels = net, columns, labels
        self._count = labels.shape[-1]
        self._bound: BoundGradient | None = None

    def _measure(self, weights: Array) -> tuple[Array, Array]:
        if self._bound is None:
            self._bound = BoundGradient(self._net, self._columns, self._labels)
        alpha = np.empty((len(weights), *self._labels.shape))
        for row, out in zip(weights, alpha, strict=True):
            self._bound.alpha(Vector(row, 1), out)
        return (
            head_loss.mean_loss(self._net.head, alpha, self._labels),
            head_loss.accuracy(self._net.head, alpha, self._labels),
        )


def as_batch(net: Architecture, images: Array, labels: Array) -> tuple[Array, Array]:
    """Images (n, C, H, W) and labels (n, K), whatever axes a data set leaves out.

    Raises:
        ValueError: images or labels that do not fit the network.
    """
    count = len(images)
    shape = (count, *net.image_shape)
    several = (net.outputs,) if net.outputs > 1 else ()
    if images.size != math.prod(shape) or images.shape[-2:] != shape[-2:]:
        raise ValueError(f"images: got shape {images.shape}, wanted {shape}")
    if labels.shape != (count, *several):
        raise ValueError(f"labels: got shape {labels.shape}, wanted {(count, *several)}")
    return images.reshape(shape), labels.reshape(count, net.outputs)


def as_columns(net: Architecture, images: Array, labels: Array) -> tuple[Array, Array]:
    """The same as the plan takes them: ``cut_columns``, and labels of shape (K, n)."""
    images, labels = as_batch(net, images, labels)
    return cut_columns(net, images), np.ascontiguousarray(labels.T)
