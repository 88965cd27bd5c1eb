"""The values that the lines of a derivation are read with: s, o, σ′(s), and what comes after."""

from __future__ import annotations

from lib.derivation import Variable
from lib.derivation.chain import Term
from lib.derivation.pieces import output_by_alpha, slope_short
from lib.derivation.plain import lowered, plain_symbol
from lib.derivation.quantity import value
from lib.derivation.terms import slopes_of
from lib.derivation.ways import structure_of
from lib.network.places import places
from lib.text import backward as words
from lib.text import places as names
from lib.ui.components import grids
from lib.ui.follow.snapshot import Snapshot

WIDTH = 3.5
_IN_A_LINE = 8
"""As many tiles have room side by side on a narrow screen, however many terms there are."""
_SLOPES = {"sigmoid": "σ′", "tanh": "tanh′", "relu": "ReLU′", "leaky_relu": "ReLU′"}


@grids.part("values")
def values(now: Snapshot) -> list[grids.Grid]:
    """One row for the windows' s, their o, their σ′(s), and the end of the network."""
    if not now.is_of_notes:
        return _any_network(now)
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


def _any_network(now: Snapshot) -> list[grids.Grid]:
    """Of the open derivation's terms, and of the end of the network."""
    state, net, known = now.state, now.architecture, places(now.architecture)
    sums = list(dict.fromkeys(_sum_of(term, now) for term in now.derivation.terms))
    rows: list[tuple[str, list[grids.Cell]]] = []
    if sums and now.variable.group not in ("dense", "dense_bias", "pooled"):
        rows.append((now.say(words.VALUES_S), [_cell(s, now) for s in sums]))
        if net.activation != "none":
            cells = [_cell(structure_of(state).up[s][0], now) for s in sums]
            rows.append((now.say(names.PLACES["o"]), cells))
            slope = _SLOPES[net.activation]
            slopes = []
            for s in sums:
                name = f"{slope}({plain_symbol(s, net)})"
                number = slopes_of(s, state)[0].value
                slopes.append(grids.Cell(name, "", number, name, lights=f"sigma:{s.key}"))
            rows.append((now.say(words.SLOPES), slopes))
    if net.pool != "none" and sums:
        pooled = dict.fromkeys(structure_of(state).up[s][1] for s in sums)
        rows.append((now.say(names.PLACES["pooled"]), [_cell(cell, now) for cell in pooled]))
    for name in ("alpha", "y_out"):
        if name in known:
            rows.append((now.say(names.PLACES[name]), [_cell(v, now) for v in known[name].cells()]))
    return [_row(title, cells) for title, cells in rows]


def _sum_of(term: Term, now: Snapshot) -> Variable:
    """The s that stands in the term's window, in the term's map."""
    k = (term.kernel,) if now.architecture.kernels > 1 else ()
    return Variable("s", (*k, term.window.k))


def _cell(variable: Variable, now: Snapshot) -> grids.Cell:
    return grids.cell_of(
        variable,
        now.state.number(variable),
        lights=value(variable).key,
        network=now.architecture,
    )


def _slope(of: str, number: float, key: str) -> grids.Cell:
    name = f"σ′({of})"
    return grids.Cell(name, "", value=number, spoken=name, lights=f"sigma:{key}")


def _row(title: str, cells: list[grids.Cell]) -> grids.Grid:
    scale = max(1.0, *(abs(cell.value) for cell in cells))
    return grids.Grid(title, cells, min(len(cells), _IN_A_LINE), scale, width=WIDTH)
