"""Parts of a page that follow a slider at once, without the page being run again.

While a hand moves, the browser asks the server for the numbers of the parts that it shows
(:mod:`lib.ui.serving.numbers`); when the hand rests, the page is run, which mounts the same parts
with the same functions. docs/following-the-hand.md tells the whole way.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import streamlit as st

from lib.ui import session
from lib.ui.moment import Moment
from lib.ui.parts import PARTS
from lib.ui.stamp import mount, tick

_MOMENT, _WHOLE = "moment", "whole_page"
PAGES = frozenset({"network", "cross_entropy", "sigmoid", "forward", "backward"})
"""The pages whose numbers stand in such parts."""


def begin(page: str) -> None:
    """Begin a run of a page."""
    st.session_state[_WHOLE] = page not in PAGES
    tick()


def moment() -> Moment:
    """The scenario as it stands, with what has been computed from it."""
    known = cast("Moment | None", st.session_state.get(_MOMENT))
    if known is None or known.scenario is not session.scenario():
        known = st.session_state[_MOMENT] = Moment(session.scenario())
    return known


def show(key: str, **on_change: Callable[[], None]) -> None:
    """Mount the part of that name, one of ``PARTS``."""
    part = PARTS[key]
    mount(key, part.component, part.build(moment()), **on_change)


def needs_whole_page() -> bool:
    """Whether a move on this page is a whole run from the start."""
    return bool(st.session_state[_WHOLE])
