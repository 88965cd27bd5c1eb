"""All runs of a sweep as a table that sorts, and as a file."""

from __future__ import annotations

from dataclasses import asdict, fields

import pandas as pd
import streamlit as st

from lib.network import NOTES
from lib.text import compare as words
from lib.text import training as common
from lib.text import training_views
from lib.training import Sweep, TrainingSetup
from lib.ui.components import download
from lib.ui.state import keys
from lib.ui.state.session import say

FILE = "sweep.csv"
_EXACT = ("train_loss", "test_loss", "train_accuracy", "test_accuracy")
_RUN = ("optimiser", "learning_rate", "initial_seed")
_DIGITS = ("first_digit", "second_digit", "third_digit", "fourth_digit", "fifth_digit")
_STOPS = ("stop_loss", "stop_steps", "stop_plateau")
_NOT_THEIRS = ("given", "numbers", "architecture", *_DIGITS[2:], *_STOPS)
SETUP = tuple(
    field.name for field in fields(TrainingSetup) if field.name not in (*_RUN, *_NOT_THEIRS)
)
"""What else the runs were made of; compared runs stop by their steps alone."""


def draw(sweep: Sweep) -> None:
    """The table, best run first, and the download."""
    frame = table(sweep)
    st.subheader(say(words.TABLE))
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        st.caption(say(words.TABLE_NOTE), width="content")
        download.draw(
            say(words.DOWNLOAD),
            sweep_csv,
            frame,
            sweep.step,
            sweep.setups[0],
            file_name=FILE,
            mime="text/csv",
        )
    names = {kind: say(text) for kind, text in training_views.OPTIMISER_NAMES.items()}
    states = {True: say(words.DIVERGED_STATE), False: say(words.LEARNT)}
    shown = frame.assign(
        optimiser=frame["optimiser"].map(names),
        diverged=frame["diverged"].map(states),
        train_accuracy=100 * frame["train_accuracy"],
        test_accuracy=100 * frame["test_accuracy"],
    )
    number = st.column_config.NumberColumn
    st.dataframe(
        shown,
        hide_index=True,
        height=320,
        key=keys.COMPARE_TABLE,
        alt=say(words.TABLE),
        column_config={
            "optimiser": say(words.OPTIMISER),
            "learning_rate": number(say(words.RATE), format="plain"),
            "initial_seed": number(say(words.SEED_COLUMN), format="plain"),
            "train_loss": number(say(common.TRAIN_LOSS), format="%.5f"),
            "test_loss": number(say(common.TEST_LOSS), format="%.5f"),
            "train_accuracy": number(say(common.TRAIN_ACCURACY), format="%.1f %%"),
            "test_accuracy": number(say(common.TEST_ACCURACY), format="%.1f %%"),
            "diverged": say(words.STATE),
        },
    )


def sweep_csv(frame: pd.DataFrame, steps: int, setup: TrainingSetup) -> str:
    """The table with how its runs were made, ``setup`` being any of theirs; see docs/files.md."""
    common = {name: getattr(setup, name) for name in SETUP}
    if setup.architecture != NOTES:
        classes = dict(zip(_DIGITS, setup.digits, strict=False))
        common |= classes | asdict(setup.architecture)
    return frame.assign(steps=steps, **common).to_csv(index=False)


def table(sweep: Sweep) -> pd.DataFrame:
    """One row a run, exact, the lowest training loss first and what diverged last."""
    results = sweep.results()
    frame = pd.DataFrame(
        {
            **{name: [getattr(setup, name) for setup in sweep.setups] for name in _RUN},
            **{name: getattr(results, name) for name in _EXACT},
            "diverged": results.diverged,
        }
    )
    return frame.sort_values(["diverged", "train_loss"], kind="stable", ignore_index=True)
