"""The loss landscape around a run's newest weights, and the run's way on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from lib.derivation import plain_number
from lib.network import GEOMETRY
from lib.network.validate import Array
from lib.text import landscape as words
from lib.training import Run, loss_landscape, on_landscape, random_directions, weight_directions
from lib.ui.charts import spec
from lib.ui.charts.landscape import landscape_rows, landscape_spec
from lib.ui.components import one_of
from lib.ui.components.weight_tiles import SYMBOLS
from lib.ui.state import keys, session, training_run
from lib.ui.state.session import say
from lib.ui.training.thinned_path import thinned_path

RANGES = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0)
_FIRST_DENSE = GEOMETRY.kernel_count
_FIRST_CHOICES = {
    keys.LANDSCAPE_KIND: "weights",
    keys.LANDSCAPE_ACROSS: 0,
    keys.LANDSCAPE_UP: _FIRST_DENSE,
    keys.LANDSCAPE_SEED: 0,
}
_SIDE, _SIDE_OF_MANY, _MANY = 51, 33, 600
_STALE = 200
"""While a run plays, a map may be this many steps old."""
_LARGEST = 1e6


@dataclass(frozen=True, slots=True, eq=False)
class Map:
    """A map that was computed: of what, its rows for the chart, and what is said of it."""

    run: Run
    step: int
    choices: tuple[object, ...]
    rows: pd.DataFrame
    now: float
    low: float
    start_outside: bool

    def is_of(self, run: Run, choices: tuple[object, ...]) -> bool:
        """Whether it still shows this run, as far as it matters."""
        newer = run.step - self.step
        fresh = newer == 0 or (training_run.playing() and 0 < newer < _STALE)
        return self.run is run and self.choices == choices and fresh


def draw(run: Run) -> None:
    """Choices, map, words."""
    st.caption(say(words.INTRO))
    steps, weights = thinned_path(run)
    if not np.abs(weights).max() < _LARGEST:
        st.info(say(words.BEYOND))
        return
    directions = _draw_choices(weights)
    kept = map_of(run, steps, weights, directions)
    state, by_weights = st.session_state, st.session_state[keys.LANDSCAPE_KIND] == "weights"
    titles = (SYMBOLS[state[keys.LANDSCAPE_ACROSS]], SYMBOLS[state[keys.LANDSCAPE_UP]])
    if not by_weights:
        titles = (say(words.FIRST), say(words.SECOND))
    chart = landscape_spec(*titles, say(words.LOSS), _marks(), 520)
    spec.draw(kept.rows, chart, keys.LANDSCAPE_CHART, say(words.CHART))
    note = words.WEIGHTS_NOTE if by_weights else words.RANDOM_NOTE
    digits = session.scenario().precision
    st.caption(say(note, now=plain_number(kept.now, digits), low=plain_number(kept.low, digits)))
    if kept.start_outside:
        st.caption(say(words.START_OUTSIDE))


def _draw_choices(weights: Array) -> Array:
    """The two directions that are chosen, shape (2, 13)."""
    state = st.session_state
    for key, value in _FIRST_CHOICES.items():
        state.setdefault(key, value)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        one_of.draw(words.KIND, words.KINDS, keys.LANDSCAPE_KIND, _fit)
        if state[keys.LANDSCAPE_KIND] == "weights":
            if state[keys.LANDSCAPE_UP] == state[keys.LANDSCAPE_ACROSS]:
                taken = state[keys.LANDSCAPE_ACROSS]
                state[keys.LANDSCAPE_UP] = _FIRST_DENSE if taken != _FIRST_DENSE else 0
            _draw_weight(say(words.ACROSS), keys.LANDSCAPE_ACROSS, None)
            _draw_weight(say(words.UP), keys.LANDSCAPE_UP, state[keys.LANDSCAPE_ACROSS])
            directions = weight_directions(state[keys.LANDSCAPE_ACROSS], state[keys.LANDSCAPE_UP])
        else:
            st.number_input(
                say(words.SEED),
                0,
                2**31 - 1,
                step=1,
                key=keys.LANDSCAPE_SEED,
                on_change=_fit,
                width=150,
                persist_state="session",
            )
            directions = random_directions(int(state[keys.LANDSCAPE_SEED]))
        if keys.LANDSCAPE_RANGE not in state:
            far = float(np.abs(on_landscape(weights, weights[-1], directions)).max())
            state[keys.LANDSCAPE_RANGE] = next((r for r in RANGES if r >= 1.1 * far), RANGES[-1])
        st.select_slider(
            say(words.RANGE),
            RANGES,
            key=keys.LANDSCAPE_RANGE,
            format_func=lambda r: plain_number(r, 3),
            width=220,
            persist_state="session",
        )
    return directions


def _draw_weight(label: str, key: str, taken: int | None) -> None:
    options = [k for k in range(len(SYMBOLS)) if k != taken]
    st.selectbox(
        label,
        options,
        format_func=SYMBOLS.__getitem__,
        key=key,
        on_change=_fit,
        width=110,
        persist_state="session",
    )


def _fit() -> None:
    """Other directions: choose the range again that holds the whole path."""
    st.session_state.pop(keys.LANDSCAPE_RANGE, None)


def _marks() -> tuple[str, str]:
    return say(words.START), say(words.NOW)


def map_of(run: Run, steps: Array, weights: Array, directions: Array) -> Map:
    """The map of these choices; the last one is kept for as long as it holds."""
    state, far = st.session_state, float(st.session_state[keys.LANDSCAPE_RANGE])
    choices = (directions.tobytes(), far, _marks())
    kept = state.get(keys.LANDSCAPE_KEPT)
    if isinstance(kept, Map) and kept.is_of(run, choices):
        return kept
    center, data = weights[-1], run.dataset
    side = _SIDE if len(data.train_images) <= _MANY else _SIDE_OF_MANY
    offsets = np.linspace(-far, far, side)
    loss = loss_landscape(
        center, directions, offsets, offsets, data.train_images, data.train_labels
    )
    way = on_landscape(weights, center, directions)
    # along a weight's own direction, the axis says the weight itself
    origin = directions @ center if state[keys.LANDSCAPE_KIND] == "weights" else np.zeros(2)
    rows = landscape_rows(
        origin[0] + offsets, origin[1] + offsets, loss, steps, origin + way, _marks()
    )
    outside = bool(np.abs(way[0]).max() > far)
    now = float(loss[side // 2, side // 2])
    state[keys.LANDSCAPE_KEPT] = Map(run, run.step, choices, rows, now, float(loss.min()), outside)
    return state[keys.LANDSCAPE_KEPT]
