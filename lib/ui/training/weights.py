"""The second view: gradient norms, each weight's path, and all weights as a picture over time."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from lib.network import GEOMETRY
from lib.text import training as training_words
from lib.text import training_views as words
from lib.training import Run
from lib.ui.charts import spec
from lib.ui.charts.training import curve_rows, curve_spec, history_spec
from lib.ui.components.weight_tiles import SYMBOLS
from lib.ui.state import keys
from lib.ui.state.session import say
from lib.ui.training.thinned_path import thinned_path

_KERNEL = GEOMETRY.kernel_count


def draw(run: Run, moving: bool) -> None:
    """Norms and paths, then the picture."""
    steps, weights = thinned_path(run)
    axis = say(training_words.STEPS)
    for column, part, names, key in zip(
        st.columns(2),
        (weights[:, :_KERNEL], weights[:, _KERNEL:]),
        (SYMBOLS[:_KERNEL], SYMBOLS[_KERNEL:]),
        (keys.KERNEL_CHART, keys.DENSE_CHART),
        strict=True,
    ):
        with column:
            st.caption(say(words.PATHS))
            curves = [(name, part[:, n]) for n, name in enumerate(names)]
            spec.draw(
                curve_rows(curves, steps),
                curve_spec(axis, say(words.WEIGHT_AXIS), names, 270, zero=False, hover=not moving),
                key,
                say(words.PATHS),
            )
    left, right = st.columns(2)
    with left:
        st.caption(say(words.NORMS))
        kinds = tuple(say(text) for text in words.NORM_NAMES.values())
        norms = [(say(text), getattr(run.history, name)) for name, text in words.NORM_NAMES.items()]
        spec.draw(
            curve_rows(norms),
            curve_spec(axis, say(words.NORM_AXIS), kinds, 300, hover=not moving),
            keys.NORMS_CHART,
            say(words.NORMS),
        )
    with right:
        st.caption(say(words.PICTURE))
        spec.draw(
            _picture(steps, weights),
            history_spec(axis, say(words.WEIGHT_AXIS)),
            keys.WEIGHTS_CHART,
            say(words.PICTURE),
        )


def _picture(steps: np.ndarray, weights: np.ndarray) -> pd.DataFrame:
    """At most 60 states of all weights."""
    at = np.unique(np.linspace(0, len(steps) - 1, min(len(steps), 60)).astype(int))
    until = np.append(steps[at][1:], steps[at][-1] + 1)
    count = len(SYMBOLS)
    return pd.DataFrame(
        {
            "step": np.repeat(steps[at], count),
            "until": np.repeat(until, count),
            "name": np.tile(SYMBOLS, len(at)),
            "y": weights[at].ravel(),
        }
    )
