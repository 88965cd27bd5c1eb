"""Parts of a page that follow a slider at once, without the page being run again.

While a hand moves, the browser asks the server for the numbers of the parts that it shows
(:mod:`lib.ui.follow.answer`); when the hand rests, the page is run, which mounts the same parts
with the same functions. docs/following-the-hand.md tells the whole way.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import streamlit as st

from lib.ui.bridge.component import Component, picked
from lib.ui.follow.page import Page
from lib.ui.follow.part import Part
from lib.ui.follow.snapshot import Snapshot
from lib.ui.state import keys, session


def begin_run(shown: Page) -> None:
    """Begin a run of a page: what it sends is newer than what was sent before."""
    st.session_state[keys.PAGE] = shown
    st.session_state[keys.RUN_NUMBER] = st.session_state.get(keys.RUN_NUMBER, 0) + 1


def run_stamp() -> list[Any]:
    """Which run of which session draws: the session's name and a count of its runs."""
    return [session.identity(), st.session_state[keys.RUN_NUMBER]]


def mount(
    key: str,
    component: Component,
    now: dict[str, Any],
    beside: dict[str, Any] | None = None,
    **on_change: Callable[[], None],
) -> None:
    """Mount a component with what it shows as of this run: the browser takes the newest.

    ``beside`` is what another part shows in the same component.
    """
    data = {"key": key, "stamp": run_stamp(), "now": now}
    component(key=key, data=data | ({"beside": beside} if beside else {}), **on_change)


def snapshot() -> Snapshot:
    """The scenario as it stands, with what has been computed from it."""
    known = cast("Snapshot | None", st.session_state.get(keys.SNAPSHOT))
    if known is None or known.scenario is not session.scenario():
        known = st.session_state[keys.SNAPSHOT] = Snapshot(session.scenario())
    return known


def show(part: Part, **on_change: Callable[[], None]) -> None:
    """Mount a part of this page."""
    other = part.beside
    beside = {"key": other.key, "now": other.build(snapshot())} if other else None
    mount(part.key, part.component, part.build(snapshot()), beside, **on_change)


def show_to_open(part: Part) -> None:
    """Mount a part of this page in which a click on a number opens its derivation."""
    show(part, on_picked_change=lambda: _open_picked(part.key))


def _open_picked(key: str) -> None:
    session.change(variable=picked(st.session_state.get(key)))


def needs_whole_run() -> bool:
    """Whether a move on this page runs it at once: it has no parts that follow."""
    return not page().parts


def uses_numbers() -> bool:
    """Whether the network's numbers move anything on this page."""
    return page().uses_numbers


def is_lecture() -> bool:
    """Whether the page is shown to a room."""
    return session.scenario().lecture and page().lecture is not None


def page() -> Page:
    """The page that is run."""
    return cast(Page, st.session_state[keys.PAGE])
