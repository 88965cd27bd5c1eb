"""A move of sliders: what the browser sends of it, and what it makes of a scenario."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

from lib.scenario import PROBES, Scenario
from lib.ui.state import keys

NUMBERS = "numbers"
"""The name of the sliders in the sidebar: all the network's numbers at once."""

NAMES = {keys.PANEL: NUMBERS} | {keys.slider(name): name for name in (*PROBES, "label")}
"""What sliders move, by the key of their component."""

_MOST = 2**53


@dataclass(frozen=True, slots=True)
class Move:
    """What a hand did; ``Move`` in bus.js is the same.

    Attributes:
        key: the key of the sliders' component.
        epoch: the session whose numbers were on the sliders.
        revision: the revision of those numbers.
        count: the move's place in the order of the tab's moves.
        values: where the sliders stand now.
    """

    key: str
    epoch: str
    revision: int
    count: int
    values: list[float]


def read_moves(state: Any) -> list[Move]:
    """The moves in the state of the component that brings them. Trusts nothing in ``state``."""
    sent: Any = state.get("moves") if hasattr(state, "get") else None
    if not isinstance(sent, list):
        return []
    return [move for move in map(_read_move, sent[: len(NAMES)]) if move is not None]


def _read_move(sent: Any) -> Move | None:
    if not hasattr(sent, "get"):
        return None
    key, epoch, values = sent.get("key"), sent.get("epoch"), finite(sent.get("values"))
    revision, count = sent.get("revision"), sent.get("count")
    if not isinstance(key, str) or not isinstance(epoch, str) or values is None:
        return None
    return Move(key, epoch, revision, count, values) if _is_count(revision, count) else None


def _is_count(*values: Any) -> bool:
    return all(type(value) is int and 0 <= value <= _MOST for value in values)


def finite(values: Any) -> list[float] | None:
    """The numbers, if that is what they are."""
    if not isinstance(values, list) or not all(
        isinstance(value, int | float) and not isinstance(value, bool) for value in values
    ):
        return None
    try:
        numbers = [float(value) for value in values]
    except OverflowError:  # a whole number beyond float64
        return None
    return numbers if all(map(math.isfinite, numbers)) else None


def applied_to(scenario: Scenario, name: str, numbers: list[float]) -> Scenario:
    """The scenario with the numbers that the sliders of that name show.

    Raises:
        ValueError: a wrong count, or a number that a scenario refuses.
    """
    if name == NUMBERS:
        return scenario.with_numbers(_one_class(scenario, numbers))
    (number,) = numbers
    if name == "label" and scenario.network is None:
        return scenario.with_numbers((*scenario.numbers[:-1], number))
    choice: dict[str, Any] = {name: number}
    return replace(scenario, **choice)


def _one_class(scenario: Scenario, numbers: list[float]) -> list[float]:
    """The numbers with a label that is one class: the one whose cell was raised most."""
    if scenario.architecture.head != "softmax" or len(numbers) != len(scenario.numbers):
        return numbers
    first = len(numbers) - scenario.architecture.outputs
    before, after = scenario.numbers[first:], numbers[first:]
    raised = [new - old for old, new in zip(before, after, strict=True)]
    chosen = raised.index(max(raised)) if max(raised) > 0 else before.index(1.0)
    return [*numbers[:first], *(float(k == chosen) for k in range(len(before)))]
