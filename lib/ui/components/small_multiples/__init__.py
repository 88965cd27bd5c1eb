"""Small multiples: one panel of thin lines for each choice, all on the same axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lib.ui.bridge.component import register

COMPONENT = register(Path(__file__).parent)


@dataclass(frozen=True, slots=True)
class Line:
    """One curve: its points, its name for the pointer, which of the kinds it is, its pin."""

    steps: Sequence[int]
    values: Sequence[float]
    name: str
    kind: int
    pin: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """One set of axes: its title, what a screen reader says of it, a warning, its lines."""

    title: str
    spoken: str
    note: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Axes:
    """What all panels share. ``level`` is drawn as a dotted line; ``ends`` label low and high."""

    last_step: int
    low: float
    high: float
    log: bool
    level: float
    ends: tuple[str, str]
    step: str


def draw(panels: Sequence[Panel], axes: Axes, kinds: Sequence[str], key: str) -> None:
    """Draw the panels; ``kinds`` name the lines' colours and dashes in a legend."""
    COMPONENT(
        key=key,
        data={
            "axes": {
                "last": axes.last_step,
                "low": axes.low,
                "high": axes.high,
                "log": axes.log,
                "level": axes.level,
                "ends": axes.ends,
                "step": axes.step,
            },
            "kinds": list(kinds),
            "panels": [as_data(panel) for panel in panels],
        },
    )


def as_data(panel: Panel) -> dict[str, Any]:
    return {
        "title": panel.title,
        "spoken": panel.spoken,
        "note": panel.note,
        "lines": [
            [list(line.steps), list(line.values), line.name, line.kind, line.pin]
            for line in panel.lines
        ],
    }
