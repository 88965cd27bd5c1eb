"""What a move of sliders makes of a scenario."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lib.scenario import PROBES, Scenario
from lib.ui.components import panel

NUMBERS = "numbers"
"""The name of the sliders in the sidebar: all the network's numbers at once."""

NAMES = {panel.KEY: NUMBERS} | {f"slider-{name}": name for name in (*PROBES, "label")}
"""What sliders move, by the key of their component."""


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
