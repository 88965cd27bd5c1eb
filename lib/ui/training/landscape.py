"""The loss landscape around a run's newest weights, and the run's way on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from lib.derivation import computed_number, plain_number
from lib.network import NOTES, Architecture
from lib.network.places import places
from lib.network.validate import Array
from lib.text import landscape as words
from lib.training import Run, loss_landscape, on_landscape, random_directions, weight_directions
from lib.ui.charts import spec
from lib.ui.charts.landscape import landscape_rows, landscape_spec
from lib.ui.components import one_of
from lib.ui.components.weight_tiles import symbols_of
from lib.ui.state import choice, keys, session, training_run
from lib.ui.state.session import say
from lib.ui.training.thinned_path import thinned_path

RANGES = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0)
_SIDE, _SIDE_OF_MANY, _MANY, _SIDE_OF_OTHERS = 51, 33, 600, 27
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
    net = run.setup.architecture
    st.caption(say(words.INTRO, count=net.parameter_count))
    steps, weights = thinned_path(run)
    if not np.abs(weights).max() < _LARGEST:
        st.info(say(words.BEYOND))
        return
    directions, far = _draw_choices(net, weights)
    kept = map_of(run, steps, weights, directions, far)
    by_weights = session.scenario().training_page.landscape == "weights"
    titles = (say(words.FIRST), say(words.SECOND))
    if by_weights:
        across, up = chosen_weights(net)
        titles = (symbols_of(net)[across], symbols_of(net)[up])
    chart = landscape_spec(*titles, say(words.LOSS), _marks(), 520)
    spec.draw(kept.rows, chart, keys.LANDSCAPE_CHART, say(words.CHART))
    note = words.WEIGHTS_NOTE if by_weights else words.RANDOM_NOTE
    if by_weights and net != NOTES:
        note = words.OTHERS_NOTE
    digits = session.scenario().precision
    st.caption(
        say(note, now=computed_number(kept.now, digits), low=computed_number(kept.low, digits))
    )
    if kept.start_outside:
        st.caption(say(words.START_OUTSIDE))


def _draw_choices(net: Architecture, weights: Array) -> tuple[Array, float]:
    """The two directions that are chosen, shape (2, weights), and how far the map goes."""
    page = session.scenario().training_page
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        one_of.draw(words.KIND, words.KINDS, **_fitted("landscape"))
        if page.landscape == "weights":
            across, up = chosen_weights(net)
            _draw_weight(net, say(words.ACROSS), "landscape_across", across, None)
            _draw_weight(net, say(words.UP), "landscape_up", up, across)
            directions = weight_directions(across, up, net.parameter_count)
        else:
            st.number_input(
                say(words.SEED), 0, 2**31 - 1, step=1, width=150, **_fitted("landscape_seed")
            )
            directions = random_directions(page.landscape_seed, net.parameter_count)
        far = page.landscape_range
        if far is None:
            most = float(np.abs(on_landscape(weights, weights[-1], directions)).max())
            far = next((r for r in RANGES if r >= 1.1 * most), RANGES[-1])
        st.select_slider(
            say(words.RANGE),
            sorted({*RANGES, far}),
            format_func=lambda r: plain_number(r, 3),
            width=220,
            **choice.widget("training_page.landscape_range", value=far),
        )
    return directions, far


def chosen_weights(net: Architecture) -> tuple[int, int]:
    """The two weights of the map, by their places; never the same twice."""
    page, last = session.scenario().training_page, net.parameter_count - 1
    across, up = min(page.landscape_across, last), min(page.landscape_up, last)
    if up != across:
        return across, up
    first_dense = net.parameter_count - sum(
        place.count for place in places(net).values() if place.name.startswith("dense")
    )
    return across, first_dense if across != first_dense else 0


def _draw_weight(net: Architecture, label: str, field: str, value: int, taken: int | None) -> None:
    symbols = symbols_of(net)
    options = [k for k in range(len(symbols)) if k != taken]
    shown = _fitted(field, value=value)
    st.selectbox(label, options, format_func=symbols.__getitem__, width=110, **shown)


def _fitted(field: str, **shown: Any) -> dict[str, Any]:
    """A choice of directions: with others, the range is again the one that holds the whole way."""
    return choice.widget(f"training_page.{field}", **shown) | {"on_change": _take, "args": (field,)}


def _take(field: str) -> None:
    path = f"training_page.{field}"
    choice.take(path, choice.key_of(keys.choice(path)))
    choice.change("training_page", landscape_range=None)


def _marks() -> tuple[str, str]:
    return say(words.START), say(words.NOW)


def map_of(run: Run, steps: Array, weights: Array, directions: Array, far: float) -> Map:
    """The map of these choices; the last one is kept for as long as it holds."""
    state = st.session_state
    choices = (directions.tobytes(), far, _marks())
    kept = state.get(keys.LANDSCAPE_KEPT)
    if isinstance(kept, Map) and kept.is_of(run, choices):
        return kept
    center, data = weights[-1], run.dataset
    net = run.setup.architecture
    side = _SIDE if len(data.train_images) <= _MANY else _SIDE_OF_MANY
    if net != NOTES:
        side = _SIDE_OF_OTHERS
    offsets = np.linspace(-far, far, side)
    loss = loss_landscape(
        center, directions, offsets, offsets, data.train_images, data.train_labels, net
    )
    way = on_landscape(weights, center, directions)
    # along a weight's own direction, the axis says the weight itself
    by_weights = session.scenario().training_page.landscape == "weights"
    origin = directions @ center if by_weights else np.zeros(2)
    rows = landscape_rows(
        origin[0] + offsets, origin[1] + offsets, loss, steps, origin + way, _marks()
    )
    outside = bool(np.abs(way[0]).max() > far)
    now = float(loss[side // 2, side // 2])
    state[keys.LANDSCAPE_KEPT] = Map(run, run.step, choices, rows, now, float(loss.min()), outside)
    return state[keys.LANDSCAPE_KEPT]
