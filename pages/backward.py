"""Backward (N9–N13): all partial derivatives at once, and any one of them line by line."""

import streamlit as st

from lib.text import backward as words
from lib.text import looks
from lib.ui.follow.page_run import show
from lib.ui.frame.pages import link_to, require_frame, ways_on
from lib.ui.lessons import worked
from lib.ui.lessons.backward import choices, numbers
from lib.ui.lessons.practise import predict
from lib.ui.state.session import say

require_frame()
st.header(say(words.TITLE))
st.markdown(say(words.INTRO))
if predict.of_partial():
    choices.draw_map()
    choices.draw_headline()
    worked.draw()

    st.subheader(say(words.DERIVATION))
    choices.draw_lines()
    choices.draw_question()
    choices.draw_looks(lambda: link_to("print", say(looks.OPEN_PAGE)))

    st.subheader(say(words.ALL))
    show(numbers.every_partial)
ways_on("backward")
