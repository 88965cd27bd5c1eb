"""Cross-entropy (N1–N5): the loss, its curve and tangent, and its derivative in all its forms."""

import streamlit as st

from lib.text import cross_entropy as words
from lib.ui.follow.lesson_sliders import use_network_output
from lib.ui.follow.page_run import show
from lib.ui.frame.pages import require_frame, ways_on
from lib.ui.lessons import cross_entropy
from lib.ui.state.session import say

require_frame()
st.header(say(words.TITLE))
st.markdown(say(words.INTRO))
left, right = st.columns([2, 3], gap="medium")
with left:
    cross_entropy.draw_sliders()
    st.button(
        say(words.USE_NETWORK),
        icon=":material/input:",
        help=say(words.USE_NETWORK_HELP),
        on_click=use_network_output,
    )
    show(cross_entropy.numbers)
with right:
    show(cross_entropy.loss_curve)
    st.caption(say(words.CURVE))

st.subheader(say(words.THE_LOSS))
show(cross_entropy.the_loss)
st.subheader(say(words.THE_SLOPE))
show(cross_entropy.the_slope)
st.caption(say(words.SAME))
st.subheader(say(words.BASE))
st.markdown(say(words.BASE_NOTE))
show(cross_entropy.the_base)
ways_on("cross_entropy")
