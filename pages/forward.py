"""Forward (N8): each window over the image, its nine products, and the way to the loss."""

import streamlit as st

from lib.network import GEOMETRY, NOTES
from lib.text import forward as words
from lib.ui.follow.page_run import show
from lib.ui.frame.pages import require_frame, ways_on
from lib.ui.lessons import forward
from lib.ui.state import session
from lib.ui.state.session import say

require_frame()
st.header(say(words.TITLE))
if session.scenario().architecture != NOTES:
    st.markdown(say(words.INTRO_ANY))
    forward.draw_any()
else:
    st.markdown(say(words.INTRO))
    show(forward.results)
    height, width = GEOMETRY.kernel_shape
    across = GEOMETRY.map_shape[1]
    for first in range(0, GEOMETRY.window_count, across):
        windows = GEOMETRY.windows()[first : first + across]
        for window, column in zip(windows, st.columns(across, gap="medium"), strict=True):
            rows = {"top": window.i, "bottom": window.i + height - 1}
            columns = {"left": window.j, "right": window.j + width - 1}
            with column, st.container(border=True):
                st.markdown(f"**{say(words.WINDOW, k=window.k, **rows, **columns)}**")
                for part in forward.WINDOWS[window.k]:
                    show(part)

st.subheader(say(words.END))
show(forward.the_end)
ways_on("forward")
