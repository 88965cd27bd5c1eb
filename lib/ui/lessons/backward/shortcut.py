"""∂L/∂y_out · σ′(α) against y_out − yy: equal on paper, not in float64."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
import pandas as pd
import streamlit as st

from lib.derivation import (
    Precision,
    State,
    Variable,
    collapse,
    computed_number,
    plain_number,
)
from lib.derivation.output import alpha_state, long_path
from lib.network.loss import binary_cross_entropy, loss_slope_at_alpha
from lib.network.sigmoid import sigmoid
from lib.text import looks as words
from lib.ui.charts import spec
from lib.ui.charts.errors import long_path_spec
from lib.ui.components import formula
from lib.ui.follow.lesson_sliders import probe_slider, use_network_alpha
from lib.ui.follow.snapshot import Snapshot
from lib.ui.state import keys, session
from lib.ui.state.session import say

_GRID = np.linspace(-60.0, 60.0, 481)
_FAR = 50.0
"""An α whose y_out rounds to 1."""
_EXACT = 1e-17
"""Where a relative error of 0 stands on a log scale."""


def draw(now: Snapshot) -> None:
    """What the end of the network collapses to; with cross-entropy, where the long way fails."""
    head, k = now.architecture.head, _output(now)
    if head in words.NO_SHORTCUT:
        st.markdown(say(words.NO_SHORTCUT[head]))
    if head == "cross_entropy":
        label = now.state.number(Variable("label", k))
        _draw_free(label, now.precision)
    elif head != "given":
        if head == "softmax":
            st.markdown(say(words.SOFTMAX_SHORTCUT))
        _draw_steps(now.state, k, now.precision)


def _output(now: Snapshot) -> tuple[int, ...]:
    """The output that the open variable belongs to, or the first."""
    if now.variable.group in ("alpha", "y_out", "dense_bias"):
        return now.variable.index
    return (0,) if now.architecture.outputs > 1 else ()


def _draw_free(label: float, precision: Precision) -> None:
    """Both ways at an α of the learner's choice, and where the long one fails."""
    st.markdown(say(words.SHORTCUT_INTRO))
    left, right = st.columns([5, 6], gap="large")
    with left:
        probe_slider("probe_alpha", say(words.ALPHA), ("α", ""), 0.1, needs_whole_run=True)
        st.button(say(words.USE_ALPHA), icon=":material/input:", on_click=use_network_alpha)
    alpha = session.scenario().probe_alpha
    state = alpha_state(alpha, label)
    with left:
        _draw_both(state, precision)
    with right:
        spec.draw(
            _error_rows(label, alpha),
            long_path_spec("α", say(words.ERROR), 230),
            keys.LONG_PATH_CHART,
            say(words.LOST_CHART),
        )
        st.caption(say(words.LOST_CHART))
    _draw_steps(state, (), precision)
    st.caption(say(words.KEPT))
    exact = plain_number(float(binary_cross_entropy(_FAR, 0.0)), 6)
    clipped = computed_number(_clipped_loss(_FAR), 6)
    st.caption(say(words.CLIPPED, alpha=f"{_FAR:g}", clipped=clipped, exact=exact))


def _draw_steps(state: State, k: tuple[int, ...], precision: Precision) -> None:
    """∂L/∂α line by line; all but the last as float64 computes what is written."""
    st.markdown(f"**{say(words.STEPS_TITLE)}**")
    steps = collapse(state, k)
    left = formula.partial(Variable("alpha", k), state.architecture)
    for left_side, line in formula.aligned(left, steps):
        formula.pair(left_side, line.expression, precision, as_written=line is not steps[-1])


def _clipped_loss(alpha: float) -> float:
    """L for yy = 0 from a y_out that is held one rounding error away from 0 and 1."""
    epsilon = float(np.finfo(np.float64).eps)
    y_out = min(max(float(sigmoid(alpha)), epsilon), 1.0 - epsilon)
    return -math.log(1.0 - y_out)


def _draw_both(state: State, precision: Precision) -> None:
    short = state.gradient(Variable("alpha"))
    long = collapse(state)[1].expression.textbook
    error = abs(long - short) / abs(short) if short else 0.0
    lost = 16.0 if not error < 1 else max(0.0, 16 + math.log10(max(error, 1e-16)))
    with st.container(horizontal=True):
        st.metric(say(words.LONG), computed_number(long, precision))
        st.metric(say(words.SHORT), computed_number(short, precision))
        st.metric(say(words.LOST), say(words.ALL_LOST) if lost >= 16 else f"{lost:.0f}")
    if lost < 8:
        st.success(say(words.FINE, digits=math.ceil(lost)), icon=":material/check:")
    else:
        told = say(
            words.BROKEN,
            end=1 if state.values.alpha > 0 else 0,
            long=computed_number(long, precision),
            short=computed_number(short, precision),
        )
        st.warning(told, icon=":material/warning:")


@lru_cache(maxsize=64)
def _error_curve(label: float) -> np.ndarray:
    """Relative error of the long path over the grid; NaN where the path itself is NaN."""
    exact = loss_slope_at_alpha(_GRID, np.asarray(label))
    found = long_path(_GRID, label)
    with np.errstate(all="ignore"):
        error = np.abs(found - exact) / np.abs(exact)
    return np.where(np.isfinite(found), np.maximum(error, _EXACT), np.nan)


def _error_rows(label: float, alpha: float) -> pd.DataFrame:
    curve = _error_curve(label)
    return pd.DataFrame(
        {
            "x": [*_GRID, alpha],
            "y": [*curve, float(np.interp(alpha, _GRID, curve))],
            "kind": ["curve"] * len(_GRID) + ["point"],
        }
    )
