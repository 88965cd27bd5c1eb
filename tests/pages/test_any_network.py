"""Every page with a composed network: its own numbers where it shows them, and never an error."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from lib.derivation import plain_number, variables
from lib.derivation.number import fitting
from lib.network import Architecture
from lib.scenario import LOOKS, Scenario, encode, preset, randomised, recomposed
from lib.text import LANGUAGES, places
from lib.ui.components.diagram.layout import layouts
from lib.ui.follow.snapshot import Snapshot
from lib.ui.frame.pages import PAGES as TABLE
from lib.ui.frame.pages import PARTS
from lib.ui.lessons import forward
from lib.ui.lessons.backward import numbers
from lib.ui.state import keys
from tests.pages.app import PAGES, App, replace
from tests.pages.test_every_page import BADLY, texts, title

SIGNAL = Architecture(
    rows=1, columns=8, kernel_rows=1, padding=1, pool="max", activation="leaky_relu"
)
VOLUME = Architecture(
    channels=3, rows=5, columns=5, kernels=2, stride=2, padding=1,
    kernel_bias=True, dense_bias=True, activation="tanh",
)  # fmt: skip
POOLED = Architecture(rows=6, columns=6, kernels=2, activation="relu", pool="max")
CLASSES = Architecture(
    rows=3, columns=3, kernel_rows=2, kernel_columns=2, kernel_bias=True, activation="relu",
    pool="max", outputs=3, head="softmax",
)  # fmt: skip
GIVEN = Architecture(
    rows=2, columns=3, kernel_rows=2, kernel_columns=2, activation="none", head="given"
)
SQUARED = Architecture(
    rows=6, columns=6, pool="average", head="sigmoid_squared", outputs=2, dense_bias=True
)
LARGE = Architecture(
    rows=8, columns=8, kernels=3, activation="relu", pool="max", outputs=3, head="softmax"
)
MEAN = Architecture(activation="none", head="squared", outputs=2)
EVERY = (SIGNAL, VOLUME, POOLED, CLASSES, GIVEN, SQUARED, MEAN)


def composed(architecture: Architecture, seed: int = 3) -> Scenario:
    return randomised(recomposed(preset("notes"), architecture, seed), seed)


@pytest.mark.parametrize("place", range(len(EVERY)), ids=lambda place: EVERY[place].head)
def test_every_page_opens(place: int) -> None:
    """The looks take turns: each stands on a page with at least one of these networks."""
    architecture = EVERY[place]
    known = variables(architecture)
    language = LANGUAGES[place % 2]
    scenario = replace(
        composed(architecture), language=language, variable=known[place % len(known)].key
    )
    app = App(scenario)
    for page in PAGES:
        app.open(page)
        assert app.scenario == scenario
        assert app.header == title(page).say(language)
        assert list(app.component(keys.PANEL)["values"]) == list(scenario.numbers)
        written = [*texts(app), *app.markdown, *app.metrics.values()]
        assert not [text for text in written if BADLY.search(text)], page
        infos = [info.value for info in app.test.info]
        assert (places.NOTES_ONLY.say(language) in infos) == (TABLE[page].about == "notes")


@pytest.mark.parametrize("look", LOOKS)
def test_every_look_works_or_says_why_not(look: str) -> None:
    app = App(page="backward")
    for place, architecture in enumerate(EVERY):
        state = composed(architecture).state()
        flat = [v for v in variables(architecture) if not state.gradient(v)]
        several = {v.group: v for v in variables(architecture)}
        variable = [several["kernel"], list(several.values())[-1], *flat[:1]][place % 3 - 1]
        app.link(encode(replace(composed(architecture), look=look, variable=variable.key)))
        written = [*texts(app), *app.markdown]
        assert not [text for text in written if BADLY.search(text)], variable


def check_parts(app: App) -> set[str]:
    """What the page has mounted is what its parts make of the scenario."""
    shown = {key: app.data(key)["now"] for key in app.keys if key in PARTS}
    now = Snapshot(app.scenario)
    for key, data in shown.items():
        assert data == json.loads(json.dumps(PARTS[key].build(now))), key
    return set(shown)


def test_parts_follow_the_sliders_of_any_network() -> None:
    found: set[str] = set()
    for architecture in (POOLED, CLASSES):
        for page in ("forward", "backward", "network"):
            app = App(replace(composed(architecture), precision=6), page)
            check_parts(app)
            row = [0.25, *app.scenario.numbers[1:]]
            app.slide(keys.PANEL, row)
            assert app.scenario.numbers[0] == 0.25
            found |= check_parts(app)
    assert {"results", "any-window", "gradients", "lines", "all", "network_picture"} <= found


def test_a_sum_among_the_factors_of_a_term_stands_in_brackets() -> None:
    scenario = replace(composed(CLASSES), variable="kernel-0-0")
    assert "(y₀ − yy₀) · w_0a" in str(PARTS["terms"].build(Snapshot(scenario)))


@pytest.mark.parametrize("architecture", [*EVERY, LARGE], ids=lambda net: net.head)
def test_no_tile_of_the_picture_hides_another_or_is_too_small(architecture: Architecture) -> None:
    drawn = [layouts(architecture, "zh", large) for large in (False, True)]
    for picture in (*drawn[0].values(), drawn[1]["wide"]):
        wide, high = picture["box"]
        taken = [tuple(tile) for tile in picture["tiles"].values()]
        assert all(x >= 0 and x + side <= wide and y + side <= high for x, y, side in taken)
        for n, (x, y, side) in enumerate(taken):
            assert side >= min(wide / 45, 64)
            assert not any(
                x < u + other - 0.1
                and u < x + side - 0.1
                and y < v + other - 0.1
                and v < y + side - 0.1
                for u, v, other in taken[n + 1 :]
            )


def test_a_snapshot_of_any_network_fills_every_part() -> None:
    for architecture in EVERY:
        for variable in variables(architecture)[:: max(1, architecture.value_count // 7)]:
            now = Snapshot(replace(composed(architecture), variable=variable.key))
            for part in PARTS.values():
                json.dumps(part.build(now), allow_nan=False)


@pytest.mark.parametrize("architecture", EVERY, ids=lambda net: net.head)
def test_every_partial_stands_in_its_matrix(architecture: Architecture) -> None:
    now = Snapshot(composed(architecture))
    shown = [cell for grid in numbers.gradients.build(now)["grids"] for cell in grid["cells"]]
    texts_of = [cell[0] for cell in numbers.gradients.build(now)["cells"]]
    assert {cell["key"] for cell in shown} == {v.key for v in variables(architecture)}
    state, by_key = now.state, {v.key: v for v in variables(architecture)}
    for cell, text in zip(shown, texts_of, strict=True):
        assert text == plain_number(state.gradient(by_key[cell["key"]]), fitting(3), True)


@pytest.mark.parametrize("architecture", EVERY, ids=lambda net: net.head)
def test_the_products_of_a_window_add_up(architecture: Architecture) -> None:
    scenario = composed(architecture)
    state: Any = scenario.state()
    count = int(np.size(state.values.s))
    for window in (0, count - 1):
        now = Snapshot(replace(scenario, window=window, precision=17))
        data = forward.any_window.build(now)
        cells = iter(data["cells"])
        total = 0.0
        for grid in data["grids"]:
            own = [next(cells) for _ in grid["cells"]]
            if grid["details"]:
                total += sum(_value(cell[2]) for cell in own)
        s = forward.chosen(now)
        bias = 0.0
        if architecture.kernel_bias:
            kernel = s.index[0] if architecture.kernels > 1 else 0
            bias = float(np.ravel(state.parameters.kernel_bias)[kernel])
        assert total + bias == pytest.approx(state.number(s), rel=1e-12, abs=1e-12)


def _value(spoken: str) -> float:
    return float(spoken.split(" = ")[1].replace("−", "-"))
