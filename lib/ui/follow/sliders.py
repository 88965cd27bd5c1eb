"""The sliders in the learner's hand: each move is taken once, in the order of the hand.

A move names the session whose numbers were on the sliders, their revision, and its own place in the
order of all moves of the tab. What was sent to a server that died since, or to sliders that got
other numbers since, or was taken already, is not taken.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from lib.ui.follow import address, page_run, panel
from lib.ui.follow.page_run import stamp
from lib.ui.state import session
from lib.ui.state.move import NAMES, read_moves

_HEARD = "heard"


def take() -> None:
    """Take what hands did since the last run, in the order in which they did it."""
    state = st.session_state
    for move in sorted(read_moves(state.get(address.KEY)), key=lambda move: move.count):
        name = NAMES.get(move.key)
        if name is None or move.epoch != session.identity() or move.count <= _heard():
            continue
        state[_HEARD] = move.count
        if move.revision == session.revision(name):
            session.follow(name, move.values)


def draw(key: str, frame: dict[str, Any], values: list[float], whole: bool = False) -> None:
    """Draw sliders.

    Args:
        key: the component's, one of those that :func:`take` knows.
        frame: the titles, ranges and words.
        values: the numbers.
        whole: whether what they move is in no part of the page, so that it must run at once.
    """
    panel.COMPONENT(
        key=key,
        data={
            "key": key,
            "stamp": stamp(),
            "now": {
                "revision": session.revision(NAMES[key]),
                "values": values,
                "open": session.scenario().variable,
                "heard": _heard(),
            },
            "frame": frame,
            "whole": whole or page_run.needs_whole_run(),
            "folded": key == panel.KEY and not page_run.uses_numbers(),
        },
    )


def _heard() -> int:
    """The place of the last move that was taken."""
    heard: int = st.session_state.get(_HEARD, 0)
    return heard
