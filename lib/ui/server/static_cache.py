"""Streamlit's own scripts and styles, compressed once and kept in memory.

A new visitor asks for some 65 files, 2.3 MB. Read from the disk and sent as they are, they take a
process a tenth of a second of CPU a visitor, and a class that arrives at once waits for that.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_FILE = 8 * 2**20
ROOM = 64 * 2**20
COMPRESSIBLE = ("text/", "application/javascript", "application/json", "image/svg")


@dataclass(frozen=True, slots=True)
class _Kept:
    start: Message
    body: bytes


class KeptAssets:
    """Answers ``GET /static/…`` from memory once a file has been sent in full."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.kept: dict[tuple[str, bool], _Kept] = {}
        self.size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not _is_whole_asset(scope):
            await self.app(scope, receive, send)
            return
        packed = "gzip" in Headers(scope=scope).get("accept-encoding", "")
        found = self.kept.get((scope["path"], packed))
        if found is None:
            found = await self._fetch(scope, receive, packed)
        await send(found.start)
        await send({"type": "http.response.body", "body": found.body})

    async def _fetch(self, scope: Scope, receive: Receive, packed: bool) -> _Kept:
        """Collect the app's own answer; keep it if it is the file and there is room."""
        start: Message = {}
        parts: list[bytes] = []

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            elif message["type"] == "http.response.body":
                parts.append(message.get("body", b""))

        await self.app(scope, receive, collect)
        body = b"".join(parts)
        headers = MutableHeaders(scope=start)
        # where a browser went away, the file was not read to its end
        whole = headers.get("content-length") == str(len(body))
        if packed and headers.get("content-type", "").startswith(COMPRESSIBLE):
            body = gzip.compress(body, 6, mtime=0)
            headers["content-encoding"] = "gzip"
            headers["content-length"] = str(len(body))
        headers["vary"] = "Accept-Encoding"
        answer = _Kept(start, body)
        is_new = (scope["path"], packed) not in self.kept
        fits = len(body) <= LARGEST_FILE and self.size + len(body) <= ROOM
        # an unknown path is answered with the index page and 200: a stranger must not fill the room
        lasting = "immutable" in headers.get("cache-control", "") and "set-cookie" not in headers
        if start["status"] == 200 and whole and lasting and is_new and fits:
            self.kept[scope["path"], packed] = answer
            self.size += len(body)
        return answer


def _is_whole_asset(scope: Scope) -> bool:
    """Whether the request is for one whole file of Streamlit's, whatever the browser has of it."""
    asked = {name for name, _ in scope["headers"]}
    return (
        scope["method"] == "GET"
        and "/static/" in scope["path"]
        and not scope["query_string"]
        and not asked & {b"range", b"if-none-match", b"if-modified-since"}
    )
