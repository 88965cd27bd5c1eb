"""∂L/∂x as its terms, one a window: signed bars that add up, and the convolution behind them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from lib.derivation import Derivation, Precision, State, Variable, plain_number, variables
from lib.network import Pixel
from lib.scenario import GEOMETRY
from lib.text import explorer as words
from lib.ui import session
from lib.ui.charts import spec
from lib.ui.charts.terms import waterfall_spec
from lib.ui.components import grids
from lib.ui.session import say


def draw(derivation: Derivation, state: State, precision: Precision) -> None:
    """The terms of the open derivation."""
    symbol = grids.plain_symbol(derivation.variable)
    if len(derivation.terms) < 2:
        st.markdown(say(words.ONE_WAY, symbol=symbol))
        return
    error = state.gradient(Variable("alpha"))
    parts = [error * term.short.value for term in derivation.terms]
    _draw_sum(derivation, parts, precision)
    left, right = st.columns([5, 6], gap="large")
    with left:
        _draw_bars(derivation, parts, precision)
    with right:
        _draw_windows(derivation, state, parts, precision)
    st.markdown(f"**{say(words.CONVOLUTION)}**")
    _draw_convolution(derivation.variable, state)


def _draw_sum(derivation: Derivation, parts: list[float], precision: Precision) -> None:
    symbol = grids.plain_symbol(derivation.variable)
    total = derivation.value
    st.markdown(
        say(
            words.SUM_OF,
            partial=f"∂L/∂{symbol}",
            total=plain_number(total, precision),
            count=len(parts),
            symbol=symbol,
        )
    )
    if total:
        most = max(range(len(parts)), key=lambda n: parts[n] * np.sign(total))
        text = words.NEGATIVE_MOST if total < 0 else words.POSITIVE_MOST
        k = derivation.terms[most].window.k
        st.markdown(f"**{say(text, k=k, term=plain_number(parts[most], precision))}**")


def _draw_bars(derivation: Derivation, parts: list[float], precision: Precision) -> None:
    names = [say(words.WINDOW, k=term.window.k) for term in derivation.terms]
    ends = np.cumsum(parts)
    starts = ends - parts
    rows = pd.DataFrame(
        {
            "name": [*names, say(words.TOTAL)],
            "place": range(len(parts) + 1),
            "start": [*starts, 0.0],
            "end": [*ends, derivation.value],
            "right": [*np.maximum(np.maximum(starts, ends), 0.0), max(derivation.value, 0.0)],
            "text": [
                *(_signed(part, precision) for part in parts),
                f"= {plain_number(derivation.value, precision)}",
            ],
            "sign": [*("−" if part < 0 else "+" for part in parts), "="],
        }
    )
    symbol = grids.plain_symbol(derivation.variable)
    chart = waterfall_spec(say(words.CONTRIBUTION, symbol=symbol), 44 * len(rows) + 50)
    spec.draw(rows, chart, "terms", say(words.BARS))
    st.caption(say(words.BARS))


def _signed(value: float, precision: Precision) -> str:
    text = plain_number(value, precision)
    return text if value < 0 else f"+{text}"


def _draw_windows(
    derivation: Derivation, state: State, parts: list[float], precision: Precision
) -> None:
    """Each window on the image, what x meets in it, and the product δ_k · that."""
    matrices = []
    for term in derivation.terms:
        assert term.meets is not None  # more than one term: a kernel weight or a pixel
        met = (
            term.meets.index if derivation.variable.group == "kernel" else derivation.variable.index
        )
        inside = {GEOMETRY.pixel_under(term.window, entry) for entry in GEOMETRY.kernel_entries()}
        cells = [
            grids.Cell(
                "",
                "",
                value=float(state.image[pixel]),
                spoken=f"a{pixel.row}{pixel.column}",
                mark="open" if pixel == met else "lit" if pixel in inside else "faded",
            )
            for pixel in GEOMETRY.pixels()
        ]
        title = say(words.MEETS, k=term.window.k, other=grids.plain_symbol(term.meets))
        matrices.append(grids.Grid(title, cells, 4, 1.0, small=True, width="2.3rem"))
    grids.draw(matrices, 3, "term-windows")
    rows = []
    for term, part in zip(derivation.terms, parts, strict=True):
        assert term.meets is not None
        s = Variable("s", (term.window.k,))
        rows.append(
            f"∂L/∂{grids.plain_symbol(s)} · {grids.plain_symbol(term.meets)} = "
            f"{_bracketed(state.gradient(s), precision)} · "
            f"{_bracketed(state.number(term.meets), precision)} = {plain_number(part, precision)}"
        )
    st.markdown("  \n".join(rows))


def _bracketed(value: float, precision: Precision) -> str:
    text = plain_number(value, precision)
    return f"({text})" if value < 0 else text


def _draw_convolution(variable: Variable, state: State) -> None:
    """The sliding window that gives this entry, and all the entries it gives."""
    kernel = variable.group == "kernel"
    st.markdown(say(words.KERNEL_CONVOLUTION if kernel else words.IMAGE_CONVOLUTION))
    place = Pixel(*variable.index)
    delta = state.gradients.s.reshape(GEOMETRY.map_shape)
    if kernel:
        slid, over = state.image, delta
        titles = (words.IMAGE, words.DELTA)
    else:
        kh, kw = GEOMETRY.kernel_shape
        slid = np.pad(delta, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
        over = state.parameters.kernel[::-1, ::-1]
        titles = (words.PADDED, words.FLIPPED)
    rows, columns = over.shape
    under = {(place.row + i, place.column + j) for i in range(rows) for j in range(columns)}
    result = state.gradients.kernel if kernel else state.gradients.image
    symbol = "w" if kernel else "a"
    matrices = [
        _matrix(say(titles[0]), slid, dict.fromkeys(under, "lit"), faded=True),
        _matrix(say(titles[1]), over, {}),
        _matrix(say(words.RESULT, symbol=symbol), result, {tuple(place): "open"}),
    ]
    grids.draw(matrices, 3, "convolution")
    with st.container(horizontal=True):
        for text, step, icon in (
            (words.SLIDE_BACK, -1, ":material/chevron_left:"),
            (words.SLIDE_ON, 1, ":material/chevron_right:"),
        ):
            st.button(say(text), icon=icon, on_click=_slide, args=(variable, step))


def _matrix(
    title: str, array: np.ndarray, marks: dict[tuple[int, ...], grids.Mark], faded: bool = False
) -> grids.Grid:
    cells = [
        grids.Cell(
            "",
            "",
            value=float(array[at]),
            spoken=f"{title} {at[0]}{at[1]}",
            mark=marks.get(at, "faded" if faded else ""),
        )
        for at in np.ndindex(array.shape)
    ]
    scale = float(np.abs(array).max())
    return grids.Grid(title, cells, array.shape[1], scale, small=True, width="3.3rem")


def _slide(variable: Variable, step: int) -> None:
    """Open the next entry of the same matrix."""
    members = [member for member in variables(GEOMETRY) if member.group == variable.group]
    place = (members.index(variable) + step) % len(members)
    session.change(variable=members[place].key)
