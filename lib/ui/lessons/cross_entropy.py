"""The numbers of the lesson on the loss (N1–N5)."""

from __future__ import annotations

import numpy as np
import streamlit as st

from lib.derivation import Variable, computed_number
from lib.derivation.lessons import base_two, cross_entropy_sum
from lib.derivation.notes import CROSS_ENTROPY
from lib.derivation.pieces import (
    loss_expression,
    output_slope_bracket,
    output_slope_quotient,
    output_slope_sum,
)
from lib.text import cross_entropy as words
from lib.ui.components import curve, formula, sheet
from lib.ui.components.sheet import Metric, Sheet, Tex
from lib.ui.follow import page_run
from lib.ui.follow.lesson_sliders import probe_slider
from lib.ui.follow.page import Lecture, Page
from lib.ui.follow.snapshot import Snapshot
from lib.ui.state import keys
from lib.ui.state.session import say

Y_OUT = Variable("y_out")
LEFT = formula.partial(Y_OUT)


@sheet.part("loss_numbers")
def numbers(on: Sheet, now: Snapshot) -> None:
    """L, its slope, and y_out − yy."""
    scenario, digits = now.scenario, now.precision
    loss, slope = float(now.output.gradients.loss), now.output.gradient(Y_OUT)
    error = scenario.probe_output - scenario.label
    on.metrics(
        Metric(now.say(words.LOSS), computed_number(loss, digits)),
        Metric(now.say(words.SLOPE), computed_number(slope, digits)),
        Metric(
            now.say(words.CONFIDENT),
            computed_number(error, digits),
        ),
    )


@curve.part("loss_curve")
def loss_curve(now: Snapshot) -> curve.Curve:
    """L against y_out, for this label."""
    yy, loss = now.scenario.label, float(now.output.gradients.loss)
    return curve.Curve(
        lambda y: -(yy * np.log(y) + (1 - yy) * np.log1p(-y)),
        (0.001, 0.999),
        (0.0, 5.0),
        "yₒᵤₜ",
        now.say(words.AXIS_LOSS),
        (now.scenario.probe_output, loss),
        now.output.gradient(Y_OUT),
        300,
        now.say(words.CURVE),
    )


@sheet.part("loss_forms")
def the_loss(on: Sheet, now: Snapshot) -> None:
    """N2 and N3."""
    on.line(CROSS_ENTROPY, "N2")
    on.pair(formula.hidden("L"), cross_entropy_sum(now.output), now.precision)
    on.pair("L", loss_expression(now.output), now.precision, "N3")


@sheet.part("loss_slope")
def the_slope(on: Sheet, now: Snapshot) -> None:
    """N4 and both forms of N5."""
    on.pair(LEFT, output_slope_bracket(now.output), now.precision, "N4")
    on.pair(formula.hidden(LEFT), output_slope_sum(now.output), now.precision, "N5")
    on.pair(formula.hidden(LEFT), output_slope_quotient(now.output), now.precision, "N5")


@sheet.part("loss_base")
def the_base(on: Sheet, now: Snapshot) -> None:
    """N1 in base 2, and both units side by side."""
    digits = now.precision
    natural = float(now.output.gradients.loss), now.output.gradient(Y_OUT)
    on.pair(r"L_{2}", base_two(now.output), digits, "N1")
    on.table(
        {
            now.say(words.QUANTITY): [Tex("L"), Tex(LEFT)],
            now.say(words.NATS): [computed_number(value, digits) for value in natural],
            now.say(words.BITS): [computed_number(value / np.log(2), digits) for value in natural],
        }
    )


def draw_sliders() -> None:
    """The free y_out and the label."""
    probe_slider("probe_output", say(words.OUTPUT), ("y", "out"), 0.001)
    probe_slider("label", say(words.LABEL), ("yy", ""), 0.01)


def _lecture() -> None:
    """The curve; the bar at the foot has the sliders."""
    page_run.show(loss_curve)
    with st.container(key=keys.LECTURE_SLIDERS):
        draw_sliders()


PAGE = Page(
    "cross_entropy",
    words.IN_MENU,
    ":material/trending_down:",
    "learn",
    on_the_way=words.ON_THE_WAY,
    equations="N1–N5",
    uses_numbers=False,
    told=lambda now: f"L = {computed_number(float(now.output.gradients.loss), now.precision)}",
    parts=(numbers, loss_curve, the_loss, the_slope, the_base),
    about="lesson",
    lecture=Lecture(_lecture),
)
