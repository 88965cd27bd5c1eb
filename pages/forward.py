"""Forward (N8): each window over the image, its nine products, and the way to the loss."""

import streamlit as st

from lib.text import forward as words
from lib.ui import formula, session
from lib.ui.forward import draw_results, draw_window
from lib.ui.frame import require_frame, ways_on
from lib.ui.lessons import end_lines
from lib.ui.session import say

require_frame()
scenario = session.scenario()
state = scenario.state()

st.header(say(words.TITLE))
st.markdown(say(words.INTRO))
draw_results(state, scenario.precision)
for row in (0, 2):
    for k, column in zip((row, row + 1), st.columns(2, gap="medium"), strict=True):
        with column, st.container(border=True):
            draw_window(k, state, scenario.precision)

st.subheader(say(words.END))
for left, expression, badge in end_lines(state):
    formula.pair(left, expression, scenario.precision, badge)
ways_on("forward")
