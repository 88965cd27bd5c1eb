"""The sliders: every number of the network in the shape of its matrix, on every page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lib.derivation import Variable, variables
from lib.derivation.plain import symbol_parts
from lib.scenario import GEOMETRY, LARGEST, SLIDERS
from lib.text import Language, Text
from lib.text import sliders as words
from lib.text.numbers import REFUSALS
from lib.ui.bridge.component import register

COMPONENT = register(Path(__file__).parent, pasted=("number.js", "matrix.js"))

_TITLES = {
    "image": (words.IMAGE, words.IMAGE_NOTE, GEOMETRY.image_shape[1]),
    "kernel": (words.KERNEL, words.KERNEL_NOTE, GEOMETRY.kernel_shape[1]),
    "dense": (words.DENSE, words.DENSE_NOTE, GEOMETRY.window_count),
    "label": (words.LABEL, words.LABEL_NOTE, 1),
}
_FIELD = {"number": words.TYPED, "outOfRange": words.OUT_OF_RANGE, "noRoom": words.NO_ROOM}
_SIDEBAR = {
    "copy": words.COPY,
    "copied": words.COPIED,
    "keys": words.KEYS,
    "all": words.ALL,
    "which": words.WHICH,
    "less": words.LESS,
    "more": words.MORE,
    "sign": words.SIGN,
    "computed": words.COMPUTED,
}
"""``SliderWords`` and ``SidebarWords`` in types.d.ts."""


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
        "beside": False,
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
    return {"groups": [group], "words": _words(language), "sidebar": None}


@cache
def frame_of_all(language: Language) -> dict[str, Any]:
    """Titles, ranges and words of all the network's sliders."""
    return {
        "groups": _groups(language),
        "words": _words(language),
        "sidebar": _said(_SIDEBAR, language),
    }


def _words(language: Language) -> dict[str, Any]:
    return _said(_FIELD, language) | {"refusals": _said(REFUSALS, language)}


def _said(texts: Mapping[str, Text], language: Language) -> dict[str, str]:
    return {name: text.say(language) for name, text in texts.items()}


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
                "beside": name == "label",
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
