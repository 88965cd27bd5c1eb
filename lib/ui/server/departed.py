"""Frees the memory of sessions whose tab was closed.

Streamlit keeps the session of a tab that closed for two minutes, in case it was the network that
went. It looks at what is out of date when the next tab closes; after the last learner of a class
nobody comes, and a hundred sessions would stay for the night.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from streamlit import runtime

LOOK_EVERY = 30.0
"""Seconds."""


@asynccontextmanager
async def departed_forgotten(_: Any, every: float = LOOK_EVERY) -> AsyncIterator[None]:
    """Look for sessions that are out of date, again and again, while the server runs."""
    task = asyncio.create_task(_look(every))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _look(every: float) -> None:
    while True:
        await asyncio.sleep(every)
        if runtime.exists():
            kept_sessions()


def kept_sessions() -> int:
    """How many sessions of closed tabs are kept; asking for the count drops those out of date.

    The way there is Streamlit's own and may change with its version: a test goes it.
    """
    manager: Any = runtime.get_instance()._session_mgr
    return len(manager._session_storage._cache)
