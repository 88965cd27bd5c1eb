"""The derivation on a clean page to print, and as LaTeX source."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lib.derivation import Derivation, Precision, State, derive, variables
from lib.derivation.document import Words, given, latex_document
from lib.network import NOTES, Architecture
from lib.text import frame
from lib.text import looks as words
from lib.ui.components import download, formula, one_of
from lib.ui.follow.matrices import matrix_of
from lib.ui.follow.page import Page
from lib.ui.lessons.equations import derivation_lines, lost_digits
from lib.ui.state import choice, session
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


def draw_given(state: State, precision: Precision) -> None:
    """Image, kernel, dense weights and label, a row of a matrix a line."""
    for row in given(state, precision):
        st.markdown(formula.inline(r", \quad ".join(row)))


def draw_lines(derivation: Derivation, precision: Precision, network: Architecture) -> None:
    """The derivation line by line, and where its long form loses its digits."""
    with st.container(gap="xsmall"):
        for left, expression, badge in derivation_lines(derivation, session.language(), network):
            formula.pair(left, expression, precision, badge)
    if said := lost_digits(derivation, precision, session.language()):
        st.warning(said, icon=":material/warning:")
