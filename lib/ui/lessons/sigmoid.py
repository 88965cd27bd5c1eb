"""The numbers of the lesson on the sigmoid (N6, N7)."""

from __future__ import annotations

import streamlit as st

from lib.derivation import computed_number
from lib.derivation.expression import Symbol
from lib.derivation.pieces import sigmoid_form, slope_exponential, slope_product
from lib.derivation.sigmoid import slope_steps
from lib.network import sigmoid, sigmoid_slope
from lib.scenario import PROBES
from lib.text import sigmoid as words
from lib.ui.components import curve, formula, sheet
from lib.ui.components.sheet import Metric, Sheet
from lib.ui.follow import page_run
from lib.ui.follow.lesson_sliders import probe_slider
from lib.ui.follow.page import Lecture, Page
from lib.ui.follow.snapshot import Snapshot
from lib.ui.state import keys
from lib.ui.state.session import say

FLAT = 0.0025
"""One per cent of the largest slope, 1/4."""


@sheet.part("sigmoid_numbers")
def numbers(on: Sheet, now: Snapshot) -> None:
    """σ and σ′ at x, and how much of the largest slope that is."""
    x, digits = now.scenario.probe_x, now.precision
    slope = float(sigmoid_slope(x))
    on.metrics(
        Metric(now.say(words.VALUE), computed_number(float(sigmoid(x)), digits)),
        Metric(now.say(words.SLOPE), computed_number(slope, digits)),
        Metric(now.say(words.SHARE), f"{computed_number(400 * slope, 3)}%"),
    )
    if slope < FLAT:
        on.warning(now.say(words.SATURATED))


@curve.part("sigmoid_curve")
def value_curve(now: Snapshot) -> curve.Curve:
    """σ with its tangent."""
    x = now.scenario.probe_x
    point = x, float(sigmoid(x))
    slope, says = float(sigmoid_slope(x)), now.say(words.CURVE)
    return curve.Curve(
        sigmoid,
        PROBES["probe_x"],
        (-0.05, 1.05),
        "x",
        "σ(x)",
        point,
        slope,
        _height(now, 210),
        says,
    )


@curve.part("sigmoid_slope_curve")
def slope_curve(now: Snapshot) -> curve.Curve:
    """σ′ with its tangent, whose slope is σ″ = σ′(1 − 2σ)."""
    x = now.scenario.probe_x
    slope = float(sigmoid_slope(x))
    second, says = slope * float(sigmoid(-x) - sigmoid(x)), now.say(words.CURVE)
    return curve.Curve(
        sigmoid_slope,
        PROBES["probe_x"],
        (-0.02, 0.28),
        "x",
        "σ′(x)",
        (x, slope),
        second,
        _height(now, 170),
        says,
    )


def _height(now: Snapshot, below: int) -> int:
    """Of a curve: in the lecture view they stand side by side, on the page one below the other."""
    return 310 if now.scenario.lecture else below


@sheet.part("sigmoid_form")
def the_curve(on: Sheet, now: Snapshot) -> None:
    """N6."""
    on.pair(r"\sigma(x)", sigmoid_form(Symbol("x", now.scenario.probe_x)), now.precision, "N6")


@sheet.part("sigmoid_slopes")
def the_slope(on: Sheet, now: Snapshot) -> None:
    """Both forms of N7."""
    x = Symbol("x", now.scenario.probe_x)
    on.pair(r"\sigma'(x)", slope_exponential(x), now.precision, "N7")
    on.pair(r"\sigma'(x)", slope_product(x), now.precision, "N7")


@sheet.part("sigmoid_steps")
def both_equal(on: Sheet, now: Snapshot) -> None:
    """From one form to the other, step by step."""
    steps = slope_steps(Symbol("x", now.scenario.probe_x))
    for left, step in formula.aligned(r"\sigma'(x)", steps):
        on.pair(left, step, now.precision)


def draw_slider() -> None:
    """The free x."""
    probe_slider("probe_x", say(words.X), ("x", ""), 0.05)


def _lecture() -> None:
    """Both curves; the bar at the foot has the slider."""
    for part, column in zip((value_curve, slope_curve), st.columns(2), strict=True):
        with column:
            page_run.show(part)
    with st.container(key=keys.LECTURE_SLIDERS):
        draw_slider()


def _told(now: Snapshot) -> str:
    """σ(x), said when a hand rests."""
    return f"σ(x) = {computed_number(float(sigmoid(now.scenario.probe_x)), now.precision)}"


PAGE = Page(
    "sigmoid",
    words.IN_MENU,
    ":material/show_chart:",
    "learn",
    on_the_way=words.ON_THE_WAY,
    equations="N6–N7",
    uses_numbers=False,
    told=_told,
    parts=(numbers, value_curve, slope_curve, the_curve, the_slope, both_equal),
    about="lesson",
    lecture=Lecture(_lecture),
)
