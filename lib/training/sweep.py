"""Many runs at once on the same images: one batched computation, each run a column of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
from numpy.typing import NDArray

from lib.network import NOTES, Architecture, Parameters
from lib.network.validate import Array
from lib.training.dataset import Dataset
from lib.training.gradient import as_parameters
from lib.training.layered_sweep import LayeredSweepStepper
from lib.training.load import load_dataset
from lib.training.objective import objective
from lib.training.setup import OptimiserKind, TrainingSetup
from lib.training.stops import DIVERGED_WEIGHT
from lib.training.sweep_stepper import SweepStepper

MOST_RUNS, MOST_RUNS_OF_OTHERS = 128, 48
"""Of the notes' network, and of any other, whose runs take a step by turns."""
MOST_LOSSES = 5_000_000
"""Losses kept in all, runs times steps: 40 MB."""
FREE = ("optimiser", "learning_rate", "schedule", "initial", "initial_scale", "initial_seed")
"""What may differ between the runs of a sweep."""


def most_runs(architecture: Architecture) -> int:
    """How many runs of a network may be trained at once."""
    return MOST_RUNS if architecture == NOTES else MOST_RUNS_OF_OTHERS


def sweep_setups(
    base: TrainingSetup,
    *,
    optimisers: Iterable[OptimiserKind] = (),
    learning_rates: Iterable[float] = (),
    initial_seeds: Iterable[int] = (),
) -> list[TrainingSetup]:
    """Every combination of the given choices, seeds changing fastest; the base's where none is.

    Raises:
        ValueError: a value that a set-up refuses, or more combinations than ``most_runs``.
    """
    kinds = tuple(optimisers) or (base.optimiser,)
    rates = tuple(learning_rates) or (base.learning_rate,)
    seeds = tuple(initial_seeds) or (base.initial_seed,)
    count = len(kinds) * len(rates) * len(seeds)
    most = most_runs(base.architecture)
    if count > most:
        raise ValueError(f"sweep: got {count} runs, wanted at most {most}")
    return [
        replace(base, optimiser=kind, learning_rate=rate, initial_seed=seed)
        for kind, rate, seed in product(kinds, rates, seeds)
    ]


@dataclass(frozen=True, slots=True, eq=False)
class Results:
    """How each run stands, every array of shape (runs,); NaN where there are no such images."""

    train_loss: Array
    train_accuracy: Array
    test_loss: Array
    test_accuracy: Array
    diverged: NDArray[np.bool_]


class Sweep:
    """Up to ``most_runs`` runs on the same images and batches; stop conditions do not apply.

    Args:
        setups: one a run, equal but for ``FREE``.
        dataset: the images; those that the set-ups name when left out.

    Attributes:
        step: steps done.
        most_steps: how many there is room for.

    Raises:
        ValueError: no run, too many, or set-ups that differ in something else.
    """

    def __init__(self, setups: Sequence[TrainingSetup], dataset: Dataset | None = None) -> None:
        self.setups = _checked(tuple(setups))
        self.dataset = load_dataset(self.setups[0]) if dataset is None else dataset
        data = self.dataset
        loss = objective(self.setups[0], data)
        self._stepper: SweepStepper | LayeredSweepStepper
        if self.setups[0].architecture == NOTES:
            self._stepper = SweepStepper(self.setups, data.train_images, data.train_labels)
        else:
            self._stepper = LayeredSweepStepper(self.setups, loss)
        self._measures = loss.measures()
        self._losses = np.empty((0, len(self.setups)))
        self.step = 0
        self.most_steps = MOST_LOSSES // len(self.setups)

    @property
    def batch_loss(self) -> Array:
        """Mean loss of each step's batch before the step, shape (step, runs), read-only."""
        view = self._losses[: self.step]
        view.setflags(write=False)
        return view

    def weights(self, run: int) -> Array:
        """The newest weights of one run, shape (weights,), in an array of their own."""
        return self._stepper.weights[:, run].copy()

    def parameters(self, run: int) -> Parameters:
        """Of the notes' network, the newest kernel (3, 3) and dense weights (4,) of one run.

        Raises:
            ValueError: the run has diverged beyond the finite numbers.
        """
        return as_parameters(self.weights(run))

    def advance(self, count: int = 1) -> int:
        """Do ``count`` steps of every run, or as many as there is room for; return how many.

        Raises:
            ValueError: a count below 0.
        """
        if count < 0:
            raise ValueError(f"count: got {count}, wanted 0 or more")
        count = min(count, self.most_steps - self.step)
        end = self.step + count
        if end > len(self._losses):
            longer = np.empty((max(end, len(self._losses) * 3 // 2), len(self.setups)))
            longer[: self.step] = self._losses[: self.step]
            self._losses = longer
        # a run may diverge: its numbers then say so, and the warnings would say no more
        with np.errstate(all="ignore"):
            while self.step < end:
                self.step += self._stepper.walk(self.step, self._losses[self.step : end])
        return count

    def results(self) -> Results:
        """Loss and accuracy of each run's newest weights."""
        weights = self._stepper.weights
        train, test = (measure.all(weights.T) for measure in self._measures)
        diverged = np.asarray(~(np.abs(weights).max(axis=0) <= DIVERGED_WEIGHT))
        return Results(*train, *test, diverged)


def _checked(setups: tuple[TrainingSetup, ...]) -> tuple[TrainingSetup, ...]:
    most = most_runs(setups[0].architecture) if setups else MOST_RUNS
    if not 1 <= len(setups) <= most:
        raise ValueError(f"setups: got {len(setups)}, wanted 1 to {most}")
    for setup in setups:
        alike = replace(setup, **{name: getattr(setups[0], name) for name in FREE})
        if alike != setups[0]:
            raise ValueError(
                f"setups: got different ones, wanted all equal but in {', '.join(FREE)}"
            )
    return setups
