"""Backward (N9–N13): all partial derivatives at once, and any one of them line by line."""

import streamlit as st

from lib.derivation import Variable, derive
from lib.text import backward as words
from lib.ui import session
from lib.ui.backward import (
    draw_headline,
    draw_lines,
    draw_looks,
    draw_map,
    draw_table,
    nudges,
    opened,
)
from lib.ui.frame import require_frame, ways_on
from lib.ui.session import say

require_frame()
scenario = session.scenario()
state = scenario.state()

st.header(say(words.TITLE))
st.markdown(say(words.INTRO))
variable: Variable = opened()
draw_map(state, variable, scenario.precision)

derivation = derive(variable, state)
nudged = nudges(scenario)
draw_headline(derivation, state, nudged, scenario.precision)
draw_lines(derivation, scenario.precision)

draw_looks(derivation, state, scenario.precision)

st.subheader(say(words.ALL))
draw_table(state, nudged, scenario.precision)
ways_on("backward")
