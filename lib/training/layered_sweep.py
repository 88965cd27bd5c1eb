"""The loop that trains several runs of any network by turns; see ``SweepStepper``."""

from __future__ import annotations

import numpy as np

from lib.network.validate import Array
from lib.training.batches import Batches
from lib.training.history import BLOCK
from lib.training.initial import initial_weights
from lib.training.objective import Gradient, Objective
from lib.training.rates import Rates
from lib.training.setup import TrainingSetup
from lib.training.stepper import Stepper


class LayeredSweepStepper:
    """Moves the weights of every run, in place, each bit as a run alone would.

    Their plan and their trace are the same arrays, so that many runs need no more room than one.

    Args:
        setups: one a run; they share the images, the batches and every coefficient.
        objective: of their network and images.
    """

    def __init__(self, setups: tuple[TrainingSetup, ...], objective: Objective) -> None:
        first, count = setups[0], objective.labels.shape[-1]
        batches = Batches(count, first.batch_size, first.batch_seed)
        by_size: dict[int, Gradient] = {}
        self._steppers = [Stepper(setup, objective, batches, by_size) for setup in setups]
        self._memories = [stepper.new_memory() for stepper in self._steppers]
        self._rates = [Rates(setup) for setup in setups]
        self._weights = np.stack([initial_weights(setup) for setup in setups])
        self._trace = self._steppers[0].new_trace()

    @property
    def weights(self) -> Array:
        """Shape (weights, runs)."""
        return self._weights.T

    def walk(self, first: int, losses: Array) -> int:
        """Do some of the steps from ``first`` on, within one block of steps.

        Writes the mean loss of each step's batch before the step into a row of ``losses``, shape
        (steps, runs), and returns how many rows.
        """
        row = first % BLOCK
        steps = min(len(losses), BLOCK - row)
        for run, stepper in enumerate(self._steppers):
            rates = self._rates[run].of(first, first + steps)
            stepper.walk(self._weights[run], self._memories[run], first, rates, self._trace)
            losses[:steps, run] = self._trace.batch_losses(row, row + steps)
        return steps
