"""Sigmoid (N6, N7): the curve, its slope, and both ways to write the slope."""

import streamlit as st

from lib.derivation import plain_symbol, variables
from lib.network import GEOMETRY
from lib.text import sigmoid as words
from lib.ui.follow.lesson_sliders import use_network_input
from lib.ui.follow.page_run import show
from lib.ui.frame.pages import require_frame, ways_on
from lib.ui.lessons import sigmoid
from lib.ui.state import keys
from lib.ui.state.session import say

SUMS = [v for group in ("alpha", "s") for v in variables(GEOMETRY) if v.group == group]

require_frame()
st.header(say(words.TITLE))
st.markdown(say(words.INTRO))
left, right = st.columns([2, 3], gap="medium")
with left:
    sigmoid.draw_slider()
    st.caption(say(words.FROM_NETWORK))
    with st.container(horizontal=True, gap="small"):
        for v in SUMS:
            symbol, key = plain_symbol(v, GEOMETRY), keys.from_network(v.key)
            st.button(symbol, key=key, on_click=use_network_input, args=(v,))
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
