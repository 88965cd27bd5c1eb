"""What a learner compares: many training runs, and the two of them that are side by side."""

from __future__ import annotations

from dataclasses import dataclass

from lib.scenario.kinds import Choice, Number, OrNull
from lib.scenario.limits import MOST_RATES
from lib.scenario.lists import List
from lib.scenario.record import holds, settle
from lib.training import CHOICES, RANGES
from lib.training.setup import OptimiserKind
from lib.training.sweep import MOST_RUNS

_RUN = OrNull(Number(0, MOST_RUNS - 1, whole=True))
_STEPS = 5000
"""5 MB of losses at 128 runs: a class of a hundred must fit into the server's memory."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The choices of the page that compares runs; the rest of their set-up is the training's.

    A run is made of each optimiser with each learning rate and each seed, seeds changing fastest;
    that number is its place in this order.

    Attributes:
        optimisers: each once.
        learning_rates: ``η``, each once.
        first_seed: the first seed of the first weights.
        seed_count: how many seeds, from the first one on.
        steps: how many steps the runs are to take.
        steps_taken: how many of them they have taken; 0 before they are started.
        log_loss: whether the axis of the loss is logarithmic.
        run_a, run_b: the runs that are pinned; None where the page chooses.

    Raises:
        FieldError: a field with a value that it does not hold.
    """

    optimisers: tuple[OptimiserKind, ...] = holds(
        List(Choice(CHOICES["optimiser"]), 0, len(CHOICES["optimiser"]), once=True),
        ("descent", "adam"),
    )
    learning_rates: tuple[float, ...] = holds(
        List(Number(*RANGES["learning_rate"]), 0, MOST_RATES, once=True),
        (0.05, 0.2, 1.0, 5.0, 20.0, 100.0),
    )
    first_seed: int = holds(Number(0, 2**31 - 1 - MOST_RUNS, whole=True), 0)
    seed_count: int = holds(Number(1, MOST_RUNS, whole=True), 4)
    steps: int = holds(Number(1, _STEPS, whole=True), 500)
    steps_taken: int = holds(Number(0, _STEPS, whole=True), 0)
    log_loss: bool = holds(Choice((False, True)), False)
    run_a: int | None = holds(_RUN, None)
    run_b: int | None = holds(_RUN, None)

    def __post_init__(self) -> None:
        settle(self)
