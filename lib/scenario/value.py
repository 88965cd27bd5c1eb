"""The scenario: one frozen value that holds everything a page shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from lib.derivation import PRECISIONS, Precision, State, variable_from_key
from lib.network import Geometry, Parameters
from lib.network.validate import Array
from lib.scenario.limits import (
    COUNTS,
    LARGEST,
    LOOKS,
    MOST_OPERATIONS,
    MOST_RATE_CHANGES,
    MOST_STEPS,
    PROBES,
)
from lib.text import LANGUAGES, Language
from lib.training import TrainingSetup
from lib.training.rates import Rates

GEOMETRY = Geometry((4, 4), (3, 3))
"""The network of every scenario: the notes'."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """The notes' network with its numbers, and the choices that decide what a page shows of it.

    Attributes:
        image: ``a_{pq}``, 16 numbers, row by row.
        kernel: ``w_{mn}``, 9 numbers, row by row.
        dense: ``w_a … w_d``, 4 numbers.
        label: ``yy`` in [0, 1].
        variable: the key of the variable whose derivation is open, such as ``kernel-0-0``.
        precision: significant digits on the screen: 3, 6 or 17 (all).
        language: ``en`` or ``zh``.
        look: which look into the derivation is open, one of ``LOOKS``.
        operations_done: how many operations of the walk-through are done.
        probe_output: the y_out of the cross-entropy lesson, from 0.001 to 0.999.
        probe_x: the x of the sigmoid lesson, from −10 to 10.
        probe_alpha: the α at which the long path is compared, from −60 to 60.
        probe_epsilon: log10 of the nudge ε, from −16 to 0.
        probe_rate: the learning rate of the walk-through's update, from 0 to 100.
        training: the set-up of the training run.
        step: how many steps of that run have been taken, at most a million.
        rate_changes: (step, learning rate) pairs, at most 40: the rates set while the run went on.

    Raises:
        ValueError: a wrong count, a number that is not finite or beyond ±1000, a label outside
            [0, 1], an unknown variable, precision or language, a step out of range, or rate
            changes that a run would not take.
    """

    image: tuple[float, ...]
    kernel: tuple[float, ...]
    dense: tuple[float, ...]
    label: float
    variable: str = "kernel-0-0"
    precision: Precision = 3
    language: Language = "en"
    look: str = LOOKS[0]
    operations_done: int = 0
    probe_output: float = 0.7
    probe_x: float = 1.0
    probe_alpha: float = 4.0
    probe_epsilon: float = -5.25
    probe_rate: float = 1.0
    training: TrainingSetup = field(default_factory=lambda: TrainingSetup(stop_steps=2000))
    step: int = 0
    rate_changes: tuple[tuple[int, float], ...] = ()

    def __post_init__(self) -> None:
        for name, count in COUNTS.items():
            object.__setattr__(self, name, _numbers(name, getattr(self, name), count))
        (label,) = _numbers("label", (self.label,), 1)
        if not 0 <= label <= 1:
            raise ValueError(f"label: got {label}, wanted a number in [0, 1]")
        object.__setattr__(self, "label", label)
        for name, (low, high) in PROBES.items():
            (probe,) = _numbers(name, (getattr(self, name),), 1)
            if not low <= probe <= high:
                raise ValueError(f"{name}: got {probe}, wanted a number in [{low}, {high}]")
            object.__setattr__(self, name, probe)
        variable_from_key(self.variable, GEOMETRY)
        precision: Any = self.precision
        if type(precision) is not int or precision not in PRECISIONS:
            raise ValueError(f"precision: wanted one of {PRECISIONS}")
        if self.language not in LANGUAGES:
            raise ValueError(f"language: wanted one of {LANGUAGES}")
        if self.look not in LOOKS:
            raise ValueError(f"look: wanted one of {LOOKS}")
        if (
            type(self.operations_done) is not int
            or not 0 <= self.operations_done <= MOST_OPERATIONS
        ):
            raise ValueError(f"operations_done: wanted a whole number from 0 to {MOST_OPERATIONS}")
        if type(self.step) is not int or not 0 <= self.step <= MOST_STEPS:
            raise ValueError(f"step: wanted a whole number from 0 to {MOST_STEPS}")
        changes: Any = self.rate_changes
        if not isinstance(changes, tuple) or len(changes) > MOST_RATE_CHANGES:
            raise ValueError(f"rate_changes: wanted at most {MOST_RATE_CHANGES} pairs")
        if any(not isinstance(change, tuple) or len(change) != 2 for change in changes):
            raise ValueError("rate_changes: wanted (step, learning rate) pairs")
        if any(type(step) is not int or step > self.step for step, _ in changes):
            raise ValueError("rate_changes: wanted steps that the run has taken")
        object.__setattr__(self, "rate_changes", Rates(self.training, changes).changes)

    @property
    def numbers(self) -> tuple[float, ...]:
        """Image, kernel, dense weights and label in one row of 30."""
        return (*self.image, *self.kernel, *self.dense, self.label)

    def with_numbers(self, numbers: Iterable[float]) -> Scenario:
        """The same scenario with other numbers, in the order of :attr:`numbers`.

        Raises:
            ValueError: not 30 numbers, or one that is not allowed.
        """
        row = tuple(numbers)
        if len(row) != 30:
            raise ValueError(f"numbers: got {len(row)}, wanted 30")
        return replace(self, image=row[:16], kernel=row[16:25], dense=row[25:29], label=row[29])

    @property
    def image_array(self) -> Array:
        """The image as (4, 4)."""
        return np.reshape(self.image, (4, 4)).astype(np.float64)

    @property
    def parameters(self) -> Parameters:
        """The weights as the network takes them."""
        return Parameters(np.reshape(self.kernel, (3, 3)), self.dense)

    def state(self) -> State:
        """The network run forward and backward on these numbers."""
        return State.of(self.parameters, self.image_array, self.label)


def _numbers(name: str, values: object, count: int) -> tuple[float, ...]:
    """``count`` finite floats within ±LARGEST; a negative zero becomes 0."""
    if not isinstance(values, tuple | list) or len(values) != count:
        raise ValueError(f"{name}: wanted {count} numbers")
    row: list[float] = []
    for value in values:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError(f"{name}: wanted {count} numbers")
        if not -LARGEST <= value <= LARGEST:  # NaN fails too
            raise ValueError(f"{name}: wanted finite numbers from −1000 to 1000")
        row.append(float(value) + 0.0)
    return tuple(row)
