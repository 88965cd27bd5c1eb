"""A move is taken once, in order, and only from the sliders that are on the screen now."""

from __future__ import annotations

from typing import Any

import pytest

from lib.scenario import preset
from lib.ui import hands, session
from lib.ui.components import address, panel
from lib.ui.stamp import stamp, tick
from tests.ui.conftest import Tab

NOTES = preset("notes")
HALVES = [*[0.5] * 29, NOTES.label]


def move(count: int, values: list[float], **other: Any) -> dict[str, Any]:
    """What the browser sends of a move."""
    named = {"epoch": session.identity(), "revision": 0, "count": count, "values": values}
    return {"moved": named | other}


@pytest.fixture
def hand(tab: Tab) -> Tab:
    """A tab after its first run."""
    tab.run()
    tick()
    return tab


def test_a_move_is_taken_once(hand: Tab) -> None:
    hand.state[panel.KEY] = move(1, HALVES)
    hands.take()
    assert session.scenario().numbers == tuple(HALVES)
    session.put(NOTES)
    hand.state["revisions"].clear()  # even if the sliders were not told
    hands.take()
    assert session.scenario() == NOTES


def test_moves_are_taken_in_the_order_of_the_hand(hand: Tab) -> None:
    hand.state["slider-label"] = move(3, [0.25])
    hand.state[panel.KEY] = move(2, HALVES)
    hand.state["slider-probe_x"] = move(4, [2.0])
    hands.take()
    assert session.scenario().numbers == (*HALVES[:29], 0.25)
    assert session.scenario().probe_x == 2.0


def test_a_move_may_come_by_the_way_of_the_whole_page(hand: Tab) -> None:
    hand.state[panel.KEY] = move(1, [0.1] * 30)
    hand.state[address.KEY] = move(2, HALVES, key=panel.KEY)
    hands.take()
    assert session.scenario().numbers == tuple(HALVES)
    hand.state[address.KEY] = move(3, [0.0], key="slider-step")
    hands.take()
    assert session.scenario().numbers == tuple(HALVES)


def test_a_move_of_a_server_that_died_is_not_taken(hand: Tab) -> None:
    """Its revision may be the same by chance; its numbers are those of another time."""
    hand.state[panel.KEY] = move(1, HALVES, epoch="0" * 32)
    hands.take()
    assert session.scenario() == NOTES


def test_a_move_on_older_numbers_is_not_taken(hand: Tab) -> None:
    hand.state[panel.KEY] = move(1, HALVES)
    session.put(NOTES.with_numbers([0.75] * 30))
    hands.take()
    assert session.scenario().numbers == (0.75,) * 30


def test_the_last_move_says_whether_its_numbers_are_shown(hand: Tab) -> None:
    run = stamp()[1]
    hand.state[panel.KEY] = move(1, HALVES, shown=run)
    assert hands.take()
    assert not hands.take(), "nothing new"
    hand.state[panel.KEY] = move(2, [0.75] * 29 + [NOTES.label], shown=run)
    tick()
    assert not hands.take(), "another run has drawn other numbers since"
    hand.state[panel.KEY] = move(3, [0.25] * 30, shown=run + 1)
    hand.state["slider-label"] = move(4, [0.5], shown=run + 1)
    assert not hands.take(), "the last one was not taken: other sliders had moved its label"
    assert session.scenario().numbers == (0.25,) * 30
