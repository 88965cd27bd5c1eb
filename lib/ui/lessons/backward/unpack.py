"""∂L/∂x as its terms, one a window: signed bars that add up, and the convolution behind it."""

from __future__ import annotations

import streamlit as st

from lib.derivation import Variable, variables
from lib.network import NOTES
from lib.text import looks as words
from lib.ui.components import formula
from lib.ui.follow import page_run
from lib.ui.lessons.backward import terms
from lib.ui.state import session
from lib.ui.state.session import say


def draw() -> None:
    """The terms of the open derivation."""
    now = page_run.snapshot()
    variable, count = now.variable, len(now.derivation.terms)
    if count < 2:
        acts = count or variable.group in ("alpha", "y_out", "dense_bias")
        text = words.ONE_WAY if acts else words.NO_WAY
        st.markdown(say(text, symbol=formula.name(variable, now.architecture)))
        return
    left, right = st.columns([5, 6], gap="large")
    with left:
        page_run.show(terms.terms)
    with right:
        page_run.show(terms.windows)
    if not now.is_of_notes:
        st.caption(say(words.CONVOLUTION_OF_NOTES))
        return
    st.markdown(f"**{say(words.CONVOLUTION)}**")
    _draw_convolution(variable)


def _draw_convolution(variable: Variable) -> None:
    """The sliding window that gives this entry, and all the entries it gives."""
    kernel = variable.group == "kernel"
    st.markdown(say(words.KERNEL_CONVOLUTION if kernel else words.IMAGE_CONVOLUTION))
    page_run.show(terms.convolution)
    with st.container(horizontal=True):
        for text, step, icon in (
            (words.SLIDE_BACK, -1, ":material/chevron_left:"),
            (words.SLIDE_ON, 1, ":material/chevron_right:"),
        ):
            st.button(say(text), icon=icon, on_click=_slide, args=(variable, step))


def _slide(variable: Variable, step: int) -> None:
    """Open the next entry of the same matrix."""
    members = [member for member in variables(NOTES) if member.group == variable.group]
    place = (members.index(variable) + step) % len(members)
    session.change(variable=members[place].key)
