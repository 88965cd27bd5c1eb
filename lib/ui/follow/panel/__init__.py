"""The sliders: every number of the network in the shape of its matrix, on every page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lib.derivation import Variable, variables
from lib.derivation.plain import symbol_parts
from lib.scenario import GEOMETRY, LARGEST, SLIDERS
from lib.text import Language, Text, sidebar
from lib.ui.bridge.component import register

COMPONENT = register(Path(__file__).parent)

_TITLES = {
    "image": (sidebar.IMAGE, sidebar.IMAGE_NOTE, GEOMETRY.image_shape[1]),
    "kernel": (sidebar.KERNEL, sidebar.KERNEL_NOTE, GEOMETRY.kernel_shape[1]),
    "dense": (sidebar.DENSE, sidebar.DENSE_NOTE, GEOMETRY.window_count),
    "label": (sidebar.LABEL, sidebar.LABEL_NOTE, 1),
}


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


def frame_of(slider: Single, key: str, language: Language) -> dict[str, Any]:
    """Titles, range and words of one slider that looks and works like those of the sidebar."""
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
    words = _words(language)
    return {
        "groups": [group],
        "words": {name: words[name] for name in ("number", "notNumber", "outOfRange")},
    }


@cache
def frame_of_all(language: Language) -> dict[str, Any]:
    """Titles, ranges and words of all the network's sliders."""
    return {"groups": _groups(language), "words": _words(language)}


def _words(language: Language) -> dict[str, str]:
    pairs: dict[str, Text] = {
        "number": sidebar.TYPED,
        "notNumber": sidebar.NOT_NUMBER,
        "outOfRange": sidebar.OUT_OF_RANGE,
        "copy": sidebar.COPY,
        "copied": sidebar.COPIED,
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
    base, subscript = symbol_parts(variable, GEOMETRY)
    return {
        "key": variable.key,
        "base": base,
        "subscript": subscript,
        "spoken": f"{base} {subscript}",
    }
