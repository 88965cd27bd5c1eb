"""The sliders: every number of the network in the shape of its matrix, on every page."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from streamlit.components.v2.bidi_component import ComponentResult

from lib.derivation import Variable, variables
from lib.derivation.variable import dense_letter, pair
from lib.scenario import GEOMETRY, LARGEST, SLIDERS, Scenario
from lib.text import Language, Text, panel
from lib.ui.components.assets import register

COMPONENT = register("panel", Path(__file__).parent, '<div class="panel"></div>')
KEY = "panel"
_MOST_REVISIONS = 2**53

_TITLES = {
    "image": (panel.IMAGE, panel.IMAGE_NOTE, 4),
    "kernel": (panel.KERNEL, panel.KERNEL_NOTE, 3),
    "dense": (panel.DENSE, panel.DENSE_NOTE, 4),
    "label": (panel.LABEL, panel.LABEL_NOTE, 1),
}


def draw(scenario: Scenario, revision: int, link: str) -> ComponentResult:
    """Mount the sliders; they take the scenario's numbers whenever ``revision`` is a new one.

    The result is what the browser says of them, to be read by :func:`moved_numbers`.
    """
    return COMPONENT(
        key=KEY,
        data={
            "revision": revision,
            "values": scenario.numbers,
            "open": scenario.variable,
            "link": link,
            "groups": _groups(scenario.language),
            "words": _words(scenario.language),
        },
        on_moved_change=lambda: None,
    )


@dataclass(frozen=True, slots=True)
class Single:
    """A slider of its own: its symbol, its title, where its thumb ends, what may be typed."""

    base: str
    subscript: str
    title: str
    note: str
    low: float
    high: float
    step: float
    most: float


def draw_single(
    slider: Single,
    key: str,
    value: float,
    revision: int,
    language: Language,
    on_move: Callable[[], None],
) -> ComponentResult:
    """Mount one slider that looks and works like those of the sidebar; see :func:`draw`."""
    words = _words(language)
    group = {
        "title": slider.title,
        "note": slider.note,
        "columns": 1,
        "low": slider.low,
        "high": slider.high,
        "step": slider.step,
        "hardLow": slider.low,
        "hardHigh": slider.most,
        "cells": [
            {
                "key": key,
                "base": slider.base,
                "subscript": slider.subscript,
                "spoken": f"{slider.base} {slider.subscript}".strip(),
            }
        ],
    }
    return COMPONENT(
        key=key,
        data={
            "revision": revision,
            "values": [value],
            "open": "",
            "link": "",
            "groups": [group],
            "words": {name: words[name] for name in ("number", "notNumber", "outOfRange")},
        },
        on_moved_change=on_move,
    )


def moved_revision(state: Any) -> int | None:
    """The revision that a hand moved the sliders at, or None. Trusts nothing in ``state``."""
    moved: Any = state.get("moved") if hasattr(state, "get") else None
    revision = moved.get("revision") if moved is not None and hasattr(moved, "get") else None
    if isinstance(revision, bool) or not isinstance(revision, int):
        return None
    return revision if 0 <= revision <= _MOST_REVISIONS else None


def moved_numbers(state: Any, revision: int) -> list[float] | None:
    """The numbers that a hand set since that revision, or None. Trusts nothing in ``state``."""
    moved: Any = state.get("moved") if hasattr(state, "get") else None
    if moved is None or moved_revision(state) != revision:
        return None
    values = moved.get("values")
    if not isinstance(values, list) or not all(
        isinstance(value, int | float) and not isinstance(value, bool) for value in values
    ):
        return None
    try:
        numbers = [float(value) for value in values]
    except OverflowError:  # a whole number beyond float64
        return None
    return numbers if all(map(math.isfinite, numbers)) else None


def _words(language: Language) -> dict[str, str]:
    pairs: dict[str, Text] = {
        "number": panel.TYPED,
        "notNumber": panel.NOT_NUMBER,
        "outOfRange": panel.OUT_OF_RANGE,
        "copy": panel.COPY,
        "copied": panel.COPIED,
    }
    return {name: text.say(language) for name, text in pairs.items()}


def _groups(language: Language) -> list[dict[str, Any]]:
    groups = []
    for name, (title, note, columns) in _TITLES.items():
        sliders = SLIDERS[name]
        hard = (0.0, 1.0) if name == "label" else (-LARGEST, LARGEST)
        cells = [_cell(variable) for variable in variables(GEOMETRY) if variable.group == name] or [
            {"key": "label", "base": "yy", "subscript": "", "spoken": "yy"}
        ]
        groups.append(
            {
                "title": title.say(language),
                "note": note.say(language),
                "columns": columns,
                "low": sliders.low,
                "high": sliders.high,
                "step": sliders.step,
                "hardLow": hard[0],
                "hardHigh": hard[1],
                "cells": cells,
            }
        )
    return groups


def _cell(variable: Variable) -> dict[str, str]:
    base = "a" if variable.group == "image" else "w"
    dense = variable.group == "dense"
    subscript = dense_letter(*variable.index) if dense else pair(*variable.index)
    return {
        "key": variable.key,
        "base": base,
        "subscript": subscript,
        "spoken": f"{base} {subscript}",
    }
