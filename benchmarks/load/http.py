"""The few lines of HTTP/1.1 that a learner needs, so that 500 of them cost next to nothing."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

LINKED = re.compile(r'(?:src|href)="\./(static/[^"]+)"')
ANNOUNCED = re.compile(r"<\./(static/[^>]+)>")
CONNECTIONS = 6
"""A browser opens at most so many to one host, and keeps them."""


@dataclass(frozen=True)
class Response:
    """What came back."""

    status: int
    headers: dict[str, str]
    cookies: dict[str, str]
    body: bytes


class Connection:
    """One connection, kept open for the next question."""

    def __init__(self, base: str, cookies: dict[str, str] | None = None) -> None:
        self.parts = urlsplit(base)
        self.cookies = cookies or {}
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str, timeout: float = 60.0) -> Response:
        """Fetch one path; see :meth:`ask`."""
        more = ("Accept-Encoding: gzip",) if path.startswith("/static/") else ()
        return await self.ask("GET", path, timeout, more)

    async def post(self, path: str, body: bytes, timeout: float = 60.0) -> Response:
        """Send JSON to one path; see :meth:`ask`."""
        more = ("Content-Type: application/json", f"Content-Length: {len(body)}")
        return await self.ask("POST", path, timeout, more, body)

    async def ask(
        self, method: str, path: str, timeout: float, more: tuple[str, ...], sent: bytes = b""
    ) -> Response:
        """One question and its answer.

        Raises:
            OSError: no connection, or one that was cut.
            TimeoutError: no answer in time.
        """
        head = [f"{method} {path} HTTP/1.1", f"Host: {self.parts.netloc}", "Accept: */*", *more]
        if self.cookies:
            head.append("Cookie: " + "; ".join(f"{k}={v}" for k, v in self.cookies.items()))
        question = ("\r\n".join(head) + "\r\n\r\n").encode() + sent
        async with asyncio.timeout(timeout):
            if self._streams is not None:
                try:
                    return await self._exchange(question)
                except ConnectionError:  # closed while nobody asked anything: as browsers do,
                    self.close()  # ask once more on a new one
            return await self._exchange(question)

    async def _exchange(self, question: bytes) -> Response:
        if self._streams is None:
            self._streams = await asyncio.open_connection(self.parts.hostname, self.parts.port)
        reader, writer = self._streams
        writer.write(question)
        try:
            status, headers, cookies = _parsed(await reader.readuntil(b"\r\n\r\n"))
            body = await reader.readexactly(int(headers.get("content-length", 0)))
        except asyncio.IncompleteReadError as error:
            raise ConnectionError("the connection was cut in an answer") from error
        return Response(status, headers, cookies, body)

    def close(self) -> None:
        if self._streams:
            self._streams[1].close()
            self._streams = None


def _parsed(head: bytes) -> tuple[int, dict[str, str], dict[str, str]]:
    first, *lines = head.decode("latin-1").strip().split("\r\n")
    headers: dict[str, str] = {}
    cookies: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
        if name.lower() == "set-cookie":
            key, _, content = value.strip().partition(";")[0].partition("=")
            cookies[key] = content
    return int(first.split()[1]), headers, cookies


async def open_page(base: str, assets: bool) -> dict[str, str]:
    """Load a page's HTML as a new visitor; with ``assets`` all it names as well.

    Returns:
        The cookies that the server or its proxy set.
    """
    first = Connection(base)
    page = await first.get("/")
    if page.status != 200:
        raise ConnectionError(f"GET / answered {page.status}")
    connections = [first]
    if assets:
        named = ANNOUNCED.findall(page.headers.get("link", ""))
        paths = sorted({*LINKED.findall(page.body.decode()), *named})
        connections += [Connection(base) for _ in range(CONNECTIONS - 1)]
        for connection in connections:
            connection.cookies = page.cookies
        await asyncio.gather(*(_fetch_all(connection, paths) for connection in connections))
    for connection in connections:
        connection.close()
    return page.cookies


async def _fetch_all(connection: Connection, paths: list[str]) -> None:
    """Take the next path from the shared list until none is left."""
    while paths:
        path = paths.pop()
        answer = await connection.get(f"/{path}")
        if answer.status != 200:
            raise ConnectionError(f"{path} answered {answer.status}")
