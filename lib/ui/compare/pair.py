"""Two runs of a sweep side by side: their losses, their weights, and the way to train one."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import streamlit as st

from lib.derivation import computed_number
from lib.network import NOTES, Architecture
from lib.network.validate import Array
from lib.text import compare as words
from lib.text import training as common
from lib.training import Results, Sweep
from lib.training.initial import initial_weights
from lib.ui.charts import spec
from lib.ui.charts.sweep import pair_rows, pair_spec
from lib.ui.compare import pins
from lib.ui.components import grids, weight_tiles
from lib.ui.follow.matrices import Matrix
from lib.ui.state import compare_run, keys, session
from lib.ui.state.session import say

_LABELS = (words.RUN_A, words.RUN_B)


def draw(sweep: Sweep, go_to_training: Callable[[], None]) -> None:
    """The pinned pair."""
    results = sweep.results()
    pair = pins.shown(sweep, results)
    st.subheader(say(words.PAIR))
    for letter, column in enumerate(st.columns(2, gap="medium")):
        with column:
            _draw_choice(sweep, letter, pair[letter])
    first, second = (sweep.setups[run] for run in pair)
    if pair[0] == pair[1]:
        st.caption(say(words.SAME_RUN))
    elif first.initial_seed == second.initial_seed:
        count = first.architecture.parameter_count
        st.caption(say(words.SAME_START, seed=first.initial_seed, count=count))
    else:
        st.caption(say(words.OTHER_START))
    log = compare_run.choices().log_loss
    spec.draw(
        pair_rows(sweep.batch_loss[:, pair[0]], sweep.batch_loss[:, pair[1]], log),
        pair_spec(say(common.STEPS), say(common.LOSS), log, 340),
        keys.COMPARE_PAIR,
        say(words.PAIR_CHART),
    )
    for letter, column in enumerate(st.columns(2, gap="medium")):
        with column:
            _draw_run(sweep, results, letter, pair[letter], go_to_training)
    _draw_weights(sweep, pair)


def _draw_choice(sweep: Sweep, letter: int, run: int) -> None:
    key = keys.pin(letter)
    names = [pins.name_of(setup) for setup in sweep.setups]
    st.session_state[key] = run
    st.selectbox(
        say(_LABELS[letter]),
        range(len(names)),
        format_func=names.__getitem__,
        key=key,
        on_change=lambda: pins.pin(letter, int(st.session_state[key])),
    )


def _draw_run(
    sweep: Sweep, results: Results, letter: int, run: int, go_to_training: Callable[[], None]
) -> None:
    """The numbers of one of the two, and the button that takes it to the training page."""
    digits, name = session.scenario().precision, pins.LETTERS[letter]
    with st.container(horizontal=True, gap="small"):
        loss = computed_number(float(results.train_loss[run]), digits)
        st.metric(say(words.OF, whose=name, what=say(common.TRAIN_LOSS)), loss)
        st.metric(say(common.TEST_LOSS), computed_number(float(results.test_loss[run]), digits))
        st.metric(say(common.TEST_ACCURACY), _percent(float(results.test_accuracy[run])))
    if results.diverged[run]:
        st.warning(say(words.HAS_DIVERGED))
    if st.button(
        say(words.TRAIN_THIS, letter=name),
        icon=":material/model_training:",
        help=say(words.TRAIN_THIS_HELP),
        key=keys.train_pinned(letter),
    ):
        compare_run.take_to_training(sweep.setups[run])
        go_to_training()


def _draw_weights(sweep: Sweep, pair: tuple[int, int]) -> None:
    """The weights that both start from, and those that each has come to; else a row for each."""
    first, second = (sweep.setups[run] for run in pair)
    net = first.architecture
    ends = [
        _column(net, say(words.END_WEIGHTS, letter=name), sweep.weights(run))
        for name, run in zip(pins.LETTERS, pair, strict=True)
    ]
    if first.initial_seed == second.initial_seed:
        start = initial_weights(first)
        rows = [_column(net, say(words.BOTH_START), start) + ends[0] + ends[1]]
    else:
        rows = [
            _column(net, say(words.ONE_START, letter=name), initial_weights(setup)) + end
            for name, setup, end in zip(pins.LETTERS, (first, second), ends, strict=True)
        ]
    for place, row in enumerate(rows):
        grids.draw(row, session.scenario().precision, keys.pair_weights(place))
    if not all(ends):
        st.info(say(words.BEYOND))


def _column(net: Architecture, title: str, weights: Array) -> list[grids.Grid]:
    """One matrix above the other; nothing where the numbers have gone beyond all bounds."""
    if not np.isfinite(weights).all():
        return []

    def named(matrix: Matrix) -> str:
        what = matrix.title(session.language())
        if net == NOTES:
            what = say(words.GROUPS[matrix.place])
        return say(words.OF, whose=title, what=what)

    return weight_tiles.tiles(net, weights, named, column=title)


def _percent(share: float) -> str:
    return "–" if np.isnan(share) else f"{100 * share:.1f}%"
