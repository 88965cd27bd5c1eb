"""Sheets for a class: other numbers for each student, keys, files for other programs, results."""

import streamlit as st

from lib.text import sheets as words
from lib.ui.frame.pages import require_frame, ways_on
from lib.ui.lessons import sheets
from lib.ui.state import keys
from lib.ui.state.session import say

require_frame()
with st.container(key=keys.SHEETS_HEAD):
    st.header(say(words.TITLE))
    st.markdown(say(words.INTRO))
    chosen = sheets.draw_choices()
    if chosen is not None:
        sheets.draw_files(*chosen)
if chosen is not None:
    sheets.draw_sheets(*chosen)
with st.container(key=keys.SHEETS_FOOT):
    sheets.draw_course_frame()
    sheets.draw_results()
    ways_on("sheets")
