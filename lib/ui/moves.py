"""A move of sliders: what the browser sends of it, and what it makes of a scenario."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

from lib.scenario import PROBES, Scenario
from lib.ui.components import panel

NUMBERS = "numbers"
"""The name of the sliders in the sidebar: all the network's numbers at once."""

NAMES = {panel.KEY: NUMBERS} | {f"slider-{name}": name for name in (*PROBES, "label")}
"""What sliders move, by the key of their component."""


_MOST = 2**53


@dataclass(frozen=True, slots=True)
class Move:
    """What a hand did.

    Attributes:
        key: the component's.
        epoch: the session whose numbers were on the sliders.
        revision: the revision of those numbers.
        count: the move's place in the order of the tab's moves.
        values: where the sliders stand now.
        shown: the count of the run on whose page the browser shows already what the parts make of
            it; −1 if it does not.
    """

    key: str
    epoch: str
    revision: int
    count: int
    values: list[float]
    shown: int


def read_move(state: Any, key: str | None = None) -> Move | None:
    """The move in a component's state, or None. Trusts nothing in ``state``.

    Args:
        state: the component's state.
        key: the component's key, or None if the move names it itself.
    """
    found: Any = state.get("moved") if hasattr(state, "get") else None
    if found is None or not hasattr(found, "get"):
        return None
    name = found.get("key") if key is None else key
    epoch, revision, count = found.get("epoch"), found.get("revision"), found.get("count")
    values = finite(found.get("values"))
    if not isinstance(name, str) or not isinstance(epoch, str) or values is None:
        return None
    if not _is_count(revision) or not _is_count(count):
        return None
    shown = found.get("shown")
    return Move(name, epoch, revision, count, values, shown if _is_count(shown) else -1)


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value <= _MOST


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


def moved(scenario: Scenario, name: str, numbers: list[float]) -> Scenario:
    """The scenario with the numbers that the sliders of that name show.

    Raises:
        ValueError: a wrong count, or a number that a scenario refuses.
    """
    if name == NUMBERS:
        return scenario.with_numbers(numbers)
    (number,) = numbers
    choice: dict[str, Any] = {name: number}
    return replace(scenario, **choice)
