"""What the web server does for every visitor beside Streamlit's own: headers, promptness.

Streamlit runs ``app = st.App(__file__, middleware=MIDDLEWARE, lifespan=promptly)`` when it finds
that line in app.py, under ``streamlit run`` and under any other ASGI server.
"""

from __future__ import annotations

import gc
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FRAME_ANCESTORS = os.environ.get("BACKPROP_FRAME_ANCESTORS", "'self'")
"""Who may put the page in a frame; a course page's origin, say: ``'self' https://course.example``."""

POLICY = {
    "default-src": "'self'",
    # blob: our components' code reaches the browser as one; wasm: Streamlit reads tables with it
    "script-src": "'self' blob: 'wasm-unsafe-eval'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": FRAME_ANCESTORS,
}

HEADERS = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in POLICY.items()),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # the address holds the learner's numbers
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class SecurityHeaders:
    """Adds ``HEADERS`` to every HTTP answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, with_headers)


MIDDLEWARE = [Middleware(SecurityHeaders)]


@asynccontextmanager
async def promptly(_: Any) -> AsyncIterator[None]:
    """Send small messages at once, for as long as the server runs.

    Streamlit binds its socket without naming the protocol, so asyncio does not see that it is TCP
    and leaves Nagle's algorithm on: each run's second message then waits for the browser to
    acknowledge the first, 40 ms on Linux. Connections inherit the option from the listening socket.
    """
    for server in _bound_sockets():
        server.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    yield


def _bound_sockets() -> list[socket.socket]:
    """This process's TCP sockets that are bound and not connected: those it listens on."""
    found = []
    for thing in gc.get_objects():
        if not isinstance(thing, socket.socket) or thing.fileno() < 0:
            continue
        if thing.type != socket.SOCK_STREAM or thing.family not in (
            socket.AF_INET,
            socket.AF_INET6,
        ):
            continue
        try:
            thing.getpeername()
        except OSError:  # not connected
            if thing.getsockname()[1]:
                found.append(thing)
    return found
