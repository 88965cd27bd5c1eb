"""The walk-through as data: forward, loss, backward, update, one operation after another.

What is not computed yet is not known yet: a page asks :meth:`Walk.known` and shows the rest as *not
computed*, never as 0.
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.derivation.operations import (
    Phase,
    Step,
    backward_steps,
    forward_steps,
    loss_step,
    targets,
    update_steps,
)
from lib.derivation.quantity import Quantity, value
from lib.derivation.state import State
from lib.derivation.update import after_update
from lib.network.places import places

__all__ = ["Phase", "Step", "Walk", "walk"]


@dataclass(frozen=True, slots=True)
class Walk:
    """Every step of one example, and the state after the update."""

    steps: tuple[Step, ...]
    given: frozenset[Quantity]
    """What is there before the first step: image, parameters, label or given gradient."""
    after: State

    def known(self, done: int) -> frozenset[Quantity]:
        """What is computed once the first ``done`` steps are."""
        return self.given | {step.computes for step in self.steps[:done]}

    def position_of(self, quantity: Quantity) -> int:
        """The index of the step that computes it.

        Raises:
            LookupError: it is given, or not of this network.
        """
        for position, step in enumerate(self.steps):
            if step.computes == quantity:
                return position
        raise LookupError(f"{quantity.key}: no step computes it")


def walk(state: State, rate: float) -> Walk:
    """The steps of the state's example with learning rate η.

    Raises:
        ValueError: the updated weights, or their network's values, exceed float64.
    """
    after = after_update(state, rate)
    known = places(state.architecture).values()
    given = [
        value(v) for place in known if place.role in ("parameter", "image") for v in place.cells()
    ]
    steps = (
        *forward_steps(state),
        loss_step(state),
        *backward_steps(state),
        *update_steps(state, after, rate),
    )
    return Walk(steps, frozenset([*given, *targets(state)]), after)
