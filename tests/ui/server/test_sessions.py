"""Two runs of one tab wait for each other; those of two tabs do not."""

from __future__ import annotations

import threading

from streamlit.runtime.state.safe_session_state import SafeSessionState
from streamlit.runtime.state.session_state import SessionState

from lib.ui.server.sessions import one_lock_a_session


def held(state: SessionState) -> SafeSessionState:
    return SafeSessionState(state, lambda: None)


def waits(holder: SafeSessionState, other: SafeSessionState) -> bool:
    """Whether the other one cannot be changed while the first is held."""
    done = threading.Event()

    def change() -> None:
        other["a"] = 1
        done.set()

    with holder._lock:
        thread = threading.Thread(target=change)
        thread.start()
        waited = not done.wait(0.2)
    thread.join()
    return waited


def test_the_runs_of_a_tab_share_its_lock() -> None:
    with one_lock_a_session():
        tab = SessionState()
        assert waits(held(tab), held(tab))
        assert not waits(held(tab), held(SessionState()))


def test_streamlit_still_needs_it() -> None:
    """Once it does not, this room can go."""
    tab = SessionState()
    assert not waits(held(tab), held(tab))
