"""How the learning rate changes over a run: η_t = η · factor(t)."""

from __future__ import annotations

import numpy as np

from lib.network.validate import Array
from lib.training.setup import ScheduleKind, TrainingSetup

SCHEDULE_LATEX: dict[ScheduleKind, str] = {
    "constant": r"\eta_t = \eta",
    "step": r"\eta_t = \eta \cdot f^{\lfloor t / T \rfloor}",
    "exponential": r"\eta_t = \eta \cdot f^{t / T}",
    "cosine": r"\eta_t = \eta \cdot \left( f + (1 - f) \cdot "
    r"\frac{1 + \cos(\pi \cdot \min(t / T, 1))}{2} \right)",
}
"""t is the step from 0, T ``schedule_steps`` and f ``schedule_factor``."""


def schedule_factor(setup: TrainingSetup, first: int, last: int) -> Array:
    """What the learning rate of steps first … last − 1 is multiplied by, shape (last − first,)."""
    steps = np.arange(first, last, dtype=np.float64)
    period, factor = setup.schedule_steps, setup.schedule_factor
    if setup.schedule == "step":
        return factor ** np.floor(steps / period)
    if setup.schedule == "exponential":
        return factor ** (steps / period)
    if setup.schedule == "cosine":
        half_turn = np.pi * np.minimum(steps / period, 1.0)
        return factor + (1.0 - factor) * (1.0 + np.cos(half_turn)) / 2.0
    return np.ones_like(steps)
