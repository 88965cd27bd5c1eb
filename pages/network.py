"""The network: what it is, drawn with live numbers, and the way through the lessons."""

import streamlit as st

from lib.derivation import variable_from_key
from lib.scenario import GEOMETRY
from lib.text import frame
from lib.text import network as words
from lib.ui import formula, session
from lib.ui.components import diagram, grids
from lib.ui.frame import link_to, require_frame, ways_on
from lib.ui.lessons import network_lines
from lib.ui.session import say

DIAGRAM = "network"

require_frame()
scenario = session.scenario()
state = scenario.state()

st.header(say(words.TITLE))
st.markdown(say(words.INTRO))


def open_picked() -> None:
    """A click in the picture opens that variable's derivation."""
    session.change(variable=grids.picked(st.session_state.get(DIAGRAM)))


diagram.draw(
    state, scenario.variable, scenario.precision, scenario.language, DIAGRAM, on_pick=open_picked
)
symbol = grids.plain_symbol(variable_from_key(scenario.variable, GEOMETRY))
with st.container(horizontal=True, vertical_alignment="center"):
    st.caption(say(words.SIGNS))
    link_to("backward", say(words.OPEN, symbol=symbol))

st.subheader(say(words.EQUATIONS))
for left, expression, badge in network_lines(state):
    formula.pair(left, expression, scenario.precision, badge)

st.subheader(say(words.WAY))
for name, step in words.STEPS.items():
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        link_to(name, say(frame.PAGES[name]), width=170)
        st.markdown(say(step))
ways_on("network")
