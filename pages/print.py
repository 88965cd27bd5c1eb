"""The derivations on a clean page: numbers given, forward pass, then line by line."""

import streamlit as st

from lib.text import frame
from lib.text import looks as words
from lib.ui.components import formula, printer
from lib.ui.follow import page_run
from lib.ui.frame.pages import link_to, require_frame
from lib.ui.lessons.backward.printing import chosen_derivations, draw_given, draw_lines
from lib.ui.lessons.equations import forward_lines
from lib.ui.state import keys, session
from lib.ui.state.session import say

require_frame()
scenario = session.scenario()
state = scenario.state()
digits = scenario.precision

with st.container(horizontal=True, vertical_alignment="center", key=keys.NOT_PRINTED):
    printer.draw(say(words.PRINT))
    link_to("backward", say(words.BACK_TO))
st.header(say(frame.NAME))
st.subheader(say(words.GIVEN))
draw_given(state, digits)
st.subheader(say(words.FORWARD_PASS))
for left, expression, badge in forward_lines(state):
    formula.pair(left, expression, digits, badge)
st.subheader(say(words.DERIVATIONS))
opened = page_run.snapshot().derivation
for derivation in chosen_derivations(opened, state, scenario.print_all):
    draw_lines(derivation, digits, state.architecture)
    st.divider()
