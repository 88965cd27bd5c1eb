"""Examples are kept by their names, taken back from the tab, and nothing else is taken from it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from lib.scenario import MOST_EXAMPLES, preset, randomised
from lib.ui.state import examples, session
from lib.ui.state.move import NUMBERS
from tests.ui.conftest import Tab

NOTES = preset("notes")


def kept(*names: str) -> None:
    for seed, name in enumerate(names):
        session.put(randomised(session.scenario(), seed))
        assert examples.keep(name)


def test_numbers_are_kept_and_come_back_with_their_name_and_seed(tab: Tab) -> None:
    tab.run()
    kept("Exercise 3", "练习")
    assert list(examples.kept()) == ["Exercise 3", "练习"]
    session.change(probe_x=2.0)
    examples.use("Exercise 3")
    asked = replace(randomised(NOTES, 0), name="Exercise 3", probe_x=2.0)
    assert session.scenario() == asked
    assert examples.shown() == "Exercise 3"
    session.apply_move(NUMBERS, [0.5] * 30)
    assert session.scenario().name == "Exercise 3"
    assert examples.shown() is None, "they are other numbers"
    examples.keep("Exercise 3")
    assert examples.kept()["Exercise 3"].numbers == (0.5,) * 30
    examples.delete()
    assert list(examples.kept()) == ["练习"]
    assert session.scenario().numbers == (0.5,) * 30
    examples.use("Exercise 3")
    assert session.scenario().numbers == (0.5,) * 30


@pytest.mark.parametrize("name", ["", "a" * 61, "<b>", "$x$", "[a](b)", "*a*", "`a`", "a\nb"])
def test_what_is_no_name_changes_nothing(tab: Tab, name: str) -> None:
    tab.run()
    with pytest.raises(ValueError, match="name"):
        examples.keep(name)
    assert examples.kept() == {}
    assert session.scenario() == NOTES


def test_there_is_room_for_so_many(tab: Tab) -> None:
    tab.run()
    kept(*(f"n {k}" for k in range(MOST_EXAMPLES)))
    assert not examples.keep("one more")
    assert len(examples.kept()) == MOST_EXAMPLES
    assert examples.keep("n 3"), "another one of the same name needs no room"


def test_the_tab_gives_back_what_it_has_kept(tab: Tab) -> None:
    tab.run()
    assert examples.as_text() is None, "a new session asks"
    kept("Exercise 3", "练习")
    text, before = examples.as_text(), examples.kept()
    tab.state.clear()
    tab.run()
    assert text
    examples.restore(text)
    assert examples.kept() == before
    for _ in range(2):
        session.change()
        examples.use("练习")
        examples.delete()
        examples.use("Exercise 3")
        examples.delete()
    assert examples.as_text() == "[]", "an empty list is no missing one"


@pytest.mark.parametrize(
    "text",
    ["", "x", "null", "{}", "[" * 5000, "[{}]", '[{"name": "<b>"}]', '[{"name": "a", "step": 3}]']
    + [json.dumps([{"name": "a"}] * count) for count in (2, MOST_EXAMPLES + 1)]
    + ['[{"name": "a", "label": 2}]', '[{"name": "a", "name": "b"}]', "9" * 10_000, " " * 70_000],
    ids=lambda text: text[:20],
)
def test_what_is_no_list_of_examples_is_not_taken(tab: Tab, text: str) -> None:
    tab.run()
    examples.restore(text)
    assert examples.kept() == {}
