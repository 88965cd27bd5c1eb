"""The sidebar moves every number, on every page, and refuses what is no number."""

from __future__ import annotations

import math
from typing import Any

import pytest

from lib.scenario import PRESETS, decode, encode, preset, randomised
from lib.text import sidebar as words
from lib.ui.frame import pages
from lib.ui.state import keys
from tests.pages.app import PAGES, App, ordinary, replace

LANGUAGE, DIGITS = keys.choice("language"), keys.choice("precision")
PRESET, SEED = keys.PRESET, keys.SEED
HOSTILE: list[Any] = [
    None,
    [],
    {},
    "x",
    7,
    {"moves": None},
    {"moves": []},
    {"moves": "all"},
    {"moves": [{"values": [0.0] * 30}]},
    *({"revision": bad} for bad in (-1, 7, "0", None, 0.0, True)),
    *({"count": bad} for bad in (-1, 0, "1", None, 2**60, 0.5, True)),
    *({"epoch": bad} for bad in ("", None, 7, "x" * 32)),
    *({"values": bad} for bad in (None, "0" * 30, {}, [0.0] * 29, [0.0] * 31)),
    *({"values": [bad] * 30} for bad in (None, "0", True, [0.0], math.nan, math.inf, 10**400)),
    *({"values": bad} for bad in ([1000.1] + [0.0] * 29, [0.0] * 29 + [1.1], [0.0] * 29 + [-0.1])),
]


def test_the_sliders_move_the_numbers_and_the_link_follows() -> None:
    app = App()
    row = [round(0.01 * k - 0.1, 2) for k in range(29)] + [0.5]
    app.slide(keys.PANEL, row)
    assert list(app.scenario.numbers) == row
    assert decode(app.component(keys.ADDRESS)["link"]) == app.scenario
    assert decode(app.component(keys.ADDRESS)["link"]) == app.scenario
    assert app.component(keys.PANEL)["revision"] == 0, "a hand keeps its thumb"
    for page in PAGES:
        app.open(page)
        assert list(app.scenario.numbers) == row
        assert app.component(keys.PANEL)["values"] == row


def seen_on(app: App) -> list[Any]:
    """All that stands on the page itself."""
    parts = [app.component(key) for key in app.keys if key not in (keys.PANEL, "document")]
    parts = [part for part in parts if part.keys() != {"link", "page"}]  # the address bar's
    shown = [part.get("values", part) for part in parts]
    return [app.markdown, app.metrics, [table.to_dict() for table in app.tables], shown]


@pytest.mark.parametrize("page", [name for name, page in pages.PAGES.items() if page.section])
def test_the_sliders_are_put_away_where_they_move_nothing(page: str) -> None:
    app = App(page=page)
    before = seen_on(app)
    app.slide(keys.PANEL, [*[0.25] * 29, app.scenario.label])
    assert (seen_on(app) != before) == pages.PAGES[page].uses_numbers
    assert app.data(keys.PANEL)["folded"] != pages.PAGES[page].uses_numbers


def test_what_is_no_move_moves_nothing() -> None:
    app = App()
    for state in HOSTILE:
        if isinstance(state, dict) and state and "moves" not in state:
            state = {"moves": [app.move(keys.PANEL, [0.0] * 30) | state]}
        app.send(keys.ADDRESS, state)
        assert app.scenario == preset("notes"), state
        assert list(app.component(keys.PANEL)["values"]) == list(preset("notes").numbers)


def test_a_late_move_does_not_undo_a_preset() -> None:
    app = App()
    late = {"moves": [app.move(keys.PANEL, [0.0] * 30)]}
    app.test.selectbox(key=app.held(PRESET)).set_value("vertical")
    app.run()
    app.send(keys.ADDRESS, late)
    assert app.scenario == preset("vertical")


def test_a_preset_sets_the_numbers_and_nothing_else() -> None:
    start = replace(ordinary(5), language="zh", precision=6, variable="alpha", step=0)
    app = App(start, "backward")
    for name in PRESETS:
        app.test.selectbox(key=app.held(PRESET)).set_value(name)
        app.run()
        assert app.scenario == replace(start, seed=None).with_numbers(preset(name).numbers)
        assert list(app.component(keys.PANEL)["values"]) == list(preset(name).numbers)


def test_the_seed_that_is_shown_is_that_of_the_numbers() -> None:
    app = App()
    assert app.test.number_input(key=app.held(SEED)).value is None
    app.press(words.RANDOMISE.en)
    drawn = app.test.number_input(key=app.held(SEED)).value
    assert app.scenario == randomised(preset("notes"), drawn)
    app.test.number_input(key=app.held(SEED)).set_value(4711)
    app.run()
    assert app.scenario == randomised(preset("notes"), 4711)
    there = App(link=app.component(keys.ADDRESS)["link"])
    assert there.test.number_input(key=there.held(SEED)).value == 4711
    app.slide(keys.PANEL, [*app.scenario.numbers[:-1], 0.5])
    assert app.test.number_input(key=app.held(SEED)).value is None, (
        "they are not that draw any more"
    )
    app.test.number_input(key=app.held(SEED)).set_value(4711)
    app.run()
    assert app.scenario == randomised(preset("notes"), 4711)


def test_one_step_back_after_anything_that_sets_all_numbers() -> None:
    mine = [round(0.03 * k - 0.2, 2) for k in range(29)] + [0.5]
    app = App(page="sigmoid")
    undo = app.test.button(key=keys.UNDO)
    assert undo.disabled
    app.slide(keys.PANEL, mine)
    before = app.scenario
    for cause, act in (
        ("move", lambda: app.slide(keys.PANEL, [*mine[:-1], 0.75])),
        ("paste", lambda: app.slide(keys.PANEL, [2 * number for number in mine[:-1]] + [1.0])),
        ("preset", lambda: app.test.selectbox(key=app.held(PRESET)).set_value("vertical")),
        ("seed", lambda: app.test.number_input(key=app.held(SEED)).set_value(7)),
        ("seed", lambda: app.press(words.RANDOMISE.en)),
        ("link", lambda: app.link(encode(replace(ordinary(3), probe_x=before.probe_x)))),
    ):
        act()
        app.run()
        assert app.scenario.numbers != before.numbers, cause
        app.press(words.UNDO[cause].en)
        assert app.scenario == before, cause
        assert app.component(keys.PANEL)["values"] == mine
    app.press(words.UNDO["paste"].en)
    assert app.scenario == preset("notes")
    assert app.test.button(key=keys.UNDO).disabled


def test_a_key_goes_back_as_the_button_does() -> None:
    app = App()
    app.slide(keys.PANEL, [0.5] * 30)
    app.trigger(keys.ADDRESS, "undo", True)
    assert app.scenario == preset("notes")
    app.trigger(keys.ADDRESS, "undo", True)
    assert app.scenario == preset("notes"), "there is nothing more to go back to"


def test_another_language_keeps_the_state_and_the_page() -> None:
    start = replace(ordinary(6), variable="image-2-1", precision=6, probe_x=-2.0)
    app = App(start)
    for page in PAGES:
        header = app.open(page).header
        app.test.segmented_control(key=LANGUAGE).set_value("zh")
        app.run()
        assert app.scenario == replace(start, language="zh")
        assert app.header != header
        app.test.segmented_control(key=LANGUAGE).set_value("en")
        app.run()
        assert app.scenario == start
        assert app.header == header


def test_digits_change_what_is_shown_and_not_the_numbers() -> None:
    start = ordinary(6)
    app = App(start, "backward")
    shown = []
    for digits in (3, 6, 17):
        app.test.segmented_control(key=DIGITS).set_value(digits)
        app.run()
        assert app.scenario == replace(start, precision=digits)
        shown.append(next(iter(app.metrics.values())))
    assert [len(text) for text in shown] == sorted(len(text) for text in shown)
    assert len(set(shown)) == 3


@pytest.mark.parametrize(
    ("page", "key"), [("network", "network_picture"), ("backward", "gradients")]
)
def test_a_click_opens_a_derivation_and_nothing_else(page: str, key: str) -> None:
    app = App(ordinary(4), page)
    app.pick(key, "image-2-1")
    assert app.scenario == replace(ordinary(4), variable="image-2-1")
    for hostile in ("", "loss", "image-4-4", "<b>", None, 7, [], {"key": "alpha"}, "x" * 10_000):
        app.pick(key, hostile)
        assert app.scenario == replace(ordinary(4), variable="image-2-1")
