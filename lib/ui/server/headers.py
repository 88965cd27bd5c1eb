"""The headers that keep a page to itself: nothing from elsewhere runs in it or loads into it."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FRAME_ANCESTORS = os.environ.get("FRAME_ANCESTORS", "")
"""Who alone may put the page in a frame, say ``'self' https://course.example``; empty: everybody.

A course page, or an app that shows course pages, is a use. Nobody is harmed: there are no accounts,
no cookie gives a right, nothing is stored or sent, so a click that another page has lured from a
learner does nothing but move that learner's own sliders.
"""

_INDEX = Path(streamlit.__file__).with_name("static") / "index.html"
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def inline_hashes(html: str) -> str:
    """The policy's names for the inline scripts of a page: these texts may run, no other."""
    digests = (hashlib.sha256(text.encode()).digest() for text in _INLINE.findall(html))
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def policy(frame_ancestors: str = FRAME_ANCESTORS) -> str:
    """The content security policy, for the index page of the installed Streamlit.

    Without ``frame_ancestors`` it has no word on frames: even ``*`` would keep out a page from a
    file or in a course's phone app.
    """
    known = inline_hashes(_INDEX.read_text(encoding="utf-8"))
    rules = {
        "default-src": "'self'",
        # blob: the code of our components comes as one; wasm: Streamlit reads its tables with it
        "script-src": f"'self' blob: 'wasm-unsafe-eval' {known}".rstrip(),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
    }
    if frame_ancestors:
        rules["frame-ancestors"] = frame_ancestors
    return "; ".join(f"{name} {value}" for name, value in rules.items())


HEADERS = {
    "Content-Security-Policy": policy(),
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
