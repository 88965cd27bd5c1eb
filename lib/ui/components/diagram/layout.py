"""Where the tiles of any network stand in its picture: blocks side by side, or below each other.

The notes' network is drawn by constants of its own in ``diagram.js``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from lib.derivation.ways import structure
from lib.network import Architecture
from lib.network.places import Variable, places
from lib.text import Language
from lib.ui.follow.matrices import Matrix, matrices

WIDE, NARROW = 1240, 372
MOST_EDGES = 12
"""Edges of more dense weights than these would hide each other."""
_UPRIGHT = ("kernel_bias", "dense_bias", "alpha", "y_out")
"""Places whose cells stand below each other on a wide screen, as nodes of a network do; of
a signal, an image of one row, all do."""
_GAP = 26
_LARGEST, _SMALLEST = 58, 30
_TALLEST, _TALLEST_BELOW = 560, 300
"""A column of blocks gets smaller tiles rather than more height; less in the second line."""
_WIDEST = 1750
"""A wider picture breaks before the last map: shrunk to the page nobody could read it."""
_LARGE_TYPE, _LARGE_TILE = 19.0, 64
_ROOM = (1240.0, 470.0)
"""What a picture has on the smallest screen of a room, a formula below it."""
_HEIGHTS = (100.0, 200.0, 300.0, 400.0, 500.0, 700.0, 900.0)
"""Up to which blocks stand below each other, as they are tried."""


@lru_cache(maxsize=64)
def layouts(architecture: Architecture, language: Language, large: bool) -> dict[str, Any]:
    """For a wide and for a narrow screen: ``box`` (width, height), ``titles`` [text, x, y],
    ``tiles`` [x, y, side] by the variable's key, L's is ``loss``; ``edges`` of the dense weights,
    where they are few: [x, y, x, y, …] from the last map's cell to the weight, from it to its α.
    ``large``: the wide one is for a room, its box as small as its tiles allow."""
    columns = [
        list(several)
        for name, several in matrices(architecture).items()
        if name not in ("label", "given")
    ]
    columns.sort(key=lambda several: _ORDER.index(several[0].place))
    wide, narrow = (_large if large else _wide)(columns, language), _narrow(columns, language)
    return {"wide": wide | {"edges": _edges(architecture, wide["tiles"])}, "narrow": narrow}


def edge_weights(architecture: Architecture) -> tuple[Variable, ...]:
    """The dense weights whose edges are drawn: all, or none if they are many."""
    dense = places(architecture).get("dense")
    return dense.cells() if dense and dense.count <= MOST_EDGES else ()


def _edges(architecture: Architecture, tiles: dict[str, list[float]]) -> list[list[float]]:
    """From the right side of one tile to the left side of the next."""
    found = []
    of_weight = structure(architecture).of_weight
    for weight in edge_weights(architecture):
        alpha, cell = of_weight[weight]
        (x1, y1, side1), (x2, y2, side2), (x3, y3, side3) = (
            tiles[variable.key] for variable in (cell, weight, alpha)
        )
        ends = (x1 + side1, y1 + side1 / 2, x2, y2 + side2 / 2, x2 + side2, x3, y3 + side3 / 2)
        left, top, to, middle, right, last, end = ends
        found.append([left, top, to, middle, right, middle, last, end])
    return found


_ORDER = (
    "image", "kernel", "kernel_bias", "s", "o", "pooled", "dense", "dense_bias", "alpha", "y_out",
)  # fmt: skip


class _Page:
    """What has been placed."""

    def __init__(self, language: Language, type_size: float = 15.0, tile: int = _LARGEST) -> None:
        self.language, self.type_size, self.tile = language, type_size, tile
        self.head = 1.6 * type_size
        self.tiles: dict[str, list[float]] = {}
        self.titles: list[list[Any]] = []

    def put(
        self, matrix: Matrix, x: float, y: float, side: float, columns: int
    ) -> tuple[float, float]:
        """Place a matrix with its title, in so many columns; the room that it takes."""
        title = matrix.title(self.language)
        self.titles.append([title, x, y + self.type_size - 1])
        for n, cell in enumerate(matrix.cells):
            row, column = divmod(n, columns)
            self.tiles[cell.key] = [x + column * side, y + self.head + row * side, side]
        rows = -(-len(matrix.cells) // columns)
        wide = max(columns * side, self.width(title))
        return wide, self.head + rows * side + _GAP / 2

    def loss(self, x: float, y: float) -> None:
        self.titles.append(["L", x, y + self.type_size - 1])
        self.tiles["loss"] = [x, y + self.head, self.tile]

    def width(self, title: str) -> float:
        """Roughly, of a title in its type."""
        return self.type_size * sum(1.04 if ord(letter) > 0x2E7F else 0.53 for letter in title)

    def box(self, width: float, height: float) -> dict[str, Any]:
        return {"box": [width, height], "tiles": self.tiles, "titles": self.titles}


def _wide(columns: list[list[Matrix]], language: Language) -> dict[str, Any]:
    """A column of blocks for each place, from the image on the left to L on the right."""
    order = [several[0].place for several in columns]
    (image, *_), *_ = columns
    upright = tuple(order) if image.columns == len(image.cells) else _UPRIGHT
    page, top = _Page(language), 0.0
    width, low = end, _ = _line(page, columns, upright)
    if width > _WIDEST and "dense" in order:
        page, last_map = _Page(language), order.index("dense") - 1
        width, top = _line(page, columns[:last_map], upright)
        end, low = _line(page, columns[last_map:], upright, top, _TALLEST_BELOW)
    page.loss(end, top)
    return page.box(max(WIDE, width, end + _LARGEST), max(low, top + page.head + _LARGEST + 4))


def _line(
    page: _Page,
    columns: list[list[Matrix]],
    upright: tuple[str, ...],
    top: float = 0.0,
    tallest: float = _TALLEST,
) -> tuple[float, float]:
    """Place columns of blocks side by side: where the next one would stand, and what is below.

    Matrices that would be too high above each other stand side by side.
    """
    x, lowest = 0.0, top
    for several in columns:
        across = 1 if several[0].place in upright else several[0].columns
        rows = [-(-len(matrix.cells) // across) for matrix in several]
        beside = len(several) > 1 and sum(rows) * _SMALLEST > _TALLEST
        above = 1 if beside else len(several)
        room = (tallest - above * (page.head + _GAP / 2)) / (max(rows) if beside else sum(rows))
        side = max(_SMALLEST, min(_LARGEST, room))
        y, widest = top, 0.0
        for matrix in several:
            wide, high = page.put(matrix, x, y, side, across)
            lowest = max(lowest, y + high)
            if beside:
                x += wide + _GAP
            else:
                y, widest = y + high, max(widest, wide + _GAP)
        x += widest
    return x, lowest


def _large(columns: list[list[Matrix]], language: Language) -> dict[str, Any]:
    """The same with tiles of full size: of the ways to fold a place's blocks into several columns
    the one that is largest in a room."""
    found = (_folded(columns, language, height) for height in _HEIGHTS)
    return max(found, key=lambda page: min(_ROOM[0] / page["box"][0], _ROOM[1] / page["box"][1]))


def _folded(columns: list[list[Matrix]], language: Language, height: float) -> dict[str, Any]:
    """Blocks below each other up to a height, then beside each other."""
    page, x, lowest = _Page(language, _LARGE_TYPE, _LARGE_TILE), 0.0, 0.0
    for several in columns:
        across = 1 if several[0].place in _UPRIGHT else several[0].columns
        y = widest = 0.0
        for matrix in several:
            rows = -(-len(matrix.cells) // across)
            if y and y + page.head + rows * _LARGE_TILE > height:
                x, y, widest = x + widest + _GAP, 0.0, 0.0
            wide, high = page.put(matrix, x, y, _LARGE_TILE, across)
            y, widest = y + high, max(widest, wide)
            lowest = max(lowest, y)
        x += widest + _GAP
    page.loss(x, 0.0)
    return page.box(x + _LARGE_TILE + 2, max(lowest, page.head + _LARGE_TILE + 4))


def _narrow(columns: list[list[Matrix]], language: Language) -> dict[str, Any]:
    """Block after block in lines, as words are set."""
    page, x, y, line = _Page(language), 0.0, 0.0, 0.0
    for matrix in (matrix for several in columns for matrix in several):
        side = min(46.0, NARROW / matrix.columns)
        if x and x + max(matrix.columns * side, page.width(matrix.title(language))) > NARROW:
            x, y, line = 0.0, y + line, 0.0
        wide, high = page.put(matrix, x, y, side, matrix.columns)
        x, line = x + wide + _GAP, max(line, high)
    if x + _LARGEST > NARROW:
        x, y, line = 0.0, y + line, 0.0
    page.loss(x, y)
    return page.box(NARROW, y + max(line, page.head + _LARGEST + 4))
