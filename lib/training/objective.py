"""What a run makes small: the loss of a network over its training images, and its gradient.

One kind serves the notes' network by its own short plan, another any other network; a run, a sweep
and their curves know neither.
"""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from lib.network import GEOMETRY, NOTES, Architecture, Geometry
from lib.network.validate import Array
from lib.training import gradient, layered_gradient, layered_objective, measure
from lib.training.dataset import Dataset
from lib.training.gradient import BatchGradient, Vector, cut_columns
from lib.training.measure import Measure
from lib.training.one_image import OneImageGradient
from lib.training.setup import TrainingSetup


class Gradient(Protocol):
    """The gradient of batches of one size."""

    def alpha(self, weights: Vector, alpha: Array) -> None:
        """Write ``α`` of each image."""

    def __call__(self, weights: Vector, alpha: Array, gradient: Vector) -> None:
        """Write ``α`` of each image, and the gradient."""


class Objective(Protocol):
    """The loss of a network over the training images.

    Attributes:
        weight_count: parameters in all.
        dense_count: those of them behind the convolution and its biases: they come last.
        labels: shape (n,), or (K, n); α of a batch has this shape too.
    """

    weight_count: int
    dense_count: int
    labels: Array

    def gradient(self, count: int) -> Gradient:
        """For batches of ``count`` images; all of them, in order, where there are no more."""

    def load(self, gradient: Any, batch: NDArray[np.int64]) -> None:
        """Put these training images, as many as there were, into a gradient that has its own."""

    def mean_loss(self, alpha: Array, labels: Array) -> Array:
        """Mean loss of each row: α (rows, …, n), labels (…, n) or (rows, …, n), to (rows,)."""

    def accuracy(self, alpha: Array, labels: Array) -> Array:
        """Share of each row that is right."""

    def measures(self) -> tuple[Measure, Measure]:
        """Loss and accuracy of any weights on the training and on the test images."""


class NotesObjective:
    """Of the notes' network, on images of any size."""

    mean_loss = staticmethod(measure.mean_loss)
    accuracy = staticmethod(measure.accuracy)

    def __init__(self, setup: TrainingSetup, data: Dataset) -> None:
        self._setup, self._data, self.labels = setup, data, data.train_labels
        self._geometry = Geometry(data.train_images.shape[1:], GEOMETRY.kernel_shape)
        self._columns = cut_columns(data.train_images, self._geometry)
        self._minus_columns, self._zero = -self._columns, 1.0 - self.labels
        self.dense_count = self._geometry.window_count
        self.weight_count = self._geometry.weight_count

    def gradient(self, count: int) -> BatchGradient | OneImageGradient:
        if self._setup.data == "image":
            image, label = self._data.train_images[0], self.labels[0]
            return OneImageGradient(image, label, GEOMETRY.kernel_shape)
        return BatchGradient(
            self._minus_columns[:, :, :count], self.labels[:count], self._setup.batch_loss
        )

    def load(self, gradient: Any, batch: NDArray[np.int64]) -> None:
        gradient.load(self._minus_columns, self._zero, batch)

    def measures(self) -> tuple[Measure, Measure]:
        test = cut_columns(self._data.test_images, self._geometry)
        return Measure(self._columns, self.labels), Measure(test, self._data.test_labels)


def measure_of(architecture: Architecture, images: Array, labels: Array) -> Measure:
    """Loss and accuracy of any weights of a network on these images, (n, H, W) or (n, C, H, W).

    Raises:
        ValueError: images or labels that do not fit.
    """
    if architecture == NOTES:
        return Measure(cut_columns(images, GEOMETRY), labels)
    columns = layered_objective.as_columns(architecture, images, labels)
    return layered_objective.LayeredMeasure(architecture, *columns)


def gradients_by_image(
    weights: Array, images: Array, labels: Array, architecture: Architecture = NOTES
) -> tuple[Array, Array]:
    """Each image's loss and gradient: what is averaged into a step.

    Args:
        weights: shape (weights,).
        images: shape (n, H, W) or (n, C, H, W).
        labels: shape (n,) or (n, K).
        architecture: what the network is made of.

    Returns:
        Losses of shape (n,) in nats, gradients of shape (n, weights).
    """
    if architecture == NOTES:
        return gradient.gradients_by_image(weights, images, labels)
    batch = layered_objective.as_batch(architecture, images, labels)
    return layered_gradient.gradients_by_image(architecture, weights, *batch)


def objective(setup: TrainingSetup, data: Dataset) -> Objective:
    """Of the network of a set-up.

    Raises:
        ValueError: a network whose gradient is given, or images that do not fit it.
    """
    if setup.architecture == NOTES:
        return NotesObjective(setup, data)
    return layered_objective.LayeredObjective(setup, data)
