"""Fuzzing links and files: a short round with the other tests, a long one by ``make fuzz``.

Whatever comes in, out comes a scenario that writes itself back, or our own error; never anything
else. Each mutation starts from a committed example, so that it goes deep before it fails.
"""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.scenario import FileError, LinkError, decode, encode, read_file, write_file
from lib.scenario.file import PROBLEMS
from scripts.make_malformed import INJECTIONS, link_of
from tests.scenario.strategies import same_bits

HERE = Path(__file__).parent
LINKS = [example["link"] for example in json.loads((HERE / "links_v1.json").read_text("utf-8"))]
FILES = [path.read_bytes() for path in sorted((HERE / "files_v1").glob("*.json"))]

fuzzed = settings(
    max_examples=int(os.environ.get("FUZZ_EXAMPLES", "150")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)

anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from([*INJECTIONS, "kernel-0-0", "en", "digits", 0, 1, 3, -0.0, 1e308, 10**400])
    | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=20) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=40,
)


def check_link(text: str) -> None:
    """A link is read to something that writes itself back, or refused."""
    try:
        scenario = decode(text)
    except LinkError:
        return
    assert same_bits(decode(encode(scenario)), scenario)


def check_file(content: bytes) -> None:
    """A file is read to something that writes itself back, or refused with a sentence."""
    try:
        saved = read_file(content)
    except FileError as caught:
        error = caught
    else:
        assert same_bits(read_file(write_file(saved)), saved)
        return
    assert error.sentence is PROBLEMS[error.problem]


def mutated(draw: st.DrawFn, content: bytes) -> bytes:
    """A few bytes changed, put in, cut out, doubled or moved."""
    data = bytearray(content)
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 12))
        new = draw(st.binary(max_size=12) | st.just(bytes(data[place : place + length])))
        data[place : place + draw(st.integers(0, 12))] = new
    return bytes(data)


@st.composite
def mutated_bodies(draw: st.DrawFn) -> bytes:
    link = draw(st.sampled_from(LINKS))
    return mutated(draw, base64.urlsafe_b64decode(link + "==")[:-4])


@st.composite
def mutated_texts(draw: st.DrawFn) -> str:
    link = draw(st.sampled_from(LINKS)).encode()
    return mutated(draw, link).decode("latin-1")


@st.composite
def mutated_files(draw: st.DrawFn) -> bytes:
    return mutated(draw, draw(st.sampled_from(FILES)))


@st.composite
def files_with_another_value(draw: st.DrawFn) -> bytes:
    """The right keys, with anything at all at one or two places inside."""
    values: Any = json.loads(draw(st.sampled_from(FILES)))
    for _ in range(draw(st.integers(1, 2))):
        holder, key = values, draw(st.sampled_from(sorted(values)))
        while isinstance(holder[key], dict | list) and holder[key] and draw(st.booleans()):
            holder = holder[key]
            keys = sorted(holder) if isinstance(holder, dict) else range(len(holder))
            key = draw(st.sampled_from(list(keys)))
        holder[key] = draw(anything)
    return json.dumps(values, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")


@fuzzed
@given(st.text() | mutated_texts())
def test_any_text_as_a_link(text: str) -> None:
    check_link(text)


@fuzzed
@given(st.binary(max_size=300) | mutated_bodies())
def test_any_bytes_with_a_right_check_sum_as_a_link(body: bytes) -> None:
    check_link(link_of(body))


@fuzzed
@given(st.binary() | mutated_files())
def test_any_bytes_as_a_file(content: bytes) -> None:
    check_file(content)


@fuzzed
@given(files_with_another_value())
def test_any_value_in_a_file(content: bytes) -> None:
    check_file(content)


@fuzzed
@given(anything)
def test_any_json_as_a_file(value: Any) -> None:
    check_file(json.dumps(value).encode())
    if isinstance(value, dict):
        check_file(json.dumps({"format": "backprop-by-hand", "version": 1, **value}).encode())
