"""The network: what it is, drawn with live numbers, and the way through the lessons."""

import streamlit as st

from lib.text import frame
from lib.text import network as words
from lib.ui.components import formula, grids
from lib.ui.follow import page_run
from lib.ui.frame.pages import link_to, require_frame, ways_on
from lib.ui.state import session
from lib.ui.state.session import say

DIAGRAM = "network"


def open_picked() -> None:
    """A click in the picture opens that variable's derivation."""
    session.change(variable=grids.picked(st.session_state.get(DIAGRAM)))


require_frame()
st.header(say(words.TITLE))
st.markdown(say(words.INTRO))
page_run.show(DIAGRAM, on_picked_change=open_picked)
partial = formula.partial_name(page_run.moment().variable)
with st.container(horizontal=True, vertical_alignment="center"):
    st.caption(say(words.SIGNS))
    link_to("backward", say(words.OPEN, partial=partial))

st.subheader(say(words.EQUATIONS))
page_run.show("equations")

st.subheader(say(words.WAY))
for name, step in words.STEPS.items():
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        link_to(name, say(frame.PAGES[name]), width=170)
        st.markdown(say(step))
ways_on("network")
