"""Backward (N9–N13): all partial derivatives at once, and any one of them line by line."""

import streamlit as st

from lib.text import backward as words
from lib.ui import backward
from lib.ui.frame import require_frame, ways_on
from lib.ui.live import show
from lib.ui.session import say

require_frame()
st.header(say(words.TITLE))
st.markdown(say(words.INTRO))
backward.draw_map()
backward.draw_headline()

st.subheader(say(words.DERIVATION))
show("lines")
backward.draw_question()
backward.draw_looks()

st.subheader(say(words.ALL))
show("all")
ways_on("backward")
