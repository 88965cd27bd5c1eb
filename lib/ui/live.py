"""Parts of a page that follow a slider at once, without the page being run again.

While a hand moves, the browser asks the server for the numbers of the parts that it shows
(:mod:`lib.ui.serving.numbers`); when the hand rests, the move runs one small fragment, which takes
it. Whole runs mount the same parts with the same functions, so none of the three can differ.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import streamlit as st

from lib.ui import session
from lib.ui.moment import Moment
from lib.ui.parts import PARTS
from lib.ui.stamp import mount, tick

_SHOWN, _FOLLOWERS = "shown_parts", "followers"
_MOMENT, _REST, _WHOLE = "moment", "rest", "whole_page"
PAGES = frozenset({"network", "cross_entropy", "sigmoid", "forward", "backward"})
"""The pages whose numbers stand in such parts."""
LOOKS = frozenset({"unpack"})
"""The looks into a derivation of which that is true; the others have charts."""


def begin(page: str) -> None:
    """Begin a run of a whole page: it has no parts yet."""
    st.session_state[_SHOWN] = []
    st.session_state[_FOLLOWERS] = {}
    st.session_state[_REST] = page == "backward" and session.scenario().look not in LOOKS
    st.session_state[_WHOLE] = page not in PAGES
    tick()


def moment() -> Moment:
    """The scenario as it stands, with what has been computed from it."""
    known = cast("Moment | None", st.session_state.get(_MOMENT))
    if known is None or known.scenario is not session.scenario():
        known = st.session_state[_MOMENT] = Moment(session.scenario())
    return known


def show(key: str, **on_change: Callable[[], None]) -> None:
    """Mount the part of that name, one of ``PARTS``, and keep it up to date from now on."""
    part = PARTS[key]
    st.session_state[_SHOWN].append(key)
    mount(key, part.component, part.build(moment()), **on_change)


def follow(key: str, build: Callable[[], dict[str, Any]]) -> None:
    """Keep what knows the session up to date: the sliders themselves, the address bar."""
    st.session_state[_FOLLOWERS][key] = build


def parts(of_page: bool = True) -> dict[str, Any]:
    """What the sliders show now, and what every part ``of_page`` shows."""
    now, state = moment(), st.session_state
    shown = {key: PARTS[key].build(now) for key in state[_SHOWN]} if of_page else {}
    return shown | {key: build() for key, build in state[_FOLLOWERS].items()}


def has_rest() -> bool:
    """Whether the page also shows what only a whole run changes: one follows the hand's rest."""
    return bool(st.session_state[_REST])


def needs_whole_page() -> bool:
    """Whether a move on this page is a whole run from the start."""
    return bool(st.session_state[_WHOLE])
