"""A question of the sliders is answered as a run of the page would, and no other is answered."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.types import ASGIApp, Message

from lib.practice import Instance, exercises, line_values
from lib.scenario import Practice, Scenario, decode, encode, preset, randomised
from lib.ui.follow.answer import LARGEST_QUESTION, PATH, QuestionError, answer
from lib.ui.follow.snapshot import Snapshot
from lib.ui.frame.pages import PARTS
from lib.ui.server import LiveNumbers
from lib.ui.state.move import NAMES
from tests import loops
from tests.pages.app import replace
from tests.scenario.hostile import LINKS
from tests.scenario.strategies import scenarios

NOTES = preset("notes")
GOOD: dict[str, Any] = {
    "link": encode(NOTES),
    "key": "panel",
    "values": list(randomised(NOTES, 3).numbers),
    "parts": list(PARTS),
}


def post(body: bytes, method: str = "POST", path: str = f"/{PATH}") -> tuple[int, dict[str, str]]:
    """The status and headers of the answer to a body, sent in pieces."""
    pieces = [body[at : at + 1000] for at in range(0, len(body), 1000)] or [b""]
    sent: list[Message] = []

    async def receive() -> Message:
        piece = pieces.pop(0) if pieces else b""
        return {"type": "http.request", "body": piece, "more_body": bool(pieces)}

    async def send(message: Message) -> None:
        sent.append(message)

    app: ASGIApp = LiveNumbers(Starlette(), PARTS)
    scope = {"type": "http", "method": method, "path": path, "query_string": b"", "headers": []}
    loops.run(app(scope, receive, send))
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers


@settings(max_examples=25)
@given(before=scenarios(), after=scenarios())
def test_the_answer_is_what_a_run_would_show(before: Scenario, after: Scenario) -> None:
    before, after = before.with_network(None), after.with_network(None)
    asked = GOOD | {"link": encode(before), "values": list(after.numbers)}
    told = json.loads(answer(json.dumps(asked).encode(), PARTS))
    moved = before.with_numbers(after.numbers)
    assert decode(told["link"]) == moved
    now = Snapshot(moved)
    assert told["parts"] == json.loads(
        json.dumps({key: part.build(now) for key, part in PARTS.items()})
    )


@pytest.mark.parametrize("name", [name for name in NAMES.values() if name != "numbers"])
def test_each_slider_of_a_lesson_moves_its_own_number(name: str) -> None:
    asked = GOOD | {"key": f"slider-{name}", "values": [0.5 if name != "probe_epsilon" else -3]}
    asked["parts"] = ["loss_numbers"]
    told = json.loads(answer(json.dumps(asked).encode(), PARTS))
    moved = replace(NOTES, **{name: float(asked["values"][0])})
    assert decode(told["link"]) == moved
    assert told["parts"] == {"loss_numbers": PARTS["loss_numbers"].build(Snapshot(moved))}


HOSTILE: list[Any] = [
    None,
    [],
    "x",
    {},
    *({part: GOOD[part] for part in GOOD if part != left_out} for left_out in GOOD),
    *(GOOD | {"link": bad} for bad in (None, 1, "", "AQ", "x" * 4000, ["a"])),
    *(GOOD | {"key": bad} for bad in (None, 1, "", "numbers", "slider-step", ["panel"])),
    *(GOOD | {"values": bad} for bad in (None, 1, "1", [], [0.0] * 29, [0.0] * 31, {"0": 1})),
    *(GOOD | {"values": [bad] * 30} for bad in (None, True, "0", math.nan, math.inf, 1000.5, [1])),
    *(GOOD | {"parts": bad} for bad in (None, "loss_numbers", [1], [["lines"]], {"lines": 1})),
    GOOD | {"key": "slider-label", "values": [1.5]},
    GOOD | {"key": "slider-label", "values": [0.5, 0.5]},
]


@pytest.mark.parametrize("asked", HOSTILE, ids=lambda asked: repr(asked)[:40])
def test_no_question_of_ours_is_refused(asked: Any) -> None:
    status, headers = post(json.dumps(asked).encode())
    assert status == 400
    assert headers["cache-control"] == "no-store"


@settings(max_examples=200)
@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_anything_at_all_is_refused_or_answered(body: bytes) -> None:
    with pytest.raises(QuestionError):
        answer(body, PARTS)


def test_every_malformed_link_is_refused() -> None:
    for link in LINKS:
        with pytest.raises(QuestionError):
            answer(json.dumps(GOOD | {"link": link}).encode(), PARTS)


def test_deep_nesting_and_large_bodies_cost_nothing() -> None:
    assert post(b"[" * (LARGEST_QUESTION - 1))[0] == 400
    assert post(b"[" * (LARGEST_QUESTION + 1))[0] == 413
    assert post(b"x" * 2**20)[0] == 413


def test_unknown_parts_are_left_out() -> None:
    asked = GOOD | {"parts": ["panel", "address", "nothing", "<b>", "end"]}
    assert list(json.loads(answer(json.dumps(asked).encode(), PARTS))["parts"]) == ["end"]


def test_only_a_post_to_its_own_path_is_answered() -> None:
    body = json.dumps(GOOD).encode()
    assert post(body)[0] == 200
    assert post(body, path=f"/under/a/path/{PATH}")[0] == 200
    status, headers = post(body, method="GET")
    assert (status, headers["allow"]) == (405, "POST")
    assert post(body, path="/_backprop/else")[0] == 404


def test_nothing_of_an_exercise_is_told_before_its_answer() -> None:
    for exercise in exercises()[:3]:
        variable = exercise.variables[0]
        item = Instance.of_seed(exercise.seed).item(variable)
        practice = Practice(seed=exercise.seed, variable=variable.key, by_line=True)
        asking = replace(NOTES, practice=practice)
        asked = GOOD | {"link": encode(asking), "values": list(NOTES.numbers)}
        told = json.loads(answer(json.dumps(asked).encode(), PARTS))
        plain = json.loads(answer(json.dumps(asked | {"link": encode(NOTES)}).encode(), PARTS))
        assert told["parts"] == plain["parts"], "no part knows of the exercise"
        assert decode(told["link"]) == asking, "and the link tells what it was asked with"
        for value in (item.right, *line_values(item).values()):
            assert f"{abs(value):.5g}" not in json.dumps(told)
