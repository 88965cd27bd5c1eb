"""Fuzzing links and files: a short round with the other tests, a long one by ``make fuzz``.

Whatever comes in, out comes a scenario that writes itself back, or our own error; never anything
else. A mutation starts from a committed example, so that it goes deep before it fails.
"""

from __future__ import annotations

import json
import os
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.scenario import FileError, LinkError, Saved, decode, encode, read_file, write_file
from tests.scenario.hostile import (
    INJECTIONS,
    V1_FILES,
    V1_LINKS,
    V2_FILES,
    V2_LINKS,
    forged,
    sealed,
    unsealed,
)
from tests.scenario.strategies import same_bits

LINKS = [example["link"] for example in (*V1_LINKS, *V2_LINKS)]
FILES = [path.read_bytes() for path in (*V1_FILES, *V2_FILES)]

fuzzed = settings(
    max_examples=int(os.environ.get("FUZZ_EXAMPLES", "100")),
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


def check_file(content: bytes) -> Saved | None:
    """A file is read to something that writes itself back, or refused."""
    try:
        saved = read_file(content)
    except FileError:
        return None
    assert same_bits(read_file(write_file(saved)), saved)
    return saved


def keeps(given: Any, written: Any) -> bool:
    """Whether a file that was read and written again says what it said, and of the same type."""
    if isinstance(given, dict):
        return all(keeps(value, written.get(key)) for key, value in given.items())
    if isinstance(given, list):
        one, other = _flat(given), _flat(written)
        return len(one) == len(other) and all(map(keeps, one, other))
    return given == written and isinstance(given, bool) == isinstance(written, bool)


def _flat(values: list[Any]) -> list[Any]:
    return [x for v in values for x in (_flat(v) if isinstance(v, list) else [v])]


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
def mutated_links(draw: st.DrawFn) -> str:
    """A link with a right check sum, and something wrong under it."""
    link = draw(st.sampled_from(LINKS))
    sign = "2" if link.startswith("2") else ""
    return sign + sealed(mutated(draw, unsealed(link.removeprefix(sign))))


@st.composite
def mutated_texts(draw: st.DrawFn) -> str:
    return mutated(draw, draw(st.sampled_from(LINKS)).encode()).decode("latin-1")


@st.composite
def mutated_files(draw: st.DrawFn) -> bytes:
    return mutated(draw, draw(st.sampled_from(FILES)))


@st.composite
def with_another_value(draw: st.DrawFn) -> dict[str, Any]:
    """The right keys, with anything at all at one or two places inside."""
    values: Any = json.loads(draw(st.sampled_from(FILES[-len(V2_FILES) :])))
    for _ in range(draw(st.integers(1, 2))):
        holder, key = values, draw(st.sampled_from(sorted(values)))
        while isinstance(holder[key], dict | list) and holder[key] and draw(st.booleans()):
            holder = holder[key]
            keys = sorted(holder) if isinstance(holder, dict) else range(len(holder))
            key = draw(st.sampled_from(list(keys)))
        holder[key] = draw(anything)
    return values


@fuzzed
@given(st.text() | mutated_texts() | mutated_links() | st.binary(max_size=300).map(forged))
def test_any_text_as_a_link(text: str) -> None:
    check_link(text)


@fuzzed
@given(st.binary() | mutated_files())
def test_any_bytes_as_a_file(content: bytes) -> None:
    check_file(content)


@fuzzed
@given(with_another_value())
def test_any_value_in_a_file_or_a_link(values: dict[str, Any]) -> None:
    text = json.dumps(values)
    saved = check_file(text.encode("utf-8", "surrogatepass"))
    if saved is not None and not values["rate_changes"]:  # of two at one step the last one stays
        assert keeps(values, json.loads(write_file(saved)))
    without = {key: value for key, value in values.items() if key not in ("version", "own_images")}
    check_link(forged(json.dumps(without).encode()))


@fuzzed
@given(anything)
def test_any_json_as_a_file_or_a_link(value: Any) -> None:
    check_file(json.dumps(value).encode())
    check_link(forged(json.dumps(value).encode()))
    if isinstance(value, dict):
        check_file(json.dumps({"version": 2, **value}).encode())
