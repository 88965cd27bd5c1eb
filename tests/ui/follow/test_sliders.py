"""A move is taken once, in order, and only from the sliders that are on the screen now."""

from __future__ import annotations

from typing import Any

import pytest

from lib.scenario import preset
from lib.ui.follow import sliders
from lib.ui.state import keys, session
from tests.ui.conftest import Tab

NOTES = preset("notes")
HALVES = [*[0.5] * 29, NOTES.label]


def sent(*moves: dict[str, Any]) -> dict[str, Any]:
    """What the browser sends."""
    return {"moves": list(moves)}


def move(count: int, values: list[float], **other: Any) -> dict[str, Any]:
    """One move, of the sidebar's sliders if no key says otherwise."""
    named = {"key": keys.PANEL, "epoch": session.identity(), "revision": 0}
    return named | {"count": count, "values": values} | other


@pytest.fixture
def hand(tab: Tab) -> Tab:
    """A tab after its first run."""
    tab.run()
    return tab


def take(hand: Tab, *moves: dict[str, Any]) -> None:
    hand.state[keys.ADDRESS] = sent(*moves)
    sliders.take_moves()


def test_a_move_is_taken_once(hand: Tab) -> None:
    take(hand, move(1, HALVES))
    assert session.scenario().numbers == tuple(HALVES)
    session.put(NOTES)
    hand.state["revisions"].clear()  # even if the sliders were not told
    sliders.take_moves()
    assert session.scenario() == NOTES


def test_moves_are_taken_in_the_order_of_the_hand(hand: Tab) -> None:
    take(
        hand,
        move(3, [0.25], key=keys.slider("label")),
        move(2, HALVES),
        move(4, [2.0], key=keys.slider("probe_x")),
    )
    assert session.scenario().numbers == (*HALVES[:29], 0.25)
    assert session.scenario().probe_x == 2.0


def test_a_move_of_no_slider_changes_nothing(hand: Tab) -> None:
    take(hand, move(3, [0.0], key=keys.slider("step")))
    assert session.scenario() == NOTES


def test_a_move_of_a_server_that_died_is_not_taken(hand: Tab) -> None:
    """Its revision may be the same by chance; its numbers are those of another time."""
    take(hand, move(1, HALVES, epoch="0" * 32))
    assert session.scenario() == NOTES


def test_a_move_on_older_numbers_is_not_taken(hand: Tab) -> None:
    session.put(NOTES.with_numbers([0.75] * 30))
    take(hand, move(1, HALVES))
    assert session.scenario().numbers == (0.75,) * 30
