"""The sliders: every number of the network in the shape of its matrix, on every page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from lib.derivation import Variable
from lib.derivation.plain import symbol_parts
from lib.network import NOTES, Architecture
from lib.scenario import SLIDERS, SliderRange
from lib.scenario.network import ROWS, place_of, target_kind
from lib.scenario.network import WEIGHT as ANY
from lib.text import Language, Text
from lib.text import places as places_words
from lib.text import sliders as words
from lib.text.numbers import REFUSALS
from lib.ui.bridge.component import register
from lib.ui.follow.matrices import Matrix, matrices

COMPONENT = register(
    Path(__file__).parent, pasted=("number.js", "matrix.js", "range.js", "range.css")
)

MOST_SLIDERS = 40
"""Up to so many numbers each has its slider; of more, the one that is looked at."""
WIDEST = 5
"""In a row of more sliders there is no room for their numbers."""

_NOTES_OF_NOTES = {
    "image": words.IMAGE_NOTE,
    "kernel": words.KERNEL_NOTE,
    "dense": words.DENSE_NOTE,
    "label": words.LABEL_NOTE,
}
_LIKE = {"kernel_bias": "kernel", "dense_bias": "dense", "given": "kernel"}
_CLASS = SliderRange(0.0, 1.0, 1.0)
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
    return {"groups": [group], "words": _words(language), "sidebar": None, "one": False}


@lru_cache(maxsize=64)
def frame_of_all(language: Language, architecture: Architecture = NOTES) -> dict[str, Any]:
    """Titles, ranges and words of all the network's sliders."""
    groups = _groups(language, architecture)
    return {
        "groups": groups,
        "words": _words(language),
        "sidebar": _said(_SIDEBAR, language),
        "one": sum(len(group["cells"]) for group in groups) > MOST_SLIDERS
        or max(group["columns"] for group in groups) > WIDEST,
    }


def _words(language: Language) -> dict[str, Any]:
    return _said(_FIELD, language) | {"refusals": _said(REFUSALS, language)}


def _said(texts: Mapping[str, Text], language: Language) -> dict[str, str]:
    return {name: text.say(language) for name, text in texts.items()}


def _groups(language: Language, net: Architecture) -> list[dict[str, Any]]:
    """A group for each matrix, in the order of the scenario's numbers."""
    known = matrices(net)
    found = [known.get(place_of(row, net), ()) for row in ROWS]
    return [_group(matrix, language, net) for several in found for matrix in several]


def _group(matrix: Matrix, language: Language, net: Architecture) -> dict[str, Any]:
    sliders, (low, high) = _range(matrix, net)
    columns = len(matrix.cells) if net == NOTES and matrix.place == "dense" else matrix.columns
    return {
        "title": matrix.title(language),
        "note": _note(matrix, net).say(language),
        "beside": matrix.place == "label" and len(matrix.cells) == 1,
        "columns": columns,
        "low": sliders.low,
        "high": sliders.high,
        "step": sliders.step,
        "hardLow": low,
        "hardHigh": high,
        "cells": [_cell(variable, net) for variable in matrix.cells],
    }


def _range(matrix: Matrix, net: Architecture) -> tuple[SliderRange, tuple[float, float]]:
    """Where the sliders of a matrix end, and what may be typed."""
    if matrix.place != "label":
        return SLIDERS[_LIKE.get(matrix.place, matrix.place)], (ANY.low, ANY.high)
    held = target_kind(net)
    if net.head == "softmax":
        return _CLASS, (held.low, held.high)
    return SLIDERS["kernel" if held is ANY else "label"], (held.low, held.high)


def _note(matrix: Matrix, net: Architecture) -> Text:
    """What stands beside the title: the notes' own remark, or the matrix's size."""
    if net == NOTES:
        return _NOTES_OF_NOTES[matrix.place]
    if matrix.place == "label":
        if net.head == "softmax":
            return places_words.ONE_CLASS
        return places_words.ANY_NUMBER if target_kind(net) is ANY else places_words.FROM_0_TO_1
    rows = len(matrix.cells) // matrix.columns
    return places_words.SIZE.filled(rows=rows, columns=matrix.columns)


def _cell(variable: Variable, net: Architecture) -> dict[str, str]:
    base, subscript = symbol_parts(variable, net)
    return {
        "key": variable.key,
        "base": base,
        "subscript": subscript,
        "spoken": f"{base} {subscript}".strip(),
    }
