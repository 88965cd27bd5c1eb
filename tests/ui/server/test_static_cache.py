"""Streamlit's files from memory: the same bytes, once compressed, and no room for strangers."""

from __future__ import annotations

import gzip

import pytest
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from lib.ui.server import static_cache
from lib.ui.server.static_cache import KeptAssets
from tests.ui.server.asgi import ask

SCRIPT = b"export const a = 1;\n" * 500
FOREVER = {"cache-control": "public, immutable, max-age=31536000"}


class Disk:
    """An app that counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.answer = Response(SCRIPT, media_type="application/javascript", headers=FOREVER)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked += 1
        await self.answer(scope, receive, send)


def test_a_file_is_read_once() -> None:
    disk = Disk()
    app = KeptAssets(disk)
    for _ in range(3):
        answer = ask(app, "/static/js/a.js")
        assert (answer.status, answer.body) == (200, SCRIPT)
        assert answer.headers["content-length"] == str(len(SCRIPT))
    assert disk.asked == 1


def test_it_is_compressed_for_those_who_can_read_it() -> None:
    app = KeptAssets(Disk())
    packed = ask(app, "/static/js/a.js", accept_encoding="gzip, br")
    plain = ask(app, "/static/js/a.js")
    assert gzip.decompress(packed.body) == plain.body == SCRIPT
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["content-length"] == str(len(packed.body))
    assert packed.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
    assert "content-encoding" not in plain.headers


def test_a_font_is_not_compressed_again() -> None:
    disk = Disk()
    disk.answer = Response(SCRIPT, media_type="font/woff2", headers=FOREVER)
    answer = ask(KeptAssets(disk), "/static/media/a.woff2", accept_encoding="gzip")
    assert answer.body == SCRIPT
    assert "content-encoding" not in answer.headers


@pytest.mark.parametrize(
    "answer",
    [
        Response(SCRIPT, headers={"cache-control": "no-cache"}),
        Response(SCRIPT, status_code=404, headers=FOREVER),
        Response(SCRIPT, headers={**FOREVER, "set-cookie": "a=b"}),
        Response(SCRIPT, headers={**FOREVER, "content-length": str(len(SCRIPT) + 1)}),
        Response(b"x" * (static_cache.LARGEST_FILE + 1), headers=FOREVER),
    ],
    ids=["an unknown path's index page", "not found", "a cookie", "cut short", "too large"],
)
def test_what_is_not_kept(answer: Response) -> None:
    disk = Disk()
    disk.answer = answer
    app = KeptAssets(disk)
    for number in range(2):
        assert ask(app, "/static/x").status == answer.status_code
        assert disk.asked == number + 1
    assert app.kept == {}


def test_the_room_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(static_cache, "ROOM", 2 * len(SCRIPT))
    app = KeptAssets(Disk())
    for number in range(5):
        assert ask(app, f"/static/{number}.js").body == SCRIPT
    assert len(app.kept) == 2


@pytest.mark.parametrize(
    ("path", "method", "query", "headers"),
    [
        ("/", "GET", "", {}),
        ("/_stcore/health", "GET", "", {}),
        ("/media/static.png", "GET", "", {}),
        ("/static/a.js", "HEAD", "", {}),
        ("/static/a.js", "GET", "v=1", {}),
        ("/static/a.js", "GET", "", {"range": "bytes=0-9"}),
        ("/static/a.js", "GET", "", {"if_none_match": '"a"'}),
    ],
)
def test_other_questions_go_through(
    path: str, method: str, query: str, headers: dict[str, str]
) -> None:
    disk = Disk()
    app = KeptAssets(disk)
    ask(app, path, method, query, **headers)
    ask(app, path, method, query, **headers)
    assert disk.asked == 2
