"""The published values of a worked example, beside what is computed here."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from lib.derivation import Precision, State, plain_number, plain_symbol, symbol_of
from lib.derivation.number import ALL_DIGITS
from lib.network import Architecture
from lib.scenario import encode, preset_of
from lib.scenario.worked import WORKED, Published, Worked
from lib.text import worked as words
from lib.ui.components import sheet
from lib.ui.components.description import describe
from lib.ui.components.sheet import Sheet, Tex
from lib.ui.follow import page_run
from lib.ui.state import keys, session
from lib.ui.state.session import LINK, say


def draw() -> None:
    """What is known of the example whose numbers are on the sliders; nothing for any other."""
    name = preset_of(session.scenario())
    if name not in WORKED:
        return
    example, now = WORKED[name], page_run.snapshot()
    with st.expander(say(words.TITLE, source=example.source), expanded=True):
        st.markdown(say(words.STORY[name]))
        on = Sheet()
        on.table(_columns(example, now.state, now.precision))
        page_run.mount(keys.PUBLISHED, sheet.COMPONENT, {"blocks": on.blocks})
        if example.slips:
            net = example.scenario.architecture
            lines = [
                f"- {say(words.SLIP_NAMES[slip])}: {'; '.join(_told(one, net) for one in got)}"
                for slip, got in example.slips
            ]
            st.markdown("\n".join([say(words.SLIPS), "", *lines]))
        needs = say(words.NEEDS, network=describe(now.architecture, session.language()))
        st.caption(f"{needs} [{say(words.LINK)}](?{LINK}={_link(example)})")


def _columns(example: Worked, state: State, precision: Precision) -> dict[str, list[str | Tex]]:
    """A row for each of the source's matrices or numbers."""
    rows = [
        (
            Tex(quantity(one, state.architecture)),
            _matrix([[plain_text(text) for text in row] for row in one.rows]),
            _matrix([[_here(number, one, precision) for number in row] for row in one.here(state)]),
            plain_number(one.difference(state), 3),
        )
        for one in example.published
    ]
    titles = (words.QUANTITY, words.PUBLISHED, words.HERE, words.DIFFERENCE)
    return {
        say(title): list(cells)
        for title, cells in zip(titles, zip(*rows, strict=True), strict=True)
    }


def _here(number: float, one: Published, precision: Precision) -> str:
    """Rounded as the source rounds, or with all digits where those are asked for."""
    if precision == ALL_DIGITS:
        return plain_number(number, ALL_DIGITS)
    return plain_text(f"{number + 0.0:.{one.digits}f}")


def quantity(one: Published, net: Architecture) -> str:
    """What the numbers are of, as LaTeX: a whole matrix bears its letter alone."""
    first, *others = one.variables(net)
    symbol = "L" if one.place == "loss" else symbol_of(first, net)
    if others:
        symbol = symbol.rsplit("_", 1)[0]
        symbol = symbol if one.above else symbol.split("^")[0]
    half = r"\tfrac{1}{2}\," if one.loss_halved else ""
    if one.is_gradient:
        return rf"{half}\frac{{\partial L}}{{\partial {symbol}}}"
    return f"{half}{symbol}"


def plain_text(text: str) -> str:
    """A number with the digits of its source and a real minus."""
    return text.replace("-", "−")


def _matrix(rows: list[list[str]]) -> str | Tex:
    """One number as text, several as a matrix. Digits of ours only, never a text from outside."""
    if len(rows) == len(rows[0]) == 1:
        return rows[0][0]
    inside = r" \\ ".join(" & ".join(row) for row in rows).replace("−", "-")
    return Tex(rf"\begin{{matrix}} {inside} \end{{matrix}}")


def _told(one: Published, net: Architecture) -> str:
    (variable,) = one.variables(net)
    return f"∂L/∂{plain_symbol(variable, net)} = {plain_text(one.text)}"


def _link(example: Worked) -> str:
    return encode(replace(example.scenario, language=session.language()))
