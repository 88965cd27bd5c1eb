"""Cross-entropy (N1–N5): the loss, its curve and tangent, and its derivative in all its forms."""

import numpy as np
import streamlit as st

from lib.derivation import Variable, plain_number
from lib.derivation.lessons import base_two, cross_entropy_sum
from lib.derivation.output import output_state
from lib.derivation.pieces import (
    loss_expression,
    output_slope_bracket,
    output_slope_quotient,
    output_slope_sum,
)
from lib.scenario import PROBES
from lib.text import cross_entropy as words
from lib.ui import formula, session, table
from lib.ui.charts.curve import tangent_rows, tangent_spec
from lib.ui.charts.spec import draw
from lib.ui.frame import require_frame, ways_on
from lib.ui.probes import probe_slider, use_network_output
from lib.ui.session import say

LOW, HIGH = PROBES["probe_output"]
GRID = np.linspace(LOW, HIGH, 200)

require_frame()
st.header(say(words.TITLE))
st.markdown(say(words.INTRO))
left, right = st.columns([2, 3], gap="medium")
with left:
    probe_slider("probe_output", say(words.OUTPUT))
    probe_slider("label", say(words.LABEL))
    st.button(
        say(words.USE_NETWORK),
        icon=":material/input:",
        help=say(words.USE_NETWORK_HELP),
        on_click=use_network_output,
    )
scenario = session.scenario()
digits = scenario.precision
y_out, yy = scenario.probe_output, scenario.label
state = output_state(y_out, yy)
loss, slope = float(state.gradients.loss), state.gradient(Variable("y_out"))
with left, st.container(horizontal=True):
    st.metric(say(words.LOSS), plain_number(loss, digits))
    st.metric(say(words.SLOPE), plain_number(slope, digits))
    st.metric(say(words.CONFIDENT), plain_number(y_out - yy, digits))
with right:
    spec = tangent_spec("y_out", say(words.AXIS_LOSS), (0.0, 1.0), (0.0, 5.0), 300)
    data = tangent_rows(
        lambda y: -(yy * np.log(y) + (1 - yy) * np.log1p(-y)), GRID, y_out, loss, slope
    )
    draw(data, spec, "loss_curve", say(words.CURVE))
    st.caption(say(words.CURVE))

st.subheader(say(words.THE_LOSS))
formula.line(r"L = -\sum_{i} P_{i}(x) \cdot \log Q_{i}(x)", "N2")
formula.pair(formula.hidden("L"), cross_entropy_sum(state), digits)
formula.pair("L", loss_expression(state), digits, "N3")

st.subheader(say(words.THE_SLOPE))
left_side = formula.partial(Variable("y_out"))
formula.pair(left_side, output_slope_bracket(state), digits, "N4")
formula.pair(formula.hidden(left_side), output_slope_sum(state), digits, "N5")
formula.pair(formula.hidden(left_side), output_slope_quotient(state), digits, "N5")
st.caption(say(words.SAME))

st.subheader(say(words.BASE))
st.markdown(say(words.BASE_NOTE))
formula.pair(r"L_{2}", base_two(state), digits, "N1")
table.draw(
    {
        say(words.QUANTITY): ["$L$", r"$\partial L/\partial y_{out}$"],
        say(words.NATS): [plain_number(loss, digits), plain_number(slope, digits)],
        say(words.BITS): [
            plain_number(loss / np.log(2), digits),
            plain_number(slope / np.log(2), digits),
        ],
    }
)
ways_on("cross_entropy")
