"""Which run of which session drew something: the browser takes the newest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from lib.ui import session
from lib.ui.components.assets import Component

_SERIAL = "serial"


def tick() -> None:
    """Begin a run: what it sends is newer than what was sent before."""
    st.session_state[_SERIAL] = st.session_state.get(_SERIAL, 0) + 1


def stamp() -> list[Any]:
    """The session's name and a count of its runs."""
    return [session.identity(), st.session_state[_SERIAL]]


def mount(
    key: str, component: Component, now: dict[str, Any], **on_change: Callable[[], None]
) -> None:
    """Mount a component with what it shows as of this run."""
    component(key=key, data={"key": key, "stamp": stamp(), "now": now}, **on_change)
