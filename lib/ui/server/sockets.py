"""Turns off Nagle's algorithm, which holds small messages back for up to 40 ms."""

from __future__ import annotations

import gc
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any


@asynccontextmanager
async def prompt_sockets(_: Any) -> AsyncIterator[None]:
    """Turn Nagle's algorithm off on the sockets this process listens on, while the server runs.

    Streamlit binds its socket without naming the protocol, so asyncio does not see that it is TCP
    and leaves the algorithm on: the second message of a run then waits until the other side has
    acknowledged the first, for up to 40 ms on Linux. New connections inherit the option.
    """
    for server in bound_sockets():
        server.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    yield


def bound_sockets() -> list[socket.socket]:
    """This process's TCP sockets that have a port and no peer: the ones it listens on."""
    sockets = [thing for thing in gc.get_objects() if isinstance(thing, socket.socket)]
    return [one for one in sockets if _is_tcp(one) and one.getsockname()[1] and not _has_peer(one)]


def _is_tcp(one: socket.socket) -> bool:
    internet = one.family in (socket.AF_INET, socket.AF_INET6)
    return one.fileno() >= 0 and internet and one.type == socket.SOCK_STREAM


def _has_peer(one: socket.socket) -> bool:
    try:
        one.getpeername()
    except OSError:
        return False
    return True
