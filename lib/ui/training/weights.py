"""The second view: gradient norms, each weight's path, and all weights as a picture over time."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from lib.network import NOTES, Architecture
from lib.network.validate import Array
from lib.text import training as training_words
from lib.text import training_views as words
from lib.training import Run
from lib.ui.charts import spec
from lib.ui.charts.training import curve_rows, curve_spec, history_spec
from lib.ui.components.weight_tiles import matrices_of, position_of, symbols_of
from lib.ui.state import choice, keys, session
from lib.ui.state.session import say
from lib.ui.training.thinned_path import thinned_path

_CELLS = 2400
"""Cells of the picture, at most: the moments of all weights together."""


def draw(run: Run, moving: bool) -> None:
    """Norms and paths, then the picture."""
    net = run.setup.architecture
    steps, weights = thinned_path(run)
    left, right = st.columns(2)
    with left:
        _draw_paths(net, steps, weights, 0, moving)
    with right:
        if net == NOTES:
            _draw_paths(net, steps, weights, 1, moving)
        else:
            _draw_norms(run, moving)
    if net == NOTES:
        left, right = st.columns(2)
        with left:
            _draw_norms(run, moving)
    else:
        right = st.container()
    with right:
        st.caption(say(words.PICTURE))
        spec.draw(
            _picture(symbols_of(net), steps, weights),
            history_spec(
                say(training_words.STEPS),
                say(words.WEIGHT_AXIS),
                300 if net == NOTES else max(120, 11 * net.parameter_count),
                every_name=net == NOTES,
            ),
            keys.WEIGHTS_CHART,
            say(words.PICTURE),
        )


def draw_options(run: Run) -> None:
    """Of which matrix the paths are; the notes' two stand side by side."""
    net = run.setup.architecture
    if net == NOTES:
        return
    titles = [matrix.title(session.language()) for matrix in matrices_of(net)]
    st.selectbox(
        say(words.PATHS_OF),
        range(len(titles)),
        format_func=titles.__getitem__,
        width=300,
        **choice.widget("training_page.paths", value=_matrix(net)),
    )


def _matrix(net: Architecture) -> int:
    """The matrix whose paths are shown, by its place."""
    return min(session.scenario().training_page.paths, len(matrices_of(net)) - 1)


def _draw_paths(net: Architecture, steps: Array, weights: Array, column: int, moving: bool) -> None:
    """Of one matrix: of the notes' two that of this column, else the one that is chosen."""
    matrix = matrices_of(net)[column if net == NOTES else _matrix(net)]
    at, symbols = position_of(net), symbols_of(net)
    places = [at[variable] for variable in matrix.cells]
    names = tuple(symbols[place] for place in places)
    st.caption(say(words.PATHS))
    spec.draw(
        curve_rows([(symbols[place], weights[:, place]) for place in places], steps),
        curve_spec(
            say(training_words.STEPS),
            say(words.WEIGHT_AXIS),
            names,
            270,
            zero=False,
            hover=not moving,
        ),
        (keys.KERNEL_CHART, keys.DENSE_CHART)[column],
        say(words.PATHS),
    )


def _draw_norms(run: Run, moving: bool) -> None:
    st.caption(say(words.NORMS))
    names = words.NORM_NAMES if run.setup.architecture == NOTES else words.LAYER_NORM_NAMES
    kinds = tuple(say(text) for text in names.values())
    norms = [(say(text), getattr(run.history, name)) for name, text in names.items()]
    spec.draw(
        curve_rows(norms),
        curve_spec(say(training_words.STEPS), say(words.NORM_AXIS), kinds, 300, hover=not moving),
        keys.NORMS_CHART,
        say(words.NORMS),
    )


def _picture(symbols: tuple[str, ...], steps: Array, weights: Array) -> pd.DataFrame:
    """At most 60 states of all weights, fewer where there are many."""
    most = min(len(steps), 60, max(12, _CELLS // len(symbols)))
    at = np.unique(np.linspace(0, len(steps) - 1, most).astype(int))
    until = np.append(steps[at][1:], steps[at][-1] + 1)
    count = len(symbols)
    return pd.DataFrame(
        {
            "step": np.repeat(steps[at], count),
            "until": np.repeat(until, count),
            "name": np.tile(symbols, len(at)),
            "y": weights[at].ravel(),
        }
    )
