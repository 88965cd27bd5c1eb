"""The derivation on a clean page to print, and as LaTeX source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, timezone

import streamlit as st

from lib.derivation import Derivation, Precision, State, derive, variables
from lib.derivation.document import Words, given, latex_document
from lib.network import NOTES
from lib.scenario import preset_of
from lib.text import frame
from lib.text import looks as words
from lib.text.sidebar import PRESET_NAMES
from lib.ui.components import download, formula, one_of, sheet
from lib.ui.components.sheet import Sheet
from lib.ui.follow.matrices import matrix_of
from lib.ui.follow.page import Page
from lib.ui.follow.page_run import mount
from lib.ui.lessons.equations import derivation_lines, forward_lines, lost_digits
from lib.ui.state import choice, keys, session
from lib.ui.state.session import say

PAGE = Page("print", words.PRINT_PAGE, ":material/print:")


def draw(
    derivation: Derivation, state: State, precision: Precision, open_page: Callable[[], None]
) -> None:
    """Choose the open derivation or all of them; print or download.

    ``open_page`` draws the link to the page to print.
    """
    st.markdown(say(words.PRINT_INTRO))
    partial = formula.partial_name(derivation.variable, state.architecture)
    count = len(chosen_derivations(derivation, state, True))
    of_notes = state.architecture == NOTES
    several = say(words.SCOPE_ALL if of_notes else words.SCOPE_MATRIX, count=count)
    names = {False: say(words.SCOPE_ONE, partial=partial), True: several}
    everything = one_of.draw(words.SCOPE, names, **choice.widget("print_all"))
    chosen = chosen_derivations(derivation, state, bool(everything))
    with st.container(horizontal=True, vertical_alignment="center"):
        open_page()
        download.draw(
            say(words.DOWNLOAD),
            latex_document,
            chosen,
            state,
            precision,
            document_words(),
            file_name="backprop-by-hand.tex",
            mime="application/x-tex",
        )


def chosen_derivations(
    derivation: Derivation, state: State, everything: bool
) -> tuple[Derivation, ...]:
    """The open derivation, or all of them in the order of the notes; of another network all of the
    matrix that the open one belongs to."""
    if not everything:
        return (derivation,)
    network = state.architecture
    if network != NOTES:
        members = matrix_of(derivation.variable, network).cells
        return tuple(derive(variable, state) for variable in members)
    return tuple(derive(variable, state) for variable in variables(network))


def document_words() -> Words:
    """The words of the LaTeX document in the language of the page."""
    return Words(
        title=say(frame.NAME),
        given=say(words.GIVEN),
        forward=say(words.FORWARD_PASS),
        backward=say(words.DERIVATIONS),
        loses_digits=say(words.LOSES),
    )


def draw_head() -> None:
    """What the numbers are called, the day, and the link to this very page, as plain text."""
    scenario = session.scenario()
    kept = preset_of(scenario)
    name = scenario.name or (say(PRESET_NAMES[kept]) if kept else "")
    west = timedelta(minutes=st.context.timezone_offset or 0)
    day = datetime.now(timezone(-west)).date().isoformat()
    with st.container(key=keys.PRINTED_HEAD, gap=None):
        st.header(say(frame.NAME))
        st.text(" · ".join(part for part in (name, day) if part))
        st.text(f"{st.context.url or ''}?s={session.link()}")


def draw_given(state: State, precision: Precision) -> None:
    """Image, kernel, dense weights and label, a row of a matrix a line."""
    on = Sheet()
    for row in given(state, precision):
        on.line(r", \quad ".join(row))
    _draw_block("given", say(words.GIVEN), on)


def draw_forward(state: State, precision: Precision) -> None:
    """Each value on the way to the loss."""
    on = Sheet()
    for left, expression, badge in forward_lines(state):
        on.equation(left, [(expression, badge)], precision)
    _draw_block("forward", say(words.FORWARD_PASS), on)


def draw_derivations(derivations: Sequence[Derivation], state: State, precision: Precision) -> None:
    """Each line by line, and where its long form loses its digits."""
    network = state.architecture
    for place, derivation in enumerate(derivations):
        on, variable = Sheet(), derivation.variable
        lines = derivation_lines(derivation, session.language(), network)
        on.equation(
            formula.partial(variable, network),
            [(expression, badge) for _, expression, badge in lines],
            precision,
        )
        if said := lost_digits(derivation, precision, session.language()):
            on.warning(said)
        begin = "" if place else say(words.DERIVATIONS)
        _draw_block(variable.key, begin, on, formula.partial_name(variable, network))


def _draw_block(name: str, title: str, on: Sheet, partial: str = "") -> None:
    """What no end of a page tears, under its headings."""
    with st.container(key=keys.printed_block(name), gap="xsmall"):
        if title:
            st.markdown(f"### {title}")
        if partial:
            st.markdown(f"#### {partial}")
        mount(f"{keys.PRINTED_LINES}-{name}", sheet.COMPONENT, {"blocks": on.blocks})
