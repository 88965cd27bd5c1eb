"""The first view: loss and accuracy, live."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from lib.derivation import plain_number
from lib.text import training as training_words
from lib.text import training_views as words
from lib.training import Run
from lib.ui.charts import spec
from lib.ui.charts.svg import svg
from lib.ui.charts.training import curve_rows, curve_spec
from lib.ui.components import download
from lib.ui.state import choice, keys, session, training_run
from lib.ui.state.session import say
from lib.ui.training.run_csv import run_csv

HEIGHT = 265


Chart = tuple[pd.DataFrame, dict[str, Any]]


def charts(run: Run, hover: bool) -> tuple[Chart, Chart]:
    """Data and spec of both charts: loss, accuracy."""
    kinds = (say(training_words.TRAIN), say(training_words.TEST))
    step, history = say(training_words.STEPS), run.history
    log = session.scenario().training_page.log_loss
    losses = [(kinds[0], history.train_loss), (kinds[1], history.test_loss)]
    shares = [(kinds[0], history.train_accuracy), (kinds[1], history.test_accuracy)]
    loss, accuracy = say(training_words.LOSS), say(training_words.ACCURACY)
    return (
        (
            curve_rows(losses, log=log),
            curve_spec(step, loss, kinds, HEIGHT, log=log, hover=hover),
        ),
        (curve_rows(shares), curve_spec(step, accuracy, kinds, HEIGHT, top=1.0, hover=hover)),
    )


def draw(run: Run, moving: bool) -> None:
    """Both charts side by side."""
    names = (
        (keys.LOSS_CHART, training_words.LOSS_CHART),
        (keys.ACCURACY_CHART, training_words.ACCURACY_CHART),
    )
    drawn = zip(st.columns(2), charts(run, hover=not moving), names, strict=True)
    for column, (data, chart), (key, told) in drawn:
        with column:
            spec.draw(data, chart, key, say(told))


def draw_options(run: Run) -> None:
    """Log scale and the exact numbers to take away; outside the live part."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.toggle(say(words.LOG), **choice.widget("training_page.log_loss"))
        download.draw(say(words.DOWNLOAD), run_csv, run, file_name="training.csv", mime="text/csv")
        download.draw(
            say(words.DOWNLOAD_SVG),
            svg,
            charts(run, hover=False),
            say(words.SVG_TITLE),
            _described(run),
            file_name="training.svg",
            mime="image/svg+xml",
            icon=":material/image:",
        )
    st.caption(say(words.CHART_HINT))


def _described(run: Run) -> str:
    """The set-up behind the curves, in a sentence."""
    setup = run.setup
    rate = plain_number(training_run.rate_now(session.scenario()), 6)
    data = say(words.DATA_NAMES[setup.data])
    if setup.data == "digits":
        data = f"{data}: {setup.first_digit}, {setup.second_digit}"
    return say(
        words.SVG_ABOUT,
        step=run.step,
        data=data,
        optimiser=say(words.OPTIMISER_NAMES[setup.optimiser]),
        rate=rate,
        seed=setup.initial_seed,
        split_seed=setup.split_seed,
    )
