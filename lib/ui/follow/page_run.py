"""Parts of a page that follow a slider at once, without the page being run again.

While a hand moves, the browser asks the server for the numbers of the parts that it shows
(:mod:`lib.ui.follow.answer`); when the hand rests, the page is run, which mounts the same parts
with the same functions. docs/following-the-hand.md tells the whole way.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import streamlit as st

from lib.ui.bridge.component import Component
from lib.ui.follow.snapshot import Moment
from lib.ui.state import session

_MOMENT, _WHOLE, _SERIAL = "moment", "whole_page", "serial"
PAGES = frozenset({"network", "cross_entropy", "sigmoid", "forward", "backward"})
"""The pages whose numbers stand in such parts."""


def begin(page: str) -> None:
    """Begin a run of a page: what it sends is newer than what was sent before."""
    st.session_state[_WHOLE] = page not in PAGES
    st.session_state[_SERIAL] = st.session_state.get(_SERIAL, 0) + 1


def stamp() -> list[Any]:
    """Which run of which session draws: the session's name and a count of its runs."""
    return [session.identity(), st.session_state[_SERIAL]]


def mount(
    key: str, component: Component, now: dict[str, Any], **on_change: Callable[[], None]
) -> None:
    """Mount a component with what it shows as of this run: the browser takes the newest."""
    component(key=key, data={"key": key, "stamp": stamp(), "now": now}, **on_change)


def moment() -> Moment:
    """The scenario as it stands, with what has been computed from it."""
    known = cast("Moment | None", st.session_state.get(_MOMENT))
    if known is None or known.scenario is not session.scenario():
        known = st.session_state[_MOMENT] = Moment(session.scenario())
    return known


def show(key: str, **on_change: Callable[[], None]) -> None:
    """Mount the part of that name, one of ``PARTS``."""
    from lib.ui.lessons import PARTS

    part = PARTS[key]
    mount(key, part.component, part.build(moment()), **on_change)


def needs_whole_page() -> bool:
    """Whether a move on this page is a whole run from the start."""
    return bool(st.session_state[_WHOLE])
