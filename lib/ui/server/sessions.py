"""One lock for the state of a tab, whoever runs its page.

Streamlit 1.67 gives each thread that runs a page a lock of its own for the state that they share.
Where a click begins a run before the thread of the last one has come to a stop, both change one
dictionary, and the new run ends with "dictionary changed size during iteration".
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakValueDictionary

from streamlit.runtime.state.safe_session_state import SafeSessionState


@contextmanager
def one_lock_a_session() -> Iterator[None]:
    """Let all who hold the state of one tab hold the lock of the first, while the server runs."""
    prepared: Any = SafeSessionState
    of_streamlit = prepared.__init__
    # by the id of the state: who holds the lock holds the state, so no other gets that id meanwhile
    locks: WeakValueDictionary[int, Any] = WeakValueDictionary()
    one_at_a_time = threading.Lock()

    def share(self: Any, state: Any, yield_callback: Any) -> None:
        of_streamlit(self, state, yield_callback)
        with one_at_a_time:
            object.__setattr__(self, "_lock", locks.setdefault(id(state), self._lock))

    prepared.__init__ = share
    try:
        yield
    finally:
        prepared.__init__ = of_streamlit
