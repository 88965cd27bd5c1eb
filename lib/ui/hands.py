"""The sliders in the learner's hand: what they send is taken once, and answered at once.

A move names the session whose numbers were on the sliders, their revision, and its own place in the
order of all moves of the tab. What was sent to a server that died since, or to sliders that got
other numbers since, or was taken already, is not taken.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from lib.ui import live, session
from lib.ui.components import address, panel
from lib.ui.moves import NAMES, read_move
from lib.ui.stamp import stamp, tick

_HEARD, _DRAWN = "heard", "drawn_hands"


def take() -> bool:
    """Take what hands did since the last run, in the order in which they did it.

    Returns:
        Whether the browser shows what the page's parts make of the last move already, and no run
        has drawn other numbers since.
    """
    state = st.session_state
    moves = [read_move(state.get(key), key) for key in NAMES]
    moves.append(read_move(state.get(address.KEY)))
    shown = False
    for move in sorted(filter(None, moves), key=lambda move: move.count):
        name = NAMES.get(move.key)
        if name is None or move.epoch != session.identity() or move.count <= _heard():
            continue
        state[_HEARD] = move.count
        fits = move.revision == session.revision(name)
        if fits:
            session.follow(name, move.values)
        shown = fits and move.shown == stamp()[1]
    return shown


def draw(
    key: str,
    frame: Callable[[], dict[str, Any]],
    values: Callable[[], list[float]],
    whole: bool = False,
) -> None:
    """Sliders whose move runs nothing but this, where the page allows it.

    Args:
        key: the component's, one of those that :func:`take` knows.
        frame: gives the titles, ranges and words.
        values: gives the numbers.
        whole: whether what they move is in no part of the page, so that it must run as a whole.
    """

    def now() -> dict[str, Any]:
        return {
            "revision": session.revision(NAMES[key]),
            "values": values(),
            "open": session.scenario().variable,
            "link": session.link(),
            "heard": _heard(),
        }

    live.follow(key, now)
    _hand(key, stamp()[1], frame, now, whole or live.needs_whole_page())


@st.fragment
def _hand(
    key: str,
    run: int,
    frame: Callable[[], dict[str, Any]],
    now: Callable[[], dict[str, Any]],
    whole: bool,
) -> None:
    """The sliders of that key, drawn by the whole run of that count, or again by themselves."""
    drawn = st.session_state.setdefault(_DRAWN, {})
    alone = drawn.get(key) == run
    drawn[key] = run
    parts: dict[str, Any] = {}
    if alone:
        shown = take()
        tick()
        parts = live.parts(of_page=not shown)
    panel.COMPONENT(
        key=key,
        data={
            "key": key,
            "stamp": stamp(),
            "now": now(),
            "frame": frame(),
            "whole": whole,
            "rest": live.has_rest(),
            "parts": parts,
        },
        on_moved_change=lambda: None,
    )


def _heard() -> int:
    """The place of the last move that was taken."""
    heard: int = st.session_state.get(_HEARD, 0)
    return heard
