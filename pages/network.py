"""The network: what it is, drawn with live numbers, and the way through the lessons."""

import streamlit as st

from lib.text import frame
from lib.text import network as words
from lib.ui import live, session, sheet
from lib.ui.components import diagram, grids
from lib.ui.frame import link_to, require_frame, ways_on
from lib.ui.lessons import network_lines
from lib.ui.moment import Moment
from lib.ui.session import say
from lib.ui.sheet import Sheet

DIAGRAM = "network"


def open_picked() -> None:
    """A click in the picture opens that variable's derivation."""
    session.change(variable=grids.picked(st.session_state.get(DIAGRAM)))


def equations(on: Sheet, now: Moment) -> None:
    """The whole network, line by line."""
    for left, expression, badge in network_lines(now.state):
        on.pair(left, expression, now.precision, badge)


require_frame()
st.header(say(words.TITLE))
st.markdown(say(words.INTRO))
diagram.show(DIAGRAM, on_pick=open_picked)
symbol = grids.plain_symbol(live.moment().variable)
with st.container(horizontal=True, vertical_alignment="center"):
    st.caption(say(words.SIGNS))
    link_to("backward", say(words.OPEN, symbol=symbol))

st.subheader(say(words.EQUATIONS))
sheet.show("equations", equations)

st.subheader(say(words.WAY))
for name, step in words.STEPS.items():
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        link_to(name, say(frame.PAGES[name]), width=170)
        st.markdown(say(step))
ways_on("network")
