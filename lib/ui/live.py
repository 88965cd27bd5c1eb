"""Parts of a page that follow a slider at once, without the page being run again.

A page registers each part with :func:`show`: a component, and the function that gives its data from
a :class:`~lib.ui.moment.Moment`. A slider's move then runs one small fragment, which calls these
functions and sends all that they give in one message; in the browser the bus hands it round. Whole
runs mount the same components with the same functions, so the two cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import streamlit as st

from lib.ui import session
from lib.ui.components.assets import Component
from lib.ui.moment import Moment

Build = Callable[[Moment], dict[str, Any]]
"""What a part shows, as its component's data."""

_PARTS, _SERIAL, _MOMENT, _REST, _WHOLE = "parts", "serial", "moment", "rest", "whole_page"
PAGES = frozenset({"network", "cross_entropy", "sigmoid", "forward", "backward"})
"""The pages whose numbers all stand in such parts, or are said to be the :func:`rest`."""


def begin(page: str) -> None:
    """Begin a run of a whole page: it has no parts yet."""
    st.session_state[_PARTS] = {}
    st.session_state[_REST] = False
    st.session_state[_WHOLE] = page not in PAGES
    tick()


def tick() -> None:
    """Begin a run: what it sends is newer than what was sent before."""
    st.session_state[_SERIAL] = st.session_state.get(_SERIAL, 0) + 1


def stamp() -> list[Any]:
    """Whose data it is and how new: the session's name and a count."""
    return [session.identity(), st.session_state[_SERIAL]]


def moment() -> Moment:
    """The scenario as it stands, with what has been computed from it."""
    known = cast("Moment | None", st.session_state.get(_MOMENT))
    if known is None or known.scenario is not session.scenario():
        known = st.session_state[_MOMENT] = Moment(session.scenario())
    return known


def show(key: str, component: Component, build: Build, **on_change: Callable[[], None]) -> None:
    """Mount a part of the page, and keep it up to date from now on."""
    st.session_state[_PARTS][key] = build
    mount(key, component, build(moment()), **on_change)


def mount(
    key: str, component: Component, now: dict[str, Any], **on_change: Callable[[], None]
) -> None:
    """Mount a component that only a run of what it stands in changes."""
    component(key=key, data={"key": key, "stamp": stamp(), "now": now}, **on_change)


def follow(key: str, build: Build) -> None:
    """Keep what is mounted otherwise up to date: the sliders themselves, the address bar."""
    st.session_state[_PARTS][key] = build


def parts() -> dict[str, Any]:
    """What every part of the page shows now."""
    now = moment()
    return {key: build(now) for key, build in st.session_state[_PARTS].items()}


def rest() -> None:
    """Say that the page also shows what only a whole run changes, such as a chart."""
    st.session_state[_REST] = True


def has_rest() -> bool:
    """Whether a whole run must follow a move, once the hand rests."""
    return bool(st.session_state[_REST])


def needs_whole_page() -> bool:
    """Whether a move on this page is a whole run from the start."""
    return bool(st.session_state[_WHOLE])
