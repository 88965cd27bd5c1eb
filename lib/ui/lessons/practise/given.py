"""What is given and what is asked: matrices and one formula, no number of the backward pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import streamlit as st

from lib.derivation import Precision, State, Variable, latex_number, symbol_of
from lib.network import GEOMETRY
from lib.network.validate import Array
from lib.practice import indistinguishable
from lib.practice.exports.question import given_numbers
from lib.text import practise as words
from lib.ui.components import formula
from lib.ui.lessons.practise.plain import plain
from lib.ui.state import session
from lib.ui.state.session import say

DIGITS: Precision = 6
"""More than a hand works with; an exercise's own numbers have two."""


def draw_numbers(state: State) -> None:
    """Image, kernel, dense weights and label."""
    names = (words.IMAGE, words.KERNEL, words.DENSE, words.LABEL)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for name, latex in zip(names, given_numbers(state), strict=True):
            st.markdown(f"{say(name)} ${latex}$", width="content")


def draw_forward(state: State) -> None:
    """Everything before the loss, for those who want to begin there."""
    with st.expander(say(words.FORWARD)):
        windows = [window.k for window in state.geometry.windows()]
        rows = [
            _named([symbol_of(Variable("s", (k,)), GEOMETRY) for k in windows], state.values.s),
            _named([symbol_of(Variable("o", (k,)), GEOMETRY) for k in windows], state.values.o),
            rf"\alpha = {latex_number(float(state.values.alpha), DIGITS)}",
            rf"y_{{out}} = {latex_number(float(state.values.y_out), DIGITS)}",
        ]
        st.markdown(" &emsp; ".join(f"${row}$" for row in rows))


def draw_question(variable: Variable) -> None:
    """What is ∂L/∂x?"""
    partial = formula.inline(formula.partial(variable))
    st.markdown(f"### {say(words.QUESTION, partial=partial)}")


def draw_blind(state: State, variable: Variable) -> None:
    """What these numbers could not tell apart, whatever is answered."""
    with st.expander(say(words.BLIND)):
        found = indistinguishable(state, variable)
        language = session.language()
        if not found.hidden and not found.alike:
            st.markdown(say(words.BLIND_NOTHING))
        if found.hidden:
            st.markdown(say(words.BLIND_HIDDEN))
            st.markdown(_list(plain(m.words(language)) for m in found.hidden))
        if found.alike:
            st.markdown(say(words.BLIND_ALIKE))
            groups = (" = ".join(plain(m.words(language)) for m in g) for g in found.alike)
            st.markdown(_list(groups))


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in dict.fromkeys(items))


def _named(names: Sequence[str], values: Array) -> str:
    """``(w_a, w_b) = (1, 2)``, breakable after its commas."""
    numbers = [latex_number(x, DIGITS) for x in np.ravel(values).tolist()]
    return rf"({', '.join(names)}) = ({', '.join(numbers)})"
