"""Answers a hand on a slider: the numbers of the parts that the page shows, without a session.

``POST /_backprop/numbers`` with ``{"link", "key", "values", "parts"}``: the link to the scenario
before the move, whose sliders moved to what, and the names of the parts. The answer is
``{"link", "parts"}`` after the move. It depends on nothing else, so any server may give it; the
session takes the move when the hand rests.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from lib.scenario import LinkError, decode, encode
from lib.ui.follow.part import Part
from lib.ui.follow.snapshot import Snapshot
from lib.ui.state.move import NAMES, applied_to, finite

PATH = "_backprop/numbers"
"""From the root of the server."""
LARGEST_QUESTION = 16_384
_HEADERS = {"cache-control": "no-store"}


class QuestionError(Exception):
    """What was asked is no question of ours."""


class LiveNumbers:
    """Answers the questions of our own sliders about these parts, by their keys."""

    def __init__(self, app: ASGIApp, parts: Mapping[str, Part]) -> None:
        self.app, self.parts = app, parts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].endswith(f"/{PATH}"):
            await self.app(scope, receive, send)
            return
        response = await _respond(Request(scope, receive), self.parts)
        await response(scope, receive, send)


async def _respond(request: Request, parts: Mapping[str, Part]) -> Response:
    if request.method != "POST":
        return Response(status_code=405, headers=_HEADERS | {"allow": "POST"})
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST_QUESTION:
            return Response(status_code=413, headers=_HEADERS)
    try:
        text = await run_in_threadpool(answer, bytes(body), parts)
    except QuestionError:
        return Response(status_code=400, headers=_HEADERS)
    return Response(text, media_type="application/json", headers=_HEADERS)


def answer(question: bytes, parts: Mapping[str, Part]) -> bytes:
    """The answer to a question, both as JSON. Trusts nothing in the question.

    Raises:
        QuestionError: not a question of ours, or a move that no scenario allows.
    """
    try:
        asked: Any = json.loads(question)
        if not isinstance(asked, dict):
            raise QuestionError
        link, key, names = asked.get("link"), asked.get("key"), asked.get("parts")
        values = finite(asked.get("values"))
        if not isinstance(link, str) or not isinstance(key, str) or values is None:
            raise QuestionError
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise QuestionError
        now = Snapshot(applied_to(decode(link), NAMES[key], values))
    except (LinkError, ValueError, KeyError, RecursionError) as error:
        raise QuestionError from error
    shown = {name: part.build(now) for name, part in parts.items() if name in names}
    return json.dumps({"link": encode(now.scenario), "parts": shown}).encode()
