"""The first view: loss and accuracy, live."""

from __future__ import annotations

import numpy as np
import streamlit as st

from lib.text import lab as words
from lib.text import training as training_words
from lib.training import Run
from lib.ui.charts import spec
from lib.ui.charts.training import curve_rows, curve_spec
from lib.ui.session import say

LOG = "loss_log"
HEIGHT = 265


def draw(run: Run, moving: bool) -> None:
    """Both charts side by side."""
    kinds = (say(training_words.TRAIN), say(training_words.TEST))
    step, history = say(training_words.STEPS), run.history
    log = bool(st.session_state.get(LOG, False))
    left, right = st.columns(2)
    with left:
        spec.draw(
            curve_rows([(kinds[0], history.train_loss), (kinds[1], history.test_loss)], log=log),
            curve_spec(step, say(training_words.LOSS), kinds, HEIGHT, log=log, hover=not moving),
            "loss_curves",
            say(training_words.LOSS_CHART),
        )
    with right:
        spec.draw(
            curve_rows([(kinds[0], history.train_accuracy), (kinds[1], history.test_accuracy)]),
            curve_spec(
                say(training_words.STEPS),
                say(training_words.ACCURACY),
                kinds,
                HEIGHT,
                top=1.0,
                hover=not moving,
            ),
            "accuracy_curves",
            say(training_words.ACCURACY_CHART),
        )


def draw_options(run: Run) -> None:
    """Log scale and the exact numbers to take away; outside the live part."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.toggle(say(words.LOG), key=LOG, persist_state="session")
        st.download_button(
            say(words.DOWNLOAD),
            lambda: history_csv(run),
            file_name="training.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
        )
    st.caption(say(words.CHART_HINT))


def history_csv(run: Run) -> str:
    """Every curve at every step, with all its digits."""
    table = run.history.table()
    lines = [",".join(table)]
    columns = [column.tolist() for column in table.values()]
    for row in zip(*columns, strict=True):
        cells = [str(int(row[0])), *("" if np.isnan(x) else repr(x) for x in row[1:])]
        lines.append(",".join(cells))
    return "\n".join(lines) + "\n"
