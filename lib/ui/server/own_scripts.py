"""Serves the scripts of our own, at addresses beside Streamlit's."""

from __future__ import annotations

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from lib.ui.bridge import scripts

_FOREVER = {"cache-control": "public, immutable, max-age=31536000"}


class OwnScripts:
    """Answers ``GET /static/js/….js`` for ours, whatever path the app is served under."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        code = scripts.asked(scope["path"]) if scope["type"] == "http" else None
        if code is None:
            await self.app(scope, receive, send)
            return
        answer = Response(code, media_type="application/javascript", headers=_FOREVER)
        await answer(scope, receive, send)
