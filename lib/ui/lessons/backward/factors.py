"""Which factor makes the gradient small: every factor on a log scale, term by term in words."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.derivation import Derivation, Precision, State, computed_number, plain_number
from lib.derivation.factors import Factor, Factors, factors
from lib.derivation.plain import plain
from lib.network import NOTES
from lib.text import Text
from lib.text import looks as words
from lib.ui.charts import spec
from lib.ui.charts.factors import factors_spec
from lib.ui.components import formula
from lib.ui.lessons.backward.terms import way_sum
from lib.ui.state import keys
from lib.ui.state.session import say

_SMALLEST = 1e-12
"""No bar reaches further than this; the number beside it tells what the factor is."""


def draw(derivation: Derivation, state: State, precision: Precision) -> None:
    """The factors of the open derivation."""
    found = factors(derivation, state)
    if not found.all() and not found.long_path:
        symbol = formula.name(derivation.variable, state.architecture)
        st.markdown(say(words.NO_WAY, symbol=symbol))
        return
    st.markdown(say(words.FACTORS_INTRO))
    left, right = st.columns([6, 5], gap="large")
    with left:
        rows = _rows(found)
        chart = factors_spec(say(words.MAGNITUDE), 26 * len(rows) + 60)
        spec.draw(rows, chart, keys.FACTORS_CHART, say(words.FACTORS_CHART))
    with right:
        _draw_terms(found, derivation, state, precision)
        _draw_sum(found, derivation.value, precision)


def _rows(found: Factors) -> pd.DataFrame:
    """One row per factor; a 0, which no log scale has, is drawn at a tenth of the least other."""
    shown = found.all() or found.long_path
    smallest = [term.smallest for term in found.terms if len(term.factors) > 1]
    least = min((factor.magnitude for factor in shown if factor.value), default=1.0)
    floor = max(_SMALLEST, min(least, 1.0) / 10)
    return pd.DataFrame(
        {
            "name": [_name(factor) for factor in shown],
            "place": range(len(shown)),
            "magnitude": [max(factor.magnitude, floor) for factor in shown],
            "one": 1.0,
            "kind": [
                "small" if factor.reason or any(factor is one for one in smallest) else "ok"
                for factor in shown
            ],
            "sign": ["minus" if factor.value < 0 else "plus" for factor in shown],
        }
    )


def _draw_terms(found: Factors, derivation: Derivation, state: State, precision: Precision) -> None:
    """What every term has, then what makes each window's term as small as it is."""
    lines = []
    if not found.terms:
        (factor,) = found.shared or found.long_path
        lines.append(_told(words.ALONE, factor, precision))
        if not derivation.value and factor.value:  # no way leads through it
            symbol = formula.name(derivation.variable, state.architecture)
            lines.append(say(words.NO_WAY, symbol=symbol))
    else:
        lines += [_told(words.IN_EVERY_TERM, factor, precision) for factor in found.shared]
    net = state.architecture
    for term, of in zip(found.terms, derivation.terms, strict=True):
        added = computed_number(term.contribution, precision)
        if net == NOTES:
            text, k = words.SMALLEST, str(term.window.k)
        else:
            text, k = words.SMALLEST_OF_WAY, formula.name(way_sum(of, net), net)
        lines.append(_told(text, term.smallest, precision, k=k, term=added))
    st.markdown("\n".join(f"- {line}" for line in lines))


def _told(text: Text, factor: Factor, precision: Precision, **numbers: object) -> str:
    """The sentence about a factor, and why the factor is small if it is."""
    value = _written(factor, precision)
    said = say(text, factor=_latex(factor), value=value, **numbers)
    match factor.reason:
        case "saturated":
            if "tanh" in factor.expression.latex():
                return f"{said} {say(words.SATURATED_TANH)}"
            share = computed_number(400 * factor.magnitude, 3)
            return f"{said} {say(words.SATURATED, share=share)}"
        case "fits":
            return f"{said} {say(words.FITS)}"
        case "dead":
            return f"{said} {say(words.DEAD)}"
        case "not_taken":
            return f"{said} {say(words.NOT_TAKEN)}"
        case "zero":
            return f"{said} {say(words.ZERO)}"
    return said


def _draw_sum(found: Factors, total: float, precision: Precision) -> None:
    """Whether the terms cancel, and what the output's own slope has to do with it."""
    if found.shared and len(found.long_path) == 2 and found.long_path[1].reason:
        before, slope = found.long_path
        st.info(
            say(
                words.OUTPUT_SATURATED,
                slope=_latex(slope),
                slope_value=computed_number(slope.value, precision),
                before=_latex(before),
                before_value=computed_number(before.value, precision),
                error=_latex(found.shared[0]),
                value=computed_number(found.shared[0].value, precision),
            )
        )
    if not any(factor.reason for factor in found.all() or found.long_path):
        st.success(say(words.HEALTHY), icon=":material/check:")
    if found.mixed:
        numbers = {
            "magnitudes": computed_number(found.magnitudes, precision),
            "total": computed_number(total, precision),
            "share": computed_number(100 * found.left, 3),
        }
        if found.cancels:
            st.warning(say(words.CANCEL, **numbers), icon=":material/balance:")
        else:
            st.info(say(words.PARTLY, **numbers), icon=":material/balance:")
    elif sum(1 for term in found.terms if term.contribution) > 1:
        st.markdown(say(words.ONE_SIGN))


def _written(factor: Factor, precision: Precision) -> str:
    """Its value; a weight or a pixel as it was entered."""
    return plain_number(factor.value, precision, factor.role not in ("weight", "meets"))


def _latex(factor: Factor) -> str:
    return f"${factor.expression.latex()}$"


def _name(factor: Factor) -> str:
    """The factor with its number as plain text for an axis, and the window it belongs to."""
    text = f"{plain(factor.expression.latex())} = {_written(factor, 3)}"
    if factor.window is None:
        return f"{text} ({say(words.SHARED)})"
    return f"{text} ({say(words.WINDOW, k=factor.window.k)})"
