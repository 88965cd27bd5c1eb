"""The learning rate of every step: the set-up's, changed on the way, times the schedule."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from lib.network.validate import Array
from lib.training.schedule import schedule_factor
from lib.training.setup import TrainingSetup


class Rates:
    """The learning rates of a run.

    Args:
        setup: first learning rate and schedule.
        changes: (step, learning rate) pairs in order: the rate before the schedule, from that step
            on.

    Raises:
        ValueError: steps that do not rise, or a rate out of the set-up's range.
    """

    def __init__(self, setup: TrainingSetup, changes: tuple[tuple[int, float], ...] = ()) -> None:
        self._setup = setup
        self._changes: list[tuple[int, float]] = []
        for step, rate in changes:
            self.change(step, rate)

    @property
    def changes(self) -> tuple[tuple[int, float], ...]:
        """The changes so far, as the constructor takes them."""
        return tuple(self._changes)

    def change(self, step: int, rate: float) -> None:
        """Use another rate from a step on.

        Raises:
            ValueError: a step before the last change, or a rate out of the set-up's range.
        """
        latest = self._changes[-1][0] if self._changes else 0
        if step < latest:
            raise ValueError(f"rate change: got step {step}, wanted {latest} or later")
        rate = replace(self._setup, learning_rate=rate).learning_rate
        if self._changes and step == latest:
            self._changes.pop()
        self._changes.append((step, rate))

    def forget_after(self, step: int) -> None:
        """Drop the changes that came after a step; one made at that very step stays."""
        self._changes = [change for change in self._changes if change[0] <= step]

    def of(self, first: int, last: int) -> Array:
        """``η_t`` of steps first … last − 1, shape (last − first,)."""
        rates = np.full(last - first, self._setup.learning_rate)
        for step, rate in self._changes:
            rates[max(step - first, 0) :] = rate
        return rates * schedule_factor(self._setup, first, last)
