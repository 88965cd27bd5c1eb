"""The loop that trains: batch, gradient, weight decay, optimiser, again."""

from __future__ import annotations

import numpy as np

from lib.network.validate import Array
from lib.training.batches import Batches
from lib.training.gradient import BatchGradient, Vector
from lib.training.history import BLOCK
from lib.training.measure import mean_loss
from lib.training.one_image import OneImageGradient
from lib.training.optimisers import OPTIMISERS, Now
from lib.training.setup import TrainingSetup


class Trace:
    """What the steps of one block leave behind, one row a step, for all to be measured in one go.

    Attributes:
        weights: of each state, shape (BLOCK + 1, 13); row 0 before the block's first step.
        gradients: of each step, weight decay included, shape (BLOCK, 13).
        alphas: ``α`` of each image in the step's batch, shape (BLOCK + 1, batch).
        labels: of the same images, shape (BLOCK + 1, batch), or (batch,) when always the same.
        counts: images in each step's batch, shape (BLOCK,).
    """

    def __init__(self, weight_count: int, windows: int, batches: Batches, labels: Array) -> None:
        self.weights = np.zeros((BLOCK + 1, weight_count))
        self.gradients = np.empty((BLOCK, weight_count))
        self.alphas = np.empty((BLOCK + 1, batches.size))
        self.labels = labels if batches.full else np.empty((BLOCK + 1, batches.size))
        self.counts = np.full(BLOCK, batches.size)
        # a row taken from a list costs less than one taken from an array
        self.weight_rows = list(self.weights)
        self.gradient_rows = [Vector(row, windows) for row in self.gradients]
        self.alpha_rows = list(self.alphas)

    def batch_losses(self, first: int, last: int) -> Array:
        """Mean loss of the batches of rows first … last − 1."""
        losses = np.empty(last - first)
        for count in np.unique(self.counts[first:last]):
            rows = np.flatnonzero(self.counts[first:last] == count)
            labels = self.labels if self.labels.ndim == 1 else self.labels[first + rows, :count]
            losses[rows] = mean_loss(self.alphas[first + rows, :count], labels)
        return losses


class Stepper:
    """Moves weights along a run, from any step whose state is known.

    Args:
        setup: optimiser, weight decay.
        columns: what ``cut_columns`` gives for the training images, shape (kh·kw, windows, n).
        labels: shape (n,).
        batches: which images make which step.
        one_image: what computes the gradient where there is one image only.
    """

    def __init__(
        self,
        setup: TrainingSetup,
        columns: Array,
        labels: Array,
        batches: Batches,
        one_image: OneImageGradient | None = None,
    ) -> None:
        self.setup = setup
        self.batches = batches
        self._labels = labels
        self._minus_columns, self._zero = -columns, 1.0 - labels
        self._optimiser = OPTIMISERS[setup.optimiser]
        self.windows = columns.shape[1]
        self.weight_count = columns.shape[0] + columns.shape[1]
        self._by_size: dict[int, BatchGradient] = {}
        self._one_image = one_image

    def new_memory(self) -> Array:
        """What the optimiser remembers at the start: zeros, shape (symbols, 13)."""
        return np.zeros((len(self._optimiser.memory), self.weight_count))

    def new_trace(self) -> Trace:
        """An empty trace for a block of steps."""
        return Trace(self.weight_count, self.windows, self.batches, self._labels)

    def walk(self, weights: Array, memory: Array, first: int, rates: Array, trace: Trace) -> None:
        """Do one step a rate from step ``first`` on, within one block of steps.

        ``weights`` and ``memory`` are moved in place; each step's row of ``trace`` is written, and
        row + 1 of its weights.
        """
        setup, move, row = self.setup, self._optimiser.move, first % BLOCK
        vector = Vector(weights, self.windows)
        now = Now(setup, weights, trace.gradients[row], memory)
        trace.weights[row] = weights
        whole = self._whole() if self.batches.full else None
        # a run may diverge: its numbers then say so, and the warnings would say no more
        with np.errstate(all="ignore"):
            for step, rate in enumerate(rates.tolist(), start=first):
                gradient = trace.gradient_rows[row]
                if whole:
                    whole(vector, trace.alpha_rows[row], gradient)
                else:
                    self._batch_gradient(vector, step, row, trace)
                if setup.l2:
                    gradient.all += setup.l2 * weights
                if setup.l1:
                    gradient.all += setup.l1 * np.sign(weights)
                now.g, now.rate, now.t = gradient.all, rate, step + 1
                move(now)
                row += 1
                np.copyto(trace.weight_rows[row], weights)

    def alpha(self, weights: Array, out: Array) -> None:
        """``α`` of every training image, shape (n,), for a run of full batches."""
        with np.errstate(all="ignore"):
            self._whole().alpha(Vector(weights, self.windows), out)

    def _whole(self) -> BatchGradient | OneImageGradient:
        return self._one_image or self._for_size(self.batches.size)

    def _batch_gradient(self, weights: Vector, step: int, row: int, trace: Trace) -> None:
        batch = self.batches.at(step)
        count = len(batch)
        batch_gradient = self._for_size(count)
        batch_gradient.load(self._minus_columns, self._zero, batch)
        batch_gradient(weights, trace.alpha_rows[row][:count], trace.gradient_rows[row])
        np.take(self._labels, batch, out=trace.labels[row, :count], mode="clip")
        trace.counts[row] = count

    def _for_size(self, count: int) -> BatchGradient:
        if count not in self._by_size:
            self._by_size[count] = BatchGradient(
                self._minus_columns[:, :, :count], self._labels[:count], self.setup.batch_loss
            )
        return self._by_size[count]
