"""Which derivations were open before, in the order in which this tab opened them."""

from __future__ import annotations

import streamlit as st

from lib.derivation import variable_from_key
from lib.scenario.value import keys_of
from lib.text import backward as words
from lib.ui.components import formula
from lib.ui.state import keys, session
from lib.ui.state.session import say

_MOST = 50


def note() -> None:
    """Remember what was open when the page was last drawn, whatever has opened another since."""
    state, now = st.session_state, session.scenario().variable
    seen = state.get(keys.OPENED_LAST, now)
    if seen != now:
        state[keys.OPENED_BEFORE] = [*before(), seen][-_MOST:]
    state[keys.OPENED_LAST] = now


def before() -> list[str]:
    """The keys of the variables that were open before this one, the latest last."""
    found: list[str] = st.session_state.get(keys.OPENED_BEFORE, [])
    known = keys_of(session.scenario().architecture)
    return [key for key in found if key in known]


def draw_button() -> None:
    """Back to the derivation that was open before, if there was one."""
    if not before():
        return
    network = session.scenario().architecture
    last = variable_from_key(before()[-1], network)
    st.button(
        say(words.BACK_TO, partial=formula.partial_name(last, network)),
        icon=":material/arrow_back:",
        key=keys.OPENED_BACK,
        on_click=_go_back,
    )


def _go_back() -> None:
    *rest, last = before()
    st.session_state[keys.OPENED_BEFORE], st.session_state[keys.OPENED_LAST] = rest, last
    session.change(variable=last)
