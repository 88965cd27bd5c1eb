"""Compose: sizes that fit are the network at once; others are told and change nothing."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from lib.network import NOTES, Architecture
from lib.network.fits import RANGES, ArchitectureError
from lib.scenario import COMPOSED, preset, with_numbers_of
from lib.scenario.worked import WORKED
from lib.text import LANGUAGES
from lib.text import compose as words
from lib.ui.lessons.compose import fault, sizes
from lib.ui.state import keys
from tests.pages.app import App, replace


def opened(language: Any = "en") -> App:
    return App(replace(preset("notes"), language=language), "compose")


def choose(app: App, **chosen: Any) -> None:
    """Set fields as a hand does, one after the other."""
    for name, value in chosen.items():
        key = app.held(keys.composed(name))
        kind = "number_input" if name in RANGES and name != "pool_side" else "segmented_control"
        kind = "toggle" if isinstance(value, bool) else kind
        getattr(app.test, kind)(key=key).set_value(value)
        app.run()


EXERCISE: dict[str, Any] = {
    "rows": 3, "columns": 3, "kernel_rows": 2, "kernel_columns": 2, "kernel_bias": True,
    "activation": "relu", "pool": "max", "head": "softmax",
}  # fmt: skip


def test_an_exercise_is_set_in_as_many_clicks_as_it_has_parts() -> None:
    app = opened()
    notes = app.scenario
    choose(app, **EXERCISE)
    assert app.scenario.architecture == Architecture(**EXERCISE, outputs=2)
    assert app.warnings == []
    network = app.scenario.network
    assert network is not None
    kept = [notes.image[4 * row + column] for row in range(3) for column in range(3)]
    assert list(network.image) == kept
    assert app.test.metric[1].value == "7"  # 4 weights, a bias, two outputs of one pooled cell
    for name in ("image", "kernel", "dense", "label"):
        assert getattr(app.scenario, name) == getattr(notes, name)
    for place in range(len(EXERCISE)):
        app.test.button(key=keys.UNDO).click()
        app.run()
        assert (app.scenario.architecture == NOTES) == (place == len(EXERCISE) - 1)
    assert app.scenario == notes


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_does_not_fit_is_told_and_loses_nothing(language: Any) -> None:
    app = opened(language)
    before = app.scenario
    choose(app, stride=2)
    (told,) = app.warnings
    assert words.STAYS.say(language) in told
    assert "4 + 2·0 − 3" in told
    assert f"{words.FIELDS['stride'].say(language)} 1" in told
    assert app.scenario == before
    assert r"\frac{4 + 2 \cdot 0 - 3}{2} + 1 = 1.5" in " ".join(app.markdown)
    choose(app, kernel_rows=2, kernel_columns=2)
    assert app.warnings == []
    assert app.scenario.architecture == Architecture(stride=2, kernel_rows=2, kernel_columns=2)
    choose(app, kernel_columns=5)
    assert len(app.warnings) == 1
    app.test.button(key=keys.COMPOSE_FORGET).click()
    app.run()
    assert app.warnings == []
    assert app.test.number_input(key=app.held(keys.composed("kernel_columns"))).value == 2


def test_one_click_leads_back_to_the_notes_and_one_more_back() -> None:
    app = opened()
    notes = app.scenario
    choose(app, activation="tanh", stride=2)
    composed = app.scenario
    app.test.button(key=keys.COMPOSE_BACK).click()
    app.run()
    assert app.scenario == notes
    assert app.warnings == []
    assert app.test.button(key=keys.COMPOSE_BACK).disabled
    app.test.button(key=keys.UNDO).click()
    app.run()
    assert app.scenario == composed


def test_the_notes_network_composed_again_is_the_notes_network() -> None:
    app = opened()
    notes = app.scenario
    choose(app, activation="tanh", head="squared")
    choose(app, activation="sigmoid", head="cross_entropy")
    assert app.scenario.network is None
    assert app.scenario == notes


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_shows_its_published_numbers(language: Any) -> None:
    app = opened(language)
    start = app.scenario
    for name in COMPOSED:
        app.test.button(key=keys.composed_example(name)).click()
        app.run()
        example = WORKED[name]
        assert app.scenario == with_numbers_of(start, example.scenario)
        (table,) = app.test.table
        shown = table.value.to_numpy().tolist()
        assert len(shown) == len(example.published)
        for row, one in zip(shown, example.published, strict=True):
            for text in (text for texts in one.rows for text in texts):
                assert text in row[1].replace("−", "-")
            assert row[3] in ("0", "0.001", "3·10⁻⁸")
            if row[3] == "0" and "." not in one.text:
                assert row[1] == row[2]
        assert example.source in app.test.expander[0].label


def faults() -> list[tuple[ArchitectureError, dict[str, Any]]]:
    found: list[tuple[ArchitectureError, dict[str, Any]]] = []
    cases: tuple[dict[str, Any], ...] = (
        {"kernel_rows": 5},
        {"kernel_rows": 1, "kernel_columns": 1, "padding": 1},
        {"stride": 2},
        {"pool": "max", "pool_side": 3},
        {"head": "softmax"},
        {"channels": 3, "rows": 8, "columns": 8, "kernels": 4},
        {"channels": 1, "rows": 8, "columns": 8, "kernels": 4, "kernel_rows": 1,
         "kernel_columns": 1, "head": "given", "pool": "average", "padding": 0},
    )  # fmt: skip
    for chosen in cases:
        with pytest.raises(ArchitectureError) as caught:
            Architecture(**chosen)
        found.append((caught.value, chosen))
    return found


def test_every_fault_has_its_sentence() -> None:
    told = faults()
    assert {error.id for error, _ in told} == words.FAULTS.keys()
    for error, chosen in told:
        said = fault.sentence(error, {**asdict(NOTES), **chosen})
        assert "{" not in said.en + said.zh
        for name, fitting in error.fits.items():
            for number in fitting:  # what it offers does fit
                Architecture(**{**chosen, name: number})
            assert f"{words.FIELDS[name].en} {fitting[0]}" in said.en
            assert f"{words.FIELDS[name].zh} {fitting[0]}" in said.zh


@pytest.mark.parametrize(
    ("chosen", "rows", "weights"),
    [
        ({}, r"\frac{4 + 2 \cdot 0 - 3}{1} + 1 = 2", r"1 \cdot 1 \cdot 3 \cdot 3 = 9"),
        (
            {"rows": 5, "stride": 2, "padding": 1, "kernels": 2},
            r"\frac{5 + 2 \cdot 1 - 3}{2} + 1 = 3",
            r"2 \cdot 1 \cdot 3 \cdot 3 = 18",
        ),
        ({"rows": 2}, r"\frac{2 + 2 \cdot 0 - 3}{1} + 1 = 0", r"1 \cdot 1 \cdot 3 \cdot 3 = 9"),
    ],
)
def test_the_arithmetic_has_its_numbers_in(chosen: Any, rows: str, weights: str) -> None:
    fields = {**asdict(NOTES), **chosen}
    assert sizes.map_rows(fields) == rows
    assert sizes.kernel_weights(fields) == weights


def test_where_a_corner_is_taken_is_said() -> None:
    app = opened()
    for kind, chosen in (
        (words.AT_ZERO, {"activation": "relu"}),
        (words.FIRST_LARGEST, {"pool": "max"}),
    ):
        assert not [text for text in app.markdown if kind.en in text]
        choose(app, **chosen)
        assert [text for text in app.markdown if kind.en in text]
