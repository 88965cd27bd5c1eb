"""The page on the backward pass: what a learner chooses there."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lib.derivation import Variable, variables
from lib.scenario import GEOMETRY, LOOKS
from lib.text import backward as words
from lib.text import looks as looks
from lib.ui.components import grids
from lib.ui.follow import page_run
from lib.ui.lessons.backward import (
    code,
    factors,
    lines,
    nudge,
    numbers,
    printing,
    shortcut,
    unpack,
    values,
    way_back,
)
from lib.ui.state import session
from lib.ui.state.session import named, say

_CHOICE = "opened"
_PARTIALS = {v.key: f"∂L/∂{grids.plain_symbol(v)}" for v in variables(GEOMETRY)}


def _open_picked(key: str) -> None:
    session.change(variable=grids.picked(st.session_state.get(key)))


def draw_headline() -> None:
    """The opened partial: by choice, its value, the same from a nudge, and the way back."""
    way_back.note()
    way_back.draw_button()
    choice, rest = st.columns([3, 8], vertical_alignment="bottom")
    st.session_state[_CHOICE] = session.scenario().variable
    choice.selectbox(
        say(words.CHOOSE),
        list(_PARTIALS),
        format_func=_PARTIALS.__getitem__,
        key=_CHOICE,
        on_change=session.take,
        args=("variable", _CHOICE),
    )
    with rest:
        page_run.show(numbers.headline)


_VIEW, _LOOK = "backward_view", "look"


def draw_map() -> None:
    """Heatmaps of all partials, or the picture with the ways by which the variable acts on L."""
    st.session_state.setdefault(_VIEW, "heatmaps")
    names = {"heatmaps": say(looks.HEATMAPS), "picture": say(looks.PICTURE)}
    view = st.segmented_control(
        say(looks.VIEW),
        list(names),
        format_func=names.__getitem__,
        key=_VIEW,
        required=True,
        wrap=True,
        label_visibility="collapsed",
        persist_state="session",
    )
    shown = numbers.path_picture if view == "picture" else numbers.gradients
    page_run.show(shown, on_picked_change=lambda: _open_picked(shown.key))
    page_run.show(values.values)


def draw_lines() -> None:
    """The derivation line by line; a factor of it may open another one."""
    page_run.show(lines.lines, on_picked_change=lambda: _open_picked(lines.lines.key))


def draw_looks(open_print: Callable[[], None]) -> None:
    """The looks into the open derivation; only the chosen one is built.

    ``open_print`` draws the link to the page to print.
    """
    st.session_state[_LOOK] = session.scenario().look
    look = st.segmented_control(
        say(looks.LOOK),
        LOOKS,
        format_func=named(looks.LOOKS),
        key=_LOOK,
        required=True,
        wrap=True,
        on_change=session.take,
        args=("look", _LOOK),
    )
    if look == "unpack":
        unpack.draw()
        return
    now = page_run.snapshot()
    derivation, state, precision = now.derivation, now.state, now.precision
    match look:
        case "shortcut":
            shortcut.draw(precision)
        case "factors":
            factors.draw(derivation, state, precision)
        case "nudge":
            nudge.draw(derivation, state, precision)
        case "code":
            code.draw(derivation, state, precision)
        case _:
            printing.draw(derivation, state, precision, open_print)


def draw_question() -> None:
    """Asks why y_out − yy stands there; the answer is another derivation, where a note ends it."""
    group = page_run.snapshot().variable.group
    if group == "alpha":
        st.caption(say(words.COLLAPSE_NOTE))
    elif group != "y_out":
        st.button(
            say(words.COLLAPSE),
            type="tertiary",
            icon=":material/help:",
            on_click=session.change,
            kwargs={"variable": Variable("alpha").key},
        )
