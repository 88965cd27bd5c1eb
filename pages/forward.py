"""Forward (N8): each window over the image, its nine products, and the way to the loss."""

import streamlit as st

from lib.text import forward as words
from lib.ui import sheet
from lib.ui.forward import draw_results, draw_window
from lib.ui.frame import require_frame, ways_on
from lib.ui.lessons import end_lines
from lib.ui.moment import Moment
from lib.ui.session import say
from lib.ui.sheet import Sheet


def the_end(on: Sheet, now: Moment) -> None:
    """α, y_out and L."""
    for left, expression, badge in end_lines(now.state):
        on.pair(left, expression, now.precision, badge)


require_frame()
st.header(say(words.TITLE))
st.markdown(say(words.INTRO))
draw_results()
for row in (0, 2):
    for k, column in zip((row, row + 1), st.columns(2, gap="medium"), strict=True):
        with column, st.container(border=True):
            draw_window(k)

st.subheader(say(words.END))
sheet.show("end", the_end)
ways_on("forward")
