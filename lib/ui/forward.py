"""One window of the forward pass: where it stands, its nine products, s and o."""

from __future__ import annotations

import streamlit as st

from lib.derivation import Precision, State, Variable, latex_number, plain_number
from lib.derivation.lessons import window_sum
from lib.derivation.variable import Group
from lib.network import Window
from lib.text import Text
from lib.text import forward as words
from lib.ui import formula
from lib.ui.components import grids
from lib.ui.lessons import map_line
from lib.ui.session import say


def draw_results(state: State, precision: Precision) -> None:
    """Everything that comes out, in one row: s, o, α, y_out, L."""
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
    grids.draw(matrices, precision, "results")


def _cell(variable: Variable, state: State) -> grids.Cell:
    return grids.Cell(
        *grids.symbol_parts(variable),
        value=state.number(variable),
        spoken=grids.plain_symbol(variable),
    )


def draw_window(k: int, state: State, precision: Precision) -> None:
    """The image with window k lit, its products in the kernel's shape, s_k and o with formulas."""
    window = state.geometry.windows()[k]
    kh, kw = state.geometry.kernel_shape
    where = say(
        words.WINDOW,
        k=k,
        top=window.i,
        bottom=window.i + kh - 1,
        left=window.j,
        right=window.j + kw - 1,
    )
    st.markdown(f"**{where}**")
    grids.draw([_image(window, state), _products(window, state)], precision, f"window-{k}")
    total = window_sum(k, state)
    s = state.number(Variable("s", (k,)))
    left, expression, _ = map_line(k, state)
    with st.container(gap="xsmall"):
        st.markdown(formula.inline(f"s_{{{k}}} = {total.latex()}"))
        st.markdown(
            formula.inline(f"{formula.hidden(f's_{{{k}}}')} = {latex_number(s, precision)}")
        )
    with st.container(gap="xsmall"):
        st.markdown(formula.inline(f"{left} = {expression.latex()}"))
        numbers = formula.with_numbers(expression, precision)
        st.markdown(formula.inline(f"{formula.hidden(left)} {numbers}"))


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
