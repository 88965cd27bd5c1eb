"""Sessions of closed tabs are let go of, though nobody comes after them."""

from __future__ import annotations

import asyncio
import gc
import time
import weakref
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit import runtime
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

from lib.ui.server.departed import departed_forgotten, kept_sessions
from tests import loops


@pytest.fixture
def storage(monkeypatch: pytest.MonkeyPatch) -> MemorySessionStorage:
    """What a running server keeps of closed tabs, for a tenth of a second each."""
    storage = MemorySessionStorage(ttl_seconds=0.1)
    manager = WebsocketSessionManager(storage, *[SimpleNamespace()] * 4)
    running = SimpleNamespace(_session_mgr=manager)
    monkeypatch.setattr(runtime, "exists", lambda: True)
    monkeypatch.setattr(runtime, "get_instance", lambda: running)
    return storage


class Left:
    """The session of a closed tab."""

    def __init__(self, name: str) -> None:
        self.session = SimpleNamespace(id=name)


def leave(storage: MemorySessionStorage, count: int) -> list[weakref.ref[Any]]:
    left: list[Any] = [Left(str(number)) for number in range(count)]
    for one in left:
        storage.save(one)
    return [weakref.ref(one) for one in left]


def test_a_count_drops_what_is_out_of_date(storage: MemorySessionStorage) -> None:
    leave(storage, 3)
    assert kept_sessions() == 3
    time.sleep(0.15)
    assert kept_sessions() == 0


def test_without_a_count_they_stay(storage: MemorySessionStorage) -> None:
    left = leave(storage, 3)
    time.sleep(0.15)
    gc.collect()
    assert all(one() is not None for one in left)


def test_the_server_counts_by_itself(storage: MemorySessionStorage) -> None:
    async def serve() -> list[weakref.ref[Any]]:
        async with departed_forgotten(None, every=0.02):
            left = leave(storage, 3)
            await asyncio.sleep(0.5)
            return left

    left = loops.run(serve())
    gc.collect()
    assert all(one() is None for one in left)
