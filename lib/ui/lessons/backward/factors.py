"""Which factor kills the gradient: every factor's magnitude on a log scale, and why it is small."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.derivation import Derivation, Precision, State, plain_number
from lib.derivation.factors import Factor, factors
from lib.text import looks as words
from lib.ui.charts import spec
from lib.ui.charts.factors import factors_spec
from lib.ui.components import formula
from lib.ui.state.session import say

_SMALLEST = 1e-12


def draw(derivation: Derivation, state: State, precision: Precision) -> None:
    """The factors of the open derivation."""
    found = factors(derivation, state)
    shown = found.all() or found.long_path
    st.markdown(say(words.FACTORS_INTRO))
    left, right = st.columns([6, 5], gap="large")
    with left:
        rows = pd.DataFrame(
            {
                "name": [_name(factor) for factor in shown],
                "place": range(len(shown)),
                "magnitude": [max(factor.magnitude, _SMALLEST) for factor in shown],
                "one": 1.0,
                "text": [plain_number(factor.value, precision) for factor in shown],
                "kind": ["small" if factor.reason else "ok" for factor in shown],
            }
        )
        chart = factors_spec(say(words.MAGNITUDE), 26 * len(shown) + 60)
        spec.draw(rows, chart, "factors", say(words.FACTORS_CHART))
    with right:
        _draw_reasons((*found.long_path, *shown), precision)


def _draw_reasons(shown: tuple[Factor, ...], precision: Precision) -> None:
    """Each factor that makes the gradient small, with its reason in words."""
    small = {factor.expression.latex(): factor for factor in shown if factor.reason}
    if not small:
        st.success(say(words.HEALTHY), icon=":material/check:")
        return
    st.markdown(say(words.KILLS))
    for latex, factor in small.items():
        st.markdown(f"- ${latex}$ = {plain_number(factor.value, precision)}: {_reason(factor)}")


def _reason(factor: Factor) -> str:
    match factor.reason:
        case "saturated":
            return say(words.SATURATED, share=plain_number(400 * factor.magnitude, 3))
        case "fits":
            return say(words.FITS)
        case _:
            return say(words.ZERO)


def _name(factor: Factor) -> str:
    """The factor as plain text for an axis, with the window it belongs to."""
    text = formula.plain(factor.expression.latex())
    if factor.window is None:
        return f"{text} ({say(words.SHARED)})"
    return f"{text} ({say(words.WINDOW, k=factor.window.k)})"
