"""Sigmoid (N6, N7): the curve, its slope, and both ways to write the slope."""

import streamlit as st

from lib.text import sigmoid as words
from lib.ui.follow.lesson_sliders import probe_slider, use_network_input
from lib.ui.follow.page_run import show
from lib.ui.frame.pages import require_frame, ways_on
from lib.ui.lessons import sigmoid
from lib.ui.state import keys
from lib.ui.state.session import say

SOURCES = {"alpha": "α", "s-0": "s₀", "s-1": "s₁", "s-2": "s₂", "s-3": "s₃"}

require_frame()
st.header(say(words.TITLE))
st.markdown(say(words.INTRO))
left, right = st.columns([2, 3], gap="medium")
with left:
    probe_slider("probe_x", say(words.X))
    st.caption(say(words.FROM_NETWORK))
    with st.container(horizontal=True, gap="small"):
        for name, symbol in SOURCES.items():
            st.button(symbol, key=keys.from_network(name), on_click=use_network_input, args=(name,))
    show(sigmoid.numbers)
with right:
    show(sigmoid.value_curve)
    show(sigmoid.slope_curve)
    st.caption(say(words.CURVE))

st.subheader(say(words.THE_CURVE))
show(sigmoid.the_curve)
st.subheader(say(words.THE_SLOPE))
show(sigmoid.the_slope)
st.subheader(say(words.EQUAL))
show(sigmoid.both_equal)
st.caption(say(words.EQUAL_NOTE))
ways_on("sigmoid")
