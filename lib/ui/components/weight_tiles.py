"""The network's weights as tiles: the kernel in its shape, the dense weights in a row."""

from __future__ import annotations

from lib.derivation import Precision, plain_symbol, variables
from lib.network import GEOMETRY, Parameters
from lib.text import training as words
from lib.ui.components import grids
from lib.ui.state.session import say

WEIGHTS = tuple(v for v in variables(GEOMETRY) if v.group in ("kernel", "dense"))
"""Kernel row by row, then dense: the order of a weight vector."""
SYMBOLS = tuple(plain_symbol(v, GEOMETRY) for v in WEIGHTS)


def draw(parameters: Parameters, precision: Precision, key: str) -> None:
    """Draw kernel and dense weights side by side."""
    titles = say(words.KERNEL), say(words.DENSE)
    grids.draw(matrices(parameters, *titles), precision, key)


def matrices(parameters: Parameters, kernel: str, dense: str, column: str = "") -> list[grids.Grid]:
    """Kernel and dense weights under these titles; in one ``column``, one above the other."""
    made = []
    for title, group, columns in (
        (kernel, "kernel", grids.columns_of("kernel")),
        (dense, "dense", GEOMETRY.window_count),
    ):
        members = [v for v in WEIGHTS if v.group == group]
        values = [float(getattr(parameters, group)[v.index]) for v in members]
        cells = [grids.cell_of(v, value) for v, value in zip(members, values, strict=True)]
        made.append(grids.Grid(title, cells, columns, max(1.0, *map(abs, values)), column=column))
    return made
