"""The numbers that a run took from the sliders."""

from __future__ import annotations

import streamlit as st

from lib.text import training_views as words
from lib.ui.state import session, training_run
from lib.ui.state.session import say


def draw() -> None:
    """What the run took from the sliders, and the way to take them again once they have moved."""
    st.caption(say(words.GIVEN))
    now, training = training_run.given_now(), session.scenario().training
    if any(getattr(training, name) != value for name, value in now.items()):
        st.button(
            say(words.TAKE_AGAIN),
            icon=":material/input:",
            on_click=_take_given,
        )


def _take_given() -> None:
    training_run.change_setup(**training_run.given_now())
