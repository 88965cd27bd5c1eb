"""Draws sliders, and applies their moves to the scenario: each once, in the order they were made.

A move names the session whose numbers were on the sliders, their revision, and its own place in the
order of all moves of the tab. A move is left out if it was made in the session of a server that has
died, on numbers that something else has replaced since, or if it was applied already.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from lib.ui.follow import page_run, panel, readout
from lib.ui.follow.page_run import run_stamp
from lib.ui.state import keys, session
from lib.ui.state.move import NAMES, read_moves


def take_moves() -> None:
    """Apply the moves that came since the last run."""
    state = st.session_state
    for move in sorted(read_moves(state.get(keys.ADDRESS)), key=lambda move: move.count):
        name = NAMES.get(move.key)
        if name is None or move.epoch != session.identity() or move.count <= _last_move():
            continue
        state[keys.LAST_MOVE] = move.count
        if move.revision == session.revision(name):
            session.apply_move(name, move.values)


def draw_sliders(
    key: str, frame: dict[str, Any], values: list[float], needs_whole_run: bool = False
) -> None:
    """Draw sliders.

    Args:
        key: the component's, one of those that :func:`take_moves` knows.
        frame: the titles, ranges and words.
        values: the numbers.
        needs_whole_run: whether what they move is in no part of the page: it must run at once.
    """
    panel.COMPONENT(
        key=key,
        data={
            "key": key,
            "stamp": run_stamp(),
            "now": {
                "revision": session.revision(NAMES[key]),
                "values": values,
                "open": session.scenario().variable,
                "heard": _last_move(),
            },
            "frame": frame,
            "whole": needs_whole_run or page_run.needs_whole_run(),
            "folded": key == keys.PANEL and not page_run.uses_numbers(),
            "large": page_run.is_lecture(),
            **(_beside() if key == keys.PANEL else {}),
        },
    )


def _beside() -> dict[str, Any]:
    """What the bar at the foot tells of its number on a lesson.

    Nothing where a part of the page runs by itself, which the bar would not hear of.
    """
    part, now, lecture = readout.NUMBERS, page_run.snapshot(), page_run.page().lecture
    if lecture is None or (page_run.needs_whole_run() and not page_run.is_lecture()):
        return {}
    told = readout.numbers(now, lecture.tells) if lecture.tells else part.build(now)
    return {"beside": {"key": part.key, "now": told}}


def _last_move() -> int:
    """The place of the last move that was taken."""
    place: int = st.session_state.get(keys.LAST_MOVE, 0)
    return place
