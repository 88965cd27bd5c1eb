"""Nudge the open variable: the secant on the curve of L, and the V of the error against ε."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import streamlit as st

from lib.derivation import (
    Derivation,
    Precision,
    State,
    computed_number,
    plain_number,
    plain_symbol,
)
from lib.derivation.nudge import Nudge, estimates, loss_curve, nudge
from lib.network.check import relative_error
from lib.text import looks as words
from lib.ui.charts import spec
from lib.ui.charts.errors import nudge_error_spec, secant_spec
from lib.ui.components import formula, table
from lib.ui.follow.lesson_sliders import probe_slider
from lib.ui.state import keys, session
from lib.ui.state.session import say

_METHODS = ("forward", "central", "complex_step")


def draw(derivation: Derivation, state: State, precision: Precision) -> None:
    """The nudge of the open variable by an ε of the learner's choice."""
    symbol = formula.name(derivation.variable, state.architecture)
    st.markdown(say(words.NUDGE_INTRO, symbol=symbol))
    top, numbers = st.columns([5, 6], gap="large")
    epsilon = 10.0 ** session.scenario().probe_epsilon
    with top:
        probe_slider(
            "probe_epsilon",
            say(words.EPSILON),
            ("log ε", ""),
            0.25,
            note=f"ε = {plain_number(epsilon, 3)}",
            needs_whole_run=True,
        )
    found = nudge(derivation.variable, state, epsilon)
    with numbers, st.container(horizontal=True):
        for title, loss in (
            (f"L({symbol} − ε)", found.behind),
            (f"L({symbol})", found.here),
            (f"L({symbol} + ε)", found.ahead),
        ):
            st.metric(title, computed_number(loss, 17))
    _draw_corner(found, state, precision)
    left, right = st.columns(2, gap="large")
    with left:
        _draw_secant(found, state)
        _draw_estimates(found, precision)
    with right:
        _draw_errors(found, derivation, state)


def _draw_corner(found: Nudge, state: State, precision: Precision) -> None:
    """Where L has two slopes, both of them and the one that the chain rule takes."""
    behind = 2.0 * found.central - found.forward  # the step is the same both ways
    largest = max(abs(behind), abs(found.forward))
    if state.corners and abs(found.forward - behind) > 1e-3 * largest:
        numbers = {"before": behind, "after": found.forward, "taken": found.analytic}
        told = {name: computed_number(number, precision) for name, number in numbers.items()}
        st.info(say(words.TWO_SLOPES, **told), icon=":material/call_split:")


def _draw_secant(found: Nudge, state: State) -> None:
    """L along the variable, with the secant through the two nudged points."""
    if not (math.isfinite(found.central) and math.isfinite(found.here)):
        st.warning(say(words.NO_NUDGE), icon=":material/warning:")
        return
    reach = max(1.0, 1.5 * found.epsilon)
    low, high = found.at - reach, found.at + reach
    if found.variable.group == "y_out":
        low, high = max(low, 0.002), min(high, 0.998)
    points = np.linspace(low, high, 121)
    ends = np.array([low, high])
    middle = (found.ahead + found.behind) / 2
    rows = pd.DataFrame(
        {
            "x": [
                *points,
                *ends,
                found.at - found.epsilon,
                found.at + found.epsilon,
                found.at,
            ],
            "y": [
                *loss_curve(found.variable, state, points),
                *(middle + found.central * (ends - found.at)),
                found.behind,
                found.ahead,
                found.here,
            ],
            "kind": ["curve"] * len(points) + ["secant"] * 2 + ["nudged"] * 2 + ["here"],
        }
    )
    symbol = plain_symbol(found.variable, state.architecture)
    spec.draw(rows, secant_spec(symbol, 250), keys.SECANT_CHART, say(words.CURVE, symbol=symbol))
    st.caption(say(words.CURVE, symbol=formula.name(found.variable, state.architecture)))


def _draw_estimates(found: Nudge, precision: Precision) -> None:
    values = [getattr(found, method) for method in _METHODS]
    errors = [float(relative_error(found.analytic, value)) for value in values]
    table.draw(
        {
            say(words.METHOD): [say(words.METHODS[method]) for method in _METHODS],
            say(words.ESTIMATE): [computed_number(value, precision) for value in values],
            say(words.ERROR): [computed_number(error, 3) for error in errors],
        }
    )


def _draw_errors(found: Nudge, derivation: Derivation, state: State) -> None:
    """The relative error of each method against ε."""
    many = estimates(derivation.variable, state)
    names = tuple(say(words.METHODS[method]) for method in _METHODS)
    curves = many.relative_errors()
    count = len(many.epsilons)
    rows = pd.DataFrame(
        {
            "x": [*np.tile(many.epsilons, 3), found.epsilon],
            "y": [
                *np.concatenate([np.maximum(curves[method], 1e-17) for method in _METHODS]),
                math.nan,
            ],
            "method": [*np.repeat(names, count), names[0]],
            "kind": ["curve"] * (3 * count) + ["here"],
        }
    )
    first, second, third = names
    chart = nudge_error_spec("ε", say(words.ERROR), (first, second, third), 280)
    spec.draw(rows, chart, keys.NUDGE_ERRORS_CHART, say(words.ERROR_CHART))
    st.caption(say(words.WHY_V))
