"""The policy: what it forbids, and that it knows the one inline script of Streamlit's page."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest
import streamlit
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from lib.ui.server.headers import HEADERS, SecurityHeaders, inline_hashes, policy
from tests import loops
from tests.ui.server.asgi import ask


def rules(text: str) -> dict[str, list[str]]:
    return {name: values for name, *values in (rule.split() for rule in text.split("; "))}


@pytest.mark.parametrize("status", [200, 304, 404, 500])
def test_every_answer_has_them(status: int) -> None:
    app = SecurityHeaders(Response(b"", status_code=status, headers={"x-own": "1"}))
    answer = ask(app, "/any")
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answer.headers["x-own"] == "1"


def test_an_answer_cannot_loosen_them() -> None:
    loose = Response(b"", headers={"content-security-policy": "default-src *"})
    answer = ask(SecurityHeaders(loose), "/")
    assert answer.headers.getlist("content-security-policy") == [HEADERS["Content-Security-Policy"]]


def test_nothing_inline_and_nothing_evaluated() -> None:
    found = rules(policy())
    assert found["default-src"] == ["'self'"]
    assert "'unsafe-eval'" not in found["script-src"]
    assert "'unsafe-inline'" not in found["script-src"]
    assert found["object-src"] == ["'none'"]
    every_source = {source for sources in found.values() for source in sources}
    assert not any("*" in source or source.startswith("http") for source in every_source)


def test_everybody_may_frame_it_unless_somebody_is_named() -> None:
    assert "frame-ancestors" not in rules(policy(""))
    named = ["'self'", "https://course.example"]
    assert rules(policy(" ".join(named)))["frame-ancestors"] == named


def test_no_older_header_forbids_a_frame() -> None:
    assert "X-Frame-Options" not in HEADERS
    assert "Cross-Origin-Opener-Policy" not in HEADERS


def test_streamlits_own_inline_script_is_known_by_its_hash() -> None:
    html = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    known = inline_hashes(html).split()
    assert len(known) == html.count("<script>")
    assert set(known) <= set(rules(policy())["script-src"])


def test_a_hash_is_of_the_exact_text() -> None:
    digest = base64.b64encode(hashlib.sha256(b"\n  a = 1\n").digest()).decode()
    assert inline_hashes("<p><script>\n  a = 1\n</script><script src='x'></script>") == (
        f"'sha256-{digest}'"
    )


def test_websockets_pass_untouched() -> None:
    seen: list[str] = []

    async def app(scope: Scope, _: Receive, send: Send) -> None:
        seen.append(scope["type"])
        await send({"type": "websocket.accept", "headers": []})

    sent: list[object] = []

    async def send(message: object) -> None:
        sent.append(message)

    loops.run(SecurityHeaders(app)({"type": "websocket"}, None, send))
    assert seen == ["websocket"]
    assert sent == [{"type": "websocket.accept", "headers": []}]
