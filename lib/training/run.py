"""A training run: steps forward, its curves, and any earlier step again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from lib.network import Parameters
from lib.network.validate import Array
from lib.training.batches import Batches
from lib.training.dataset import Dataset
from lib.training.gradient import as_parameters
from lib.training.history import BLOCK, History
from lib.training.initial import initial_weights
from lib.training.load import load_dataset
from lib.training.objective import objective
from lib.training.rates import Rates
from lib.training.recorder import Recorder
from lib.training.run_state import RunState
from lib.training.setup import TrainingSetup
from lib.training.stepper import Stepper
from lib.training.stops import Stop, first_stop


class Run:
    """Trains the network of a set-up, step by step. The same set-up gives the same bits.

    Args:
        setup: every choice.
        dataset: the images; those that the set-up names when left out.
        rate_changes: (step, learning rate) pairs, for a run whose rate was changed on the way.

    Raises:
        ValueError: a batch larger than the data, no way to load the data, or bad rate changes.
    """

    def __init__(
        self,
        setup: TrainingSetup,
        dataset: Dataset | None = None,
        rate_changes: tuple[tuple[int, float], ...] = (),
    ) -> None:
        self.setup = setup
        self.dataset = load_dataset(setup) if dataset is None else dataset
        self.rates = Rates(setup, rate_changes)
        self._objective = objective(setup, self.dataset)
        self._stepper = self._new_stepper()
        self._recorder = Recorder(self._stepper, *self._objective.measures())
        self._first_weights = initial_weights(setup, self.dataset.train_images.shape[-2:])
        self._trace = self._recorder.trace
        self._start()

    def _new_stepper(self) -> Stepper:
        setup, count = self.setup, len(self.dataset.train_images)
        batches = Batches(count, setup.batch_size, setup.batch_seed)
        return Stepper(setup, self._objective, batches)

    def _start(self) -> None:
        self.history = History()
        self.stopped: Stop | None = None
        self._weights = self._first_weights.copy()
        self._memory = self._stepper.new_memory()
        self.history.keep(0, self._weights, self._memory)
        self._trace.weights[0] = self._weights
        self._recorder.record(self.history, self.rates, -1, 0)

    @property
    def step(self) -> int:
        """Steps done."""
        return self.history.step

    @property
    def weights(self) -> Array:
        """The newest weights, an array (weights,) of its own: layer by layer, biases last."""
        return self._weights.copy()

    @property
    def parameters(self) -> Parameters:
        """Of the notes' network, the newest kernel (3, 3) and dense weights (4,)."""
        return as_parameters(self.weights)

    def advance(self, count: int = 1) -> int:
        """Do up to ``count`` steps, fewer if the run stops; return how many were done.

        A run that has stopped does no more steps until its conditions change (``set_stops``).

        Raises:
            ValueError: a count below 0.
        """
        if count < 0:
            raise ValueError(f"count: got {count}, wanted 0 or more")
        begin, end = self.step, self.step + count
        while self.step < end and self.stopped is None:
            first = self.step
            last = min(end, (first // BLOCK + 1) * BLOCK)
            self._stepper.walk(
                self._weights, self._memory, first, self.rates.of(first, last), self._trace
            )
            self._recorder.record(self.history, self.rates, first, last)
            if last % BLOCK == 0:
                self.history.keep(last, self._weights, self._memory)
            self._stop_if_due(first)
        return self.step - begin

    def set_stops(self, *, loss: float = 0.0, steps: int = 0, plateau: int = 0) -> None:
        """Replace the stop conditions and let the run go on; a diverged run stays stopped.

        Raises:
            ValueError: a condition out of range.
        """
        self.setup = replace(self.setup, stop_loss=loss, stop_steps=steps, stop_plateau=plateau)
        if self.stopped and self.stopped.reason != "diverged":
            self.stopped = None

    def rewind(self, step: int) -> None:
        """Go back to a step for good: what came after it is forgotten, rate changes included.

        Raises:
            ValueError: a step that the run has not reached.
        """
        self._go_back(step)
        self.rates.forget_after(step)
        if self.stopped and self.stopped.step > step:
            self.stopped = None

    def at(self, step: int) -> RunState:
        """Any step of the run again, bit by bit, with the batch that moves its weights on.

        Raises:
            ValueError: a step that the run has not reached.
        """
        weights, memory = self._state(step)
        before = weights.copy(), memory.copy()
        trace = self._stepper.new_trace()
        rates = self.rates.of(step, step + 1)
        self._stepper.walk(weights, memory, step, rates, trace)
        return RunState(
            step=step,
            weights=before[0],
            batch=self._stepper.batches.at(step).copy(),
            gradient=trace.gradients[step % BLOCK].copy(),
            learning_rate=float(rates[0]),
            memory=before[1],
            next_memory=memory,
            next_weights=weights,
        )

    def path(self, first: int = 0, last: int | None = None) -> Array:
        """The weights of states first … last, shape (last − first + 1, weights), computed again.

        May be asked for from another thread, while the run goes on.

        Raises:
            ValueError: states that the run has not reached.
        """
        last = self.step if last is None else last
        if not 0 <= first <= last <= self.step:
            raise ValueError(f"path: got {first}…{last}, wanted states within 0…{self.step}")
        path = np.empty((last - first + 1, len(self._weights)))
        stepper = self._new_stepper()
        weights, memory = self._state(first, stepper)
        path[0] = weights
        trace = stepper.new_trace()
        step = first
        while step < last:
            until = min(last, (step // BLOCK + 1) * BLOCK)
            stepper.walk(weights, memory, step, self.rates.of(step, until), trace)
            row = step % BLOCK + 1
            path[step - first + 1 : until - first + 1] = trace.weights[row : row + until - step]
            step = until
        return path

    def _go_back(self, step: int) -> None:
        self._weights, self._memory = self._state(step)
        self.history.forget_after(step)

    def _state(self, step: int, stepper: Stepper | None = None) -> tuple[Array, Array]:
        """Weights and memory after ``step`` steps, from the checkpoint before."""
        if not 0 <= step <= self.step:
            raise ValueError(f"step: got {step}, wanted 0…{self.step}, the steps done")
        first, weights, memory = self.history.checkpoint(step)
        if first < step:
            stepper = stepper or self._stepper
            trace = stepper.new_trace()
            stepper.walk(weights, memory, first, self.rates.of(first, step), trace)
        return weights, memory

    def _stop_if_due(self, first: int) -> None:
        """Stop at the first state after ``first`` that meets a condition; drop those after it."""
        rows = self._trace.weights[first % BLOCK + 1 :][: self.step - first]
        self.stopped = first_stop(
            self.setup,
            first,
            self.history.train_loss[first + 1 :],
            self.history.lowest_loss,
            np.abs(rows).max(axis=1),
        )
        if self.stopped and self.stopped.step < self.step:
            self._go_back(self.stopped.step)
