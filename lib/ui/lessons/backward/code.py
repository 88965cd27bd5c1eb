"""The derivation beside the program that computes it, and copies to take away."""

from __future__ import annotations

import streamlit as st

from lib.derivation import Derivation, Precision, State, latex_number
from lib.derivation.snippets import numpy_snippet, torch_snippet
from lib.derivation.source import SourceLine, source_of_lines
from lib.text import looks as words
from lib.ui.components import formula
from lib.ui.state.session import say


def draw(derivation: Derivation, state: State, precision: Precision) -> None:
    """Each line with its numbers and its NumPy, then what can be copied."""
    st.markdown(say(words.CODE_INTRO))
    left_side = formula.partial(derivation.variable)
    lines = source_of_lines(derivation.variable)
    for line, sources in zip(derivation.lines, lines, strict=True):
        left, right = st.columns([6, 5], gap="medium")
        with left:
            formula.pair(left_side, line.expression, precision, line.label)
        with right:
            st.code(_listing(sources), language="python", wrap_lines=True)
        left_side = formula.hidden(formula.partial(derivation.variable))
    left, right = st.columns(2, gap="medium")
    with left:
        st.caption(say(words.COPY_LATEX))
        st.code(_latex(derivation, precision), language="latex", height=130)
        st.caption(say(words.COPY_NUMPY))
        st.code(numpy_snippet(derivation.variable, state), language="python", height=300)
    with right:
        st.caption(say(words.COPY_NUMBER))
        st.code(repr(state.gradient(derivation.variable)), language=None, height=130)
        st.caption(say(words.COPY_TORCH))
        st.code(torch_snippet(derivation.variable, state), language="python", height=300)
    st.caption(say(words.COPY_NOTE, partial=formula.partial_name(derivation.variable)))


def _listing(sources: tuple[SourceLine, ...]) -> str:
    """The statements, each after the place where it stands."""
    return "\n".join(f"# {line.path}:{line.line}\n{line.text}" for line in sources)


def _latex(derivation: Derivation, precision: Precision) -> str:
    """The whole derivation as one aligned block, symbols and numbers."""
    rows = []
    left = derivation.left.latex()
    for line in derivation.lines:
        rows.append(rf"{left} &= {line.expression.latex()} \\")
        rows.append(rf"&= {line.expression.latex(precision)} \\")
        left = ""
    rows.append(f"&= {latex_number(derivation.value, precision)}")
    return "\\begin{aligned}\n" + "\n".join(rows) + "\n\\end{aligned}"
