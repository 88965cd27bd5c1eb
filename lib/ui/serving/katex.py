"""KaTeX for our own sheets of formulas, at an address beside Streamlit's scripts.

Streamlit sets its formulas with a KaTeX that it has woven into its own code. Ours is the same
version, so that the styles and fonts which every page has fit.
"""

from __future__ import annotations

from pathlib import Path

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

VERSION = "0.16.47"
PATH = f"static/js/katex-{VERSION}.min.js"
"""From the root of the server."""

FILE = Path(__file__).parents[1] / "components" / "sheet" / "katex" / f"katex-{VERSION}.min.js"
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
