"""The derivation beside the program that computes it, and copies to take away."""

from __future__ import annotations

import streamlit as st

from lib.derivation import Derivation, Precision, State
from lib.derivation.document import aligned
from lib.derivation.snippets import numpy_snippet, torch_snippet
from lib.derivation.source import SourceLine, source_of_lines, source_of_way
from lib.network import NOTES, Architecture
from lib.text import looks as words
from lib.ui.components import formula
from lib.ui.lessons.backward.printing import document_words
from lib.ui.lessons.equations import Equation, derivation_lines
from lib.ui.state import session
from lib.ui.state.session import say


def draw(derivation: Derivation, state: State, precision: Precision) -> None:
    """Each line with its numbers and its NumPy, then what can be copied."""
    st.markdown(say(words.CODE_INTRO))
    net = state.architecture
    lines = derivation_lines(derivation, session.language(), net)
    if net != NOTES:
        _draw_way(lines, derivation, state, precision)
        lines = []
    for line, sources in zip(lines, _sources(derivation, net), strict=True):
        left, right = st.columns([6, 5], gap="medium")
        with left:
            left_side, expression, badge = line
            formula.pair(left_side, expression, precision, badge)
        with right:
            st.code(_listing(sources), language="python", wrap_lines=True)
    left, right = st.columns(2, gap="medium")
    with left:
        st.caption(say(words.COPY_LATEX))
        st.code(aligned(derivation, precision, document_words()), language="latex", height=130)
        st.caption(say(words.COPY_NUMPY))
        st.code(numpy_snippet(derivation.variable, state), language="python", height=300)
    with right:
        st.caption(say(words.COPY_NUMBER))
        st.code(repr(state.gradient(derivation.variable)), language=None, height=130)
        st.caption(say(words.COPY_TORCH))
        st.code(torch_snippet(derivation.variable, state), language="python", height=300)
    st.caption(say(words.COPY_NOTE, partial=formula.partial_name(derivation.variable, net)))


def _sources(derivation: Derivation, net: Architecture) -> tuple[tuple[SourceLine, ...], ...]:
    return source_of_lines(derivation.variable) if net == NOTES else ()


def _draw_way(
    lines: list[Equation], derivation: Derivation, state: State, precision: Precision
) -> None:
    """The lines of any network, beside the layers' lines from L back to the variable."""
    left, right = st.columns([6, 5], gap="medium")
    with left:
        for left_side, expression, badge in lines:
            formula.pair(left_side, expression, precision, badge)
    with right:
        sources = source_of_way(derivation.variable, state.architecture)
        st.code(_listing(sources), language="python", wrap_lines=True)


def _listing(sources: tuple[SourceLine, ...]) -> str:
    """The statements, each after the place where it stands."""
    return "\n".join(f"# {line.path}:{line.line}\n{line.text}" for line in sources)
