"""One window of the forward pass: where it stands, its nine products, s and o."""

from __future__ import annotations

import streamlit as st

from lib.derivation import State, Variable, latex_number, plain_number
from lib.derivation.lessons import window_sum
from lib.derivation.variable import Group
from lib.network import Window
from lib.scenario import GEOMETRY
from lib.text import Text
from lib.text import forward as words
from lib.ui import formula, sheet
from lib.ui.components import grids
from lib.ui.lessons import map_line
from lib.ui.moment import Moment
from lib.ui.session import say
from lib.ui.sheet import Sheet


def draw_results() -> None:
    """Everything that comes out, in one row: s, o, α, y_out, L."""
    grids.show("results", lambda now: _results(now.state))


def _results(state: State) -> list[grids.Grid]:
    rows: tuple[tuple[Group, Text], ...] = (("s", words.SUMS), ("o", words.MAP))
    matrices = []
    for group, title in rows:
        members = [Variable(group, (window.k,)) for window in state.geometry.windows()]
        cells = [_cell(member, state) for member in members]
        scale = max(1.0, *(abs(cell.value) for cell in cells))
        matrices.append(grids.Grid(say(title), cells, 4, scale, width="4rem"))
    ends = [
        _cell(Variable("alpha"), state),
        _cell(Variable("y_out"), state),
        grids.Cell("L", "", float(state.gradients.loss), "L"),
    ]
    matrices.append(grids.Grid(say(words.ENDS), ends, 3, 3.0, width="4rem"))
    return matrices


def _cell(variable: Variable, state: State) -> grids.Cell:
    return grids.Cell(
        *grids.symbol_parts(variable),
        value=state.number(variable),
        spoken=grids.plain_symbol(variable),
    )


def draw_window(k: int) -> None:
    """The image with window k lit, its products in the kernel's shape, s_k and o with formulas."""
    window = GEOMETRY.windows()[k]
    kh, kw = GEOMETRY.kernel_shape
    where = say(
        words.WINDOW,
        k=k,
        top=window.i,
        bottom=window.i + kh - 1,
        left=window.j,
        right=window.j + kw - 1,
    )

    def formulas(on: Sheet, now: Moment) -> None:
        s = Variable("s", (k,))
        left, number = f"s_{{{k}}}", latex_number(now.state.number(s), now.precision)
        on.line(f"{left} = {window_sum(k, now.state).latex()}")
        on.line(f"{formula.hidden(left)} = {number}")
        left, expression, _ = map_line(k, now.state)
        on.pair(left, expression, now.precision)

    st.markdown(f"**{where}**")
    grids.show(f"window-{k}", lambda now: [_image(window, now.state), _products(window, now.state)])
    sheet.show(f"window-{k}-formulas", formulas)


def _image(window: Window, state: State) -> grids.Grid:
    inside = {state.geometry.pixel_under(window, m) for m in state.geometry.kernel_entries()}
    cells = []
    for pixel in state.geometry.pixels():
        variable = Variable("image", tuple(pixel))
        cells.append(
            grids.Cell(
                *grids.symbol_parts(variable),
                value=state.number(variable),
                spoken=grids.plain_symbol(variable),
                mark="lit" if pixel in inside else "faded",
            )
        )
    return grids.Grid(say(words.IMAGE), cells, 4, 1.0, small=True, width="2.15rem")


def _products(window: Window, state: State) -> grids.Grid:
    cells = []
    for entry in state.geometry.kernel_entries():
        weight = Variable("kernel", tuple(entry))
        pixel = Variable("image", tuple(state.geometry.pixel_under(window, entry)))
        w, a = state.number(weight), state.number(pixel)
        cells.append(
            grids.Cell(
                "",
                "",
                value=w * a,
                spoken=f"{grids.plain_symbol(weight)}·{grids.plain_symbol(pixel)}",
                detail=_product(w, a),
            )
        )
    scale = max(1.0, *(abs(cell.value) for cell in cells))
    return grids.Grid(say(words.PRODUCTS), cells, 3, scale, width="4.9rem", details=True)


def _product(w: float, a: float) -> str:
    """``(−0.3)·0.5``, at three digits: the tile's own number has the learner's precision."""
    weight, pixel = plain_number(w, 3), plain_number(a, 3)
    return f"{f'({weight})' if w < 0 else weight}·{f'({pixel})' if a < 0 else pixel} ="
