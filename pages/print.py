"""The derivations on a clean page: numbers given, forward pass, then line by line."""

import streamlit as st

from lib.text import looks as words
from lib.ui.components import printer
from lib.ui.follow import page_run
from lib.ui.frame.pages import link_to, require_frame
from lib.ui.lessons.backward.printing import (
    chosen_derivations,
    draw_derivations,
    draw_forward,
    draw_given,
    draw_head,
)
from lib.ui.state import keys, session
from lib.ui.state.session import say

require_frame()
scenario = session.scenario()
state = scenario.state()
digits = scenario.precision

with st.container(horizontal=True, vertical_alignment="center", key=keys.NOT_PRINTED):
    printer.draw(say(words.PRINT))
    link_to("backward", say(words.BACK_TO))
draw_head()
draw_given(state, digits)
draw_forward(state, digits)
opened = page_run.snapshot().derivation
draw_derivations(chosen_derivations(opened, state, scenario.print_all), state, digits)
