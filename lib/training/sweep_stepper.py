"""The loop that trains many runs at once, and the loss of each of their steps."""

from __future__ import annotations

from itertools import groupby

import numpy as np

from lib.network import GEOMETRY, Geometry
from lib.network.validate import Array
from lib.training.batches import Batches
from lib.training.gradient import cut_patches
from lib.training.initial import initial_weights
from lib.training.measure import mean_loss
from lib.training.optimisers import OPTIMISERS, Now, Optimiser
from lib.training.rates import Rates
from lib.training.setup import TrainingSetup
from lib.training.sweep_gradient import SweepGradient, SweepVector

IN_CACHE = 32768
"""Numbers whose logarithms are taken together: enough to be quick, few enough to stay near."""


class SweepStepper:
    """Moves the weights of every run, in place.

    Args:
        setups: one a run; they share the images, the batches and every coefficient.
        images: to learn from, shape (n, H, W).
        labels: shape (n,).

    Attributes:
        weights: shape (13, runs).
    """

    def __init__(self, setups: tuple[TrainingSetup, ...], images: Array, labels: Array) -> None:
        first, geometry = setups[0], Geometry(images.shape[1:], GEOMETRY.kernel_shape)
        self._setup, self._labels = first, labels
        self._patches = cut_patches(images, geometry)
        self._minus_patches, self._zero = -self._patches, 1.0 - labels
        self._batches = Batches(len(images), first.batch_size, first.batch_seed)
        self._by_size: dict[int, tuple[SweepGradient, list[tuple[Array, Array]]]] = {}
        shape = images.shape[1:]
        self.weights = np.stack([initial_weights(setup, shape) for setup in setups], axis=1)
        self._vector = SweepVector(self.weights, geometry.window_count)
        self._gradient = SweepVector(np.empty_like(self.weights), geometry.window_count)
        self._groups = self._by_optimiser(setups)
        self._rates = [Rates(setup) for setup in setups]
        self._steady = all(setup.schedule == "constant" for setup in setups)
        self._set_rates(0)
        size = self._batches.size
        self._together = max(1, IN_CACHE // (size * len(setups)))
        self._alphas, self._odds = np.empty((2, self._together, size, len(setups)))
        self._label_rows = np.empty((self._together, 1, size))
        self._label_rows[:] = labels[:size]

    def walk(self, first: int, losses: Array) -> int:
        """Do some of the steps from ``first`` on, as many as are measured together.

        Writes the mean loss of each step's batch before the step into a row of ``losses``, shape
        (steps, runs), and returns how many rows: the batches of these steps are of one size.
        """
        count, full = len(self._batches.at(first)), self._batches.full
        batch_gradient, rows = self._for_size(count)
        done = 0
        for alpha, odds in rows[: len(losses)]:
            step = first + done
            if not full:
                batch = self._batches.at(step)
                if len(batch) != count:
                    break
                batch_gradient.load(self._minus_patches, self._zero, batch)
                self._label_rows[done, 0, :count] = self._labels[batch]
            batch_gradient(self._vector, alpha, odds, self._gradient)
            self._move(step)
            done += 1
        self._write_losses(done, count, losses)
        return done

    def _move(self, step: int) -> None:
        if self._setup.l2:
            self._gradient.all += self._setup.l2 * self.weights
        if self._setup.l1:
            self._gradient.all += self._setup.l1 * np.sign(self.weights)
        if not self._steady:
            self._set_rates(step)
        for optimiser, _, now in self._groups:
            now.t = step + 1
            optimiser.move(now)

    def _write_losses(self, steps: int, count: int, losses: Array) -> None:
        """L = log(1 + e^α) − yy·α, averaged; where e^α was too large, by the longer way."""
        alphas, odds = self._alphas[:steps, :count], self._odds[:steps, :count]
        labels = self._label_rows[:steps, :, :count]
        np.log(odds, odds)
        sums = np.matmul(np.ones((1, count)), odds) - np.matmul(labels, alphas)
        np.divide(sums[:, 0], count, losses[:steps])
        if not np.isfinite(losses[:steps]).all():
            by_run = alphas.transpose(0, 2, 1)
            yy = np.broadcast_to(labels, by_run.shape).reshape(-1, count)
            losses[:steps] = mean_loss(by_run.reshape(-1, count), yy).reshape(steps, -1)

    def _set_rates(self, step: int) -> None:
        rates = np.array([rates.of(step, step + 1)[0] for rates in self._rates])
        # as large as the weights: an array that need not be stretched is multiplied faster
        full = np.ascontiguousarray(np.broadcast_to(rates, self.weights.shape))
        for _, members, now in self._groups:
            now.rate = full[:, members]

    def _by_optimiser(
        self, setups: tuple[TrainingSetup, ...]
    ) -> list[tuple[Optimiser, slice, Now]]:
        """Neighbouring runs of one optimiser move together: views of their columns."""
        groups = []
        start = 0
        for kind, group in groupby(setups, key=lambda setup: setup.optimiser):
            members = slice(start, start + len(list(group)))
            start = members.stop
            optimiser = OPTIMISERS[kind]
            w, g = self.weights[:, members], self._gradient.all[:, members]
            memory = np.zeros((len(optimiser.memory), *w.shape))
            groups.append((optimiser, members, Now(self._setup, w, g, memory)))
        return groups

    def _for_size(self, count: int) -> tuple[SweepGradient, list[tuple[Array, Array]]]:
        """For batches of this size: what computes the gradients, and rows for α and 1 + e^α."""
        if count not in self._by_size:
            patches, labels = self._patches[:, :count], self._labels[:count]
            gradient = SweepGradient(patches, labels, self.weights.shape[1], self._setup.batch_loss)
            rows = zip(self._alphas[:, :count], self._odds[:, :count], strict=True)
            self._by_size[count] = gradient, list(rows)
        return self._by_size[count]
