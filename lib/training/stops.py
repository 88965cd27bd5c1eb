"""When a run should stop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from lib.network.validate import Array
from lib.training.setup import TrainingSetup

StopReason = Literal["", "loss", "steps", "plateau", "diverged"]

DIVERGED_WEIGHT = 1e4
"""A weight this large says that the run has diverged: every sigmoid behind it is then at 0 or 1,
whatever the image."""
PLATEAU_TOLERANCE = 1e-6
"""A new low counts from this much below the old one, in nats."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a run stopped and why."""

    step: int
    reason: StopReason


def first_stop(
    setup: TrainingSetup, first: int, losses: Array, lowest: Array, largest: Array
) -> Stop | None:
    """The first state after ``first`` at which the run should stop, or None.

    Args:
        setup: holds the conditions.
        first: number of the state before those that are asked about.
        losses: training losses of states first + 1 …, shape (n,).
        lowest: the smallest loss up to each state from 0 to the last of these.
        largest: the largest |weight| of states first + 1 …, shape (n,).
    """
    states = first + 1 + np.arange(len(losses))
    met: dict[StopReason, NDArray[np.bool_]] = {
        "diverged": ~np.isfinite(losses) | ~(largest <= DIVERGED_WEIGHT),
    }
    if setup.stop_loss:
        met["loss"] = losses <= setup.stop_loss
    if setup.stop_plateau:
        before = np.maximum(states - setup.stop_plateau, 0)
        flat = lowest[before] - lowest[states] < PLATEAU_TOLERANCE
        met["plateau"] = flat & (states >= setup.stop_plateau)
    if setup.stop_steps:
        met["steps"] = states >= setup.stop_steps
    stops = [Stop(int(states[np.argmax(at)]), reason) for reason, at in met.items() if at.any()]
    return min(stops, key=lambda stop: stop.step, default=None)
