"""Where the tiles of any network stand in its picture: blocks side by side, or below each other.

The notes' network is drawn by constants of its own in ``diagram.js``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from lib.network import Architecture
from lib.text import Language
from lib.ui.follow.matrices import Matrix, matrices

WIDE, NARROW = 1240, 372
_TITLE, _GAP = 24, 26
_LARGEST, _SMALLEST = 58, 30
_TALLEST = 560
"""A column of blocks gets smaller tiles rather than more height."""


@lru_cache(maxsize=64)
def layouts(architecture: Architecture, language: Language) -> dict[str, Any]:
    """For a wide and for a narrow screen: ``box`` (width, height), ``titles`` [text, x, y] and
    ``tiles`` [x, y, side] by the variable's key; L's is ``loss``."""
    columns = [
        list(several)
        for name, several in matrices(architecture).items()
        if name not in ("label", "given")
    ]
    columns.sort(key=lambda several: _ORDER.index(several[0].place))
    return {"wide": _wide(columns, language), "narrow": _narrow(columns, language)}


_ORDER = (
    "image", "kernel", "kernel_bias", "s", "o", "pooled", "dense", "dense_bias", "alpha", "y_out",
)  # fmt: skip


class _Page:
    """What has been placed."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.tiles: dict[str, list[float]] = {}
        self.titles: list[list[Any]] = []

    def put(self, matrix: Matrix, x: float, y: float, side: float) -> tuple[float, float]:
        """Place a matrix with its title; the room that it takes."""
        title = matrix.title(self.language)
        self.titles.append([title, x, y + 14])
        for n, cell in enumerate(matrix.cells):
            row, column = divmod(n, matrix.columns)
            self.tiles[cell.key] = [x + column * side, y + _TITLE + row * side, side]
        rows = -(-len(matrix.cells) // matrix.columns)
        wide = max(matrix.columns * side, _width(title))
        return wide, _TITLE + rows * side + _GAP / 2

    def loss(self, x: float, y: float) -> None:
        self.titles.append(["L", x, y + 14])
        self.tiles["loss"] = [x, y + _TITLE, _LARGEST]

    def box(self, width: float, height: float) -> dict[str, Any]:
        return {"box": [width, height], "tiles": self.tiles, "titles": self.titles}


def _width(title: str) -> float:
    """Roughly, of a title in the picture's type."""
    return sum(15.5 if ord(letter) > 0x2E7F else 7.8 for letter in title)


def _wide(columns: list[list[Matrix]], language: Language) -> dict[str, Any]:
    """A column of blocks for each place, from the image on the left to L on the right."""
    page, x, lowest = _Page(language), 0.0, 0.0
    for several in columns:
        rows = sum(-(-len(matrix.cells) // matrix.columns) for matrix in several)
        room = (_TALLEST - len(several) * (_TITLE + _GAP / 2)) / rows
        side = max(_SMALLEST, min(_LARGEST, room))
        y = widest = 0.0
        for matrix in several:
            wide, high = page.put(matrix, x, y, side)
            y, widest = y + high, max(widest, wide)
        x, lowest = x + widest + _GAP, max(lowest, y)
    page.loss(x, 0.0)
    return page.box(max(WIDE, x + _LARGEST), max(lowest, _TITLE + _LARGEST + 4))


def _narrow(columns: list[list[Matrix]], language: Language) -> dict[str, Any]:
    """Block after block in lines, as words are set."""
    page, x, y, line = _Page(language), 0.0, 0.0, 0.0
    for matrix in (matrix for several in columns for matrix in several):
        side = min(46.0, NARROW / matrix.columns)
        if x and x + max(matrix.columns * side, _width(matrix.title(language))) > NARROW:
            x, y, line = 0.0, y + line, 0.0
        wide, high = page.put(matrix, x, y, side)
        x, line = x + wide + _GAP, max(line, high)
    if x + _LARGEST > NARROW:
        x, y, line = 0.0, y + line, 0.0
    page.loss(x, y)
    return page.box(NARROW, y + max(line, _TITLE + _LARGEST + 4))
