"""The values that the lines of a derivation are read with: s, o, σ′(s), and what comes after."""

from __future__ import annotations

from lib.derivation import Variable
from lib.derivation.pieces import output_by_alpha, slope_short
from lib.derivation.plain import lowered
from lib.derivation.quantity import value
from lib.text import backward as words
from lib.ui.components import grids
from lib.ui.follow.snapshot import Snapshot

WIDTH = 3.5


@grids.part("values")
def values(now: Snapshot) -> list[grids.Grid]:
    """One row for the windows' s, their o, their σ′(s), and the end of the network."""
    state = now.state
    windows = [window.k for window in state.geometry.windows()]
    sums = [_cell(Variable("s", (k,)), now) for k in windows]
    cells = [_cell(Variable("o", (k,)), now) for k in windows]
    slopes = []
    for k in windows:
        slope = slope_short(state.symbol(Variable("s", (k,))))
        slopes.append(_slope(f"s{lowered(str(k))}", slope.number, f"s-{k}"))
    ends = [_cell(Variable("alpha"), now), _cell(Variable("y_out"), now)]
    ends.append(_slope("α", output_by_alpha(state).number, "alpha"))
    return [
        _row(now.say(title), row)
        for title, row in (
            (words.VALUES_S, sums),
            (words.VALUES_O, cells),
            (words.VALUES_SLOPE, slopes),
            (words.VALUES_END, ends),
        )
    ]


def _cell(variable: Variable, now: Snapshot) -> grids.Cell:
    return grids.cell_of(variable, now.state.number(variable), lights=value(variable).key)


def _slope(of: str, number: float, key: str) -> grids.Cell:
    name = f"σ′({of})"
    return grids.Cell(name, "", value=number, spoken=name, lights=f"sigma:{key}")


def _row(title: str, cells: list[grids.Cell]) -> grids.Grid:
    scale = max(1.0, *(abs(cell.value) for cell in cells))
    return grids.Grid(title, cells, len(cells), scale, width=WIDTH)
