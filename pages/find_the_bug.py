"""Find the bug: a derivation or the program with one mistake in it."""

import streamlit as st

from lib.text import find_the_bug as words
from lib.ui.frame.pages import require_frame, ways_on
from lib.ui.lessons.practise import bug
from lib.ui.state.session import say

require_frame()
st.header(say(words.TITLE))
st.markdown(say(words.INTRO))
bug.draw_choices()
of = bug.current()
lines, steps = st.columns([3, 2], gap="large")
with lines:
    bug.draw_lines(of)
with steps:
    bug.draw_steps(of)
ways_on("find_the_bug")
