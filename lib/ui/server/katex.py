"""Serves the KaTeX of our own sheets of formulas, at an address beside Streamlit's scripts."""

from __future__ import annotations

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from lib.ui.bridge.katex import FILE, PATH

_FOREVER = {"cache-control": "public, immutable, max-age=31536000"}


class KatexFile:
    """Answers ``GET /static/js/katex-….min.js``, whatever path the app is served under."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].endswith(f"/{PATH}"):
            text = FILE.read_bytes()
            answer = Response(text, media_type="application/javascript", headers=_FOREVER)
            await answer(scope, receive, send)
        else:
            await self.app(scope, receive, send)
