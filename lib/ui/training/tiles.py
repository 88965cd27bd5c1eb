"""The 13 weights as tiles."""

from __future__ import annotations

from lib.derivation import Precision, variables
from lib.network import Parameters
from lib.scenario import GEOMETRY
from lib.text import training as words
from lib.ui.components import grids
from lib.ui.state.session import say


def draw_weights(parameters: Parameters, precision: Precision, key: str) -> None:
    """Draw kernel and dense weights."""
    matrices = []
    for group, title, columns in (
        ("kernel", words.KERNEL, 3),
        ("dense", words.DENSE, 4),
    ):
        members = [v for v in variables(GEOMETRY) if v.group == group]
        values = [float(getattr(parameters, group)[v.index]) for v in members]
        cells = [
            grids.Cell(*grids.symbol_parts(v), value=value, spoken=grids.plain_symbol(v))
            for v, value in zip(members, values, strict=True)
        ]
        scale = max(1.0, *map(abs, values))
        matrices.append(grids.Grid(say(title), cells, columns, scale))
    grids.draw(matrices, precision, key)
