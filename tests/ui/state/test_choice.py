"""A widget shows its choice and takes it; what a field refuses changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.scenario import Comparison, TrainingPage, preset
from lib.ui.state import choice, keys, session
from tests.ui.conftest import Tab

NOTES = preset("notes")


@pytest.mark.parametrize(
    ("path", "value", "changed"),
    [
        ("variable", "alpha", replace(NOTES, variable="alpha")),
        ("print_all", True, replace(NOTES, print_all=True)),
        ("comparison.steps", 7, replace(NOTES, comparison=Comparison(steps=7))),
        ("training_page.image", 5, replace(NOTES, training_page=TrainingPage(image=5))),
    ],
)
def test_a_choice_is_shown_and_taken(tab: Tab, path: str, value: object, changed: object) -> None:
    tab.run()
    given = choice.widget(path)
    tab.state[given["key"]] = value
    given["on_change"](*given["args"])
    assert session.scenario() == changed
    choice.widget(path)
    assert tab.state[keys.choice(path)] == value


def test_a_widget_shows_lists_and_what_stands_for_null(tab: Tab) -> None:
    tab.run()
    choice.widget("comparison.optimisers")
    assert tab.state[keys.choice("comparison.optimisers")] == ["descent", "adam"]
    choice.widget("training_page.travel_step", value=41)
    assert tab.state[keys.choice("training_page.travel_step")] == 41
    assert session.scenario() == NOTES


@pytest.mark.parametrize("path", ["variable", "comparison.steps", "training_page.view"])
def test_what_a_field_refuses_changes_nothing(tab: Tab, path: str) -> None:
    tab.run()
    tab.state[keys.choice(path)] = "nothing of ours"
    choice.take(path, keys.choice(path))
    assert session.scenario() == NOTES


def test_a_widget_that_is_set_elsewhere_gets_another_key(tab: Tab) -> None:
    """What the browser still sends of the value before is then the choice of no widget."""
    tab.run()
    first = choice.widget("variable", set_elsewhere=True)["key"]
    assert choice.widget("variable", set_elsewhere=True)["key"] == first
    session.change(variable="alpha")
    second = choice.widget("variable", set_elsewhere=True)["key"]
    assert second != first
    assert tab.state[second] == "alpha"
    choice.take("variable", first)
    assert session.scenario().variable == "alpha"
    tab.state[second] = "y_out"
    choice.take("variable", second)
    assert session.scenario().variable == "y_out"
    assert choice.widget("variable", set_elsewhere=True)["key"] == second
