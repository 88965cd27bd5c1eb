"""The loop that trains: batch, gradient, weight decay, optimiser, again."""

from __future__ import annotations

import numpy as np

from lib.network.validate import Array
from lib.training.batches import Batches
from lib.training.gradient import Vector
from lib.training.history import BLOCK
from lib.training.objective import Gradient, Objective
from lib.training.optimisers import OPTIMISERS, Now
from lib.training.setup import TrainingSetup


class Trace:
    """What the steps of one block leave behind, one row a step, for all to be measured in one go.

    Attributes:
        weights: of each state, shape (BLOCK + 1, weights); row 0 before the block's first step.
        gradients: of each step, weight decay included, shape (BLOCK, weights).
        alphas: ``α`` of each image in the step's batch, shape (BLOCK + 1, batch), or with an axis
            of K outputs before the last.
        labels: of the same images, in the same shape, or without the first axis when always the
            same.
        counts: images in each step's batch, shape (BLOCK,).
    """

    def __init__(self, objective: Objective, batches: Batches) -> None:
        self.weights = np.zeros((BLOCK + 1, objective.weight_count))
        self.gradients = np.empty((BLOCK, objective.weight_count))
        rows = (BLOCK + 1, *objective.labels.shape[:-1], batches.size)
        self.alphas = np.empty(rows)
        self.labels = objective.labels if batches.full else np.empty(rows)
        self.counts = np.full(BLOCK, batches.size)
        # a row taken from a list costs less than one taken from an array
        self.weight_rows = list(self.weights)
        self.gradient_rows = [Vector(row, objective.dense_count) for row in self.gradients]
        self.alpha_rows = list(self.alphas)
        self._objective, self._full = objective, batches.full

    def batch_losses(self, first: int, last: int) -> Array:
        """Mean loss of the batches of rows first … last − 1."""
        losses = np.empty(last - first)
        for count in np.unique(self.counts[first:last]):
            rows = np.flatnonzero(self.counts[first:last] == count)
            labels = self.labels if self._full else self.labels[first + rows, ..., :count]
            losses[rows] = self._objective.mean_loss(self.alphas[first + rows, ..., :count], labels)
        return losses


class Stepper:
    """Moves weights along a run, from any step whose state is known.

    Args:
        setup: optimiser, weight decay.
        objective: what computes the gradients of its training images.
        batches: which images make which step.
        by_size: gradients by the size of their batch, which steppers that go by turns may share.
    """

    def __init__(
        self,
        setup: TrainingSetup,
        objective: Objective,
        batches: Batches,
        by_size: dict[int, Gradient] | None = None,
    ) -> None:
        self.setup = setup
        self.objective = objective
        self.batches = batches
        self._optimiser = OPTIMISERS[setup.optimiser]
        self._by_size = {} if by_size is None else by_size

    def new_memory(self) -> Array:
        """What the optimiser remembers at the start: zeros, shape (symbols, weights)."""
        return np.zeros((len(self._optimiser.memory), self.objective.weight_count))

    def new_trace(self) -> Trace:
        """An empty trace for a block of steps."""
        return Trace(self.objective, self.batches)

    def walk(self, weights: Array, memory: Array, first: int, rates: Array, trace: Trace) -> None:
        """Do one step a rate from step ``first`` on, within one block of steps.

        ``weights`` and ``memory`` are moved in place; each step's row of ``trace`` is written, and
        row + 1 of its weights.
        """
        setup, move, row = self.setup, self._optimiser.move, first % BLOCK
        vector = Vector(weights, self.objective.dense_count)
        now = Now(setup, weights, trace.gradients[row], memory)
        trace.weights[row] = weights
        whole = self._for_size(self.batches.size) if self.batches.full else None
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
        """``α`` of every training image, shape (n,) or (K, n), for a run of full batches."""
        with np.errstate(all="ignore"):
            vector = Vector(weights, self.objective.dense_count)
            self._for_size(self.batches.size).alpha(vector, out)

    def _batch_gradient(self, weights: Vector, step: int, row: int, trace: Trace) -> None:
        batch = self.batches.at(step)
        count = len(batch)
        batch_gradient = self._for_size(count)
        self.objective.load(batch_gradient, batch)
        batch_gradient(weights, trace.alpha_rows[row][..., :count], trace.gradient_rows[row])
        labels = self.objective.labels
        np.take(labels, batch, axis=-1, out=trace.labels[row, ..., :count], mode="clip")
        trace.counts[row] = count

    def _for_size(self, count: int) -> Gradient:
        if count not in self._by_size:
            self._by_size[count] = self.objective.gradient(count)
        return self._by_size[count]
