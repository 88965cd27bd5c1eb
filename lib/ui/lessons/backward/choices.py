"""The page on the backward pass: what a learner chooses there."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lib.derivation import Variable
from lib.derivation.expression import MOST_TERMS
from lib.text import backward as words
from lib.text import looks as looks
from lib.ui.components import one_of
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
from lib.ui.lessons.practise import plain
from lib.ui.state import choice, session
from lib.ui.state.session import say


def draw_headline() -> None:
    """The opened partial: by choice, its value, the same from a nudge, and the way back."""
    way_back.note()
    way_back.draw_button()
    chooser, rest = st.columns([3, 8], vertical_alignment="bottom")
    names = plain.partials(page_run.snapshot().architecture)
    chooser.selectbox(
        say(words.CHOOSE),
        list(names),
        format_func=names.__getitem__,
        **choice.widget("variable", set_elsewhere=True),
    )
    with rest:
        page_run.show(numbers.headline)


def draw_map() -> None:
    """Heatmaps of all partials, or the picture with the ways by which the variable acts on L."""
    draw_view_choice()
    draw_view()
    page_run.show(values.values)


def draw_view_choice() -> None:
    """Heatmaps or the picture."""
    names = {"heatmaps": looks.HEATMAPS, "picture": looks.PICTURE}
    one_of.draw(looks.VIEW, names, **choice.widget("backward_view"), hides_label=True)


def draw_view() -> None:
    """The chosen one."""
    view = session.scenario().backward_view
    shown = numbers.path_picture if view == "picture" else numbers.gradients
    page_run.show_to_open(shown)


def draw_lines() -> None:
    """The derivation line by line; a factor of it may open another one."""
    now = page_run.snapshot()
    if now.derivation.folded or (now.scenario.unrolled and len(now.derivation.terms) > MOST_TERMS):
        st.toggle(say(words.UNROLL), **choice.widget("unrolled"))
    page_run.show_to_open(lines.lines)


def draw_looks(open_print: Callable[[], None]) -> None:
    """The looks into the open derivation; only the chosen one is built.

    ``open_print`` draws the link to the page to print.
    """
    look = one_of.draw(looks.LOOK, looks.LOOKS, **choice.widget("look"))
    if look == "unpack":
        unpack.draw()
        return
    now = page_run.snapshot()
    derivation, state, precision = now.derivation, now.state, now.precision
    match look:
        case "shortcut":
            shortcut.draw(now)
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
    if not page_run.snapshot().is_of_notes:
        return
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
