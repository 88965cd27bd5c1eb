"""Sigmoid (N6, N7): the curve, its slope, and both ways to write the slope."""

import numpy as np
import streamlit as st

from lib.derivation import plain_number
from lib.derivation.expression import Symbol
from lib.derivation.pieces import sigmoid_form, slope_exponential, slope_product
from lib.derivation.sigmoid import slope_steps
from lib.network import sigmoid, sigmoid_slope
from lib.scenario import PROBES
from lib.text import sigmoid as words
from lib.ui import formula, session
from lib.ui.charts.curve import tangent_rows, tangent_spec
from lib.ui.charts.spec import draw
from lib.ui.frame import require_frame, ways_on
from lib.ui.probes import probe_slider, use_network_input
from lib.ui.session import say

LOW, HIGH = PROBES["probe_x"]
GRID = np.linspace(LOW, HIGH, 241)
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
            st.button(symbol, key=f"take-{name}", on_click=use_network_input, args=(name,))
scenario = session.scenario()
digits = scenario.precision
x = Symbol("x", scenario.probe_x)
value, slope = float(sigmoid(x.number)), float(sigmoid_slope(x.number))
curvature = slope * (float(sigmoid(-x.number)) - value)  # σ'' = σ'(1 − 2σ)
with left:
    with st.container(horizontal=True):
        st.metric(say(words.VALUE), plain_number(value, digits))
        st.metric(say(words.SLOPE), plain_number(slope, digits))
        st.metric(say(words.SHARE), f"{plain_number(400 * slope, 3)} %")
    if slope < 0.0025:
        st.warning(say(words.SATURATED), icon=":material/warning:")
with right:
    spec = tangent_spec("x", "σ(x)", (LOW, HIGH), (-0.05, 1.05), 190)
    draw(tangent_rows(sigmoid, GRID, x.number, value, slope), spec, "sigmoid", say(words.CURVE))
    spec = tangent_spec("x", "σ′(x)", (LOW, HIGH), (-0.02, 0.28), 140)
    data = tangent_rows(sigmoid_slope, GRID, x.number, slope, curvature)
    draw(data, spec, "sigmoid_slope", say(words.CURVE))
    st.caption(say(words.CURVE))

st.subheader(say(words.THE_CURVE))
formula.pair(r"\sigma(x)", sigmoid_form(x), digits, "N6")
st.subheader(say(words.THE_SLOPE))
formula.pair(r"\sigma'(x)", slope_exponential(x), digits, "N7")
formula.pair(r"\sigma'(x)", slope_product(x), digits, "N7")
st.subheader(say(words.EQUAL))
start = r"\sigma'(x)"
for step in slope_steps(x):
    formula.pair(start, step, digits)
    start = formula.hidden(start)
st.caption(say(words.EQUAL_NOTE))
ways_on("sigmoid")
