"""A file is the scenario to the bit, a hand can write one, and an error says where and what."""

from __future__ import annotations

import json
import re
import tracemalloc
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.scenario import (
    MOST_EXAMPLES,
    FileError,
    OwnImages,
    Saved,
    Scenario,
    decode,
    preset,
    read_file,
    write_file,
)
from lib.scenario.file import MOST_BYTES
from lib.text.file import PROBLEMS
from tests.scenario.hostile import FILES, INJECTIONS, V2_FILES, V2_LINKS
from tests.scenario.strategies import own_images, same_bits, scenarios

NOTES = Saved(preset("notes"))
OWN = OwnImages.of(np.random.default_rng(3).random((3, 4, 4)), [0.0, 1.0, 1.0])
FULL = write_file(Saved(preset("digit"), OWN))


def written(**values: Any) -> bytes:
    """A file by a hand: these keys and no others."""
    return json.dumps({"version": 2, **values}, ensure_ascii=False).encode()


def told(content: bytes) -> tuple[str, str]:
    """The kind of error that a file gets, and what is said of it in English."""
    with pytest.raises(FileError) as caught:
        read_file(content)
    return caught.value.problem, caught.value.sentence.en


@settings(max_examples=40)
@given(scenarios(), st.none() | own_images())
def test_a_file_comes_back_to_the_bit(scenario: Scenario, own: OwnImages | None) -> None:
    named = replace(preset("digit"), name="Übung 1 (练习)", seed=7)
    saved = Saved(scenario, own, (named, replace(named, name="2")) if own else ())
    content = write_file(saved)
    assert same_bits(read_file(content), saved)
    assert write_file(read_file(content)) == content


def test_the_largest_file_can_be_read() -> None:
    rng = np.random.default_rng(0)
    changes = tuple((k, 1 / (k + 3)) for k in range(40))
    largest = Saved(
        replace(preset("notes"), step=99, rate_changes=changes),
        OwnImages.of(rng.random((2000, 4, 4)) * 1e-300, rng.random(2000)),
        tuple(
            replace(preset("notes").with_numbers(rng.random(30) / 1e9), name=f"{k:练>60}")
            for k in range(MOST_EXAMPLES)
        ),
    )
    content = write_file(largest)
    assert len(content) <= MOST_BYTES
    assert same_bits(read_file(content), largest)


def test_a_file_is_laid_out_for_the_eye() -> None:
    lines = FULL.decode().splitlines()
    assert lines[:4] == ["{", '  "version": 2,', '  "name": "",', '  "image": [']
    assert lines[4] == "    [0, 0.72, 0.55, 0.08],"
    assert '  "dense": [2, 1, -1, 1.5],' in lines
    assert '    "optimiser": "descent",' in lines
    assert sum(line.startswith("      [[") for line in lines) == 3


@pytest.mark.parametrize("path", V2_FILES, ids=lambda path: path.stem)
def test_a_file_of_version_2_means_what_it_meant(path: Any) -> None:
    values = json.loads(path.read_bytes())
    now = json.loads(write_file(read_file(path.read_bytes())))
    for key, value in values.items():
        assert (now[key].items() >= value.items()) if isinstance(value, dict) else now[key] == value


def test_a_file_and_a_link_are_one_format() -> None:
    (path,) = (path for path in V2_FILES if path.stem == "all_changed")
    (link,) = (example["link"] for example in V2_LINKS if example["what"] == "all changed")
    assert same_bits(read_file(path.read_bytes()).scenario, decode(link))


@pytest.mark.parametrize(
    ("content", "same"),
    [
        (b'{"version": 2}', NOTES.scenario),
        (written(kernel=[[1, 2, 3], [4, 5, 6], [7, 8, 9]]), Scenario(kernel=tuple(range(1, 10)))),
        (written(kernel=[1, 2, 3, 4, 5, 6, 7, 8, 9]), Scenario(kernel=tuple(range(1, 10)))),
        (written(label=0, name="练习 3"), Scenario(label=0.0, name="练习 3")),
        (
            written(training={"optimiser": "adam"}),
            Scenario(training=replace(Scenario().training, optimiser="adam")),
        ),
    ],
)
def test_what_is_left_out_is_at_its_default(content: bytes, same: Scenario) -> None:
    assert same_bits(read_file(content).scenario, same)


@pytest.mark.parametrize("minus", ["-", "−", "–", "－"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_an_editor_may_change_minus_and_encoding(minus: str, encoding: str) -> None:
    text = '{"version": 2, "name": "a − b – c", "dense": [@1, 2, @0.5, 1e@3], "label": 0}'
    saved = read_file(text.replace("@", minus).encode(encoding))
    assert saved.scenario.dense == (-1.0, 2.0, -0.5, 0.001)
    assert saved.scenario.name == "a − b – c"


def test_another_layout_of_the_same_values_is_read() -> None:
    for indent, separators in ((2, None), (None, (",", ":")), ("\t", None)):
        content = json.dumps(json.loads(FULL), indent=indent, separators=separators)
        assert same_bits(read_file(content.encode()), read_file(FULL))
    backwards = dict(reversed(json.loads(FULL).items()))
    assert same_bits(read_file(json.dumps(backwards).encode()), read_file(FULL))


KERNEL = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]


@pytest.mark.parametrize(
    ("values", "place", "wanted"),
    [
        ({"kernel": [*KERNEL[:2], [7, 8, "9"]]}, "kernel[2][2]", "a number from −1000 to 1000"),
        ({"kernel": [*KERNEL[:2], [7, 8, True]]}, "kernel[2][2]", "a number from −1000 to 1000"),
        ({"kernel": [*KERNEL[:2], [7, 8]]}, "kernel[2]", "a list of 3 values"),
        ({"kernel": KERNEL[:2]}, "kernel", "3 rows of 3 values"),
        ({"kernel": [1] * 8 + [None]}, "kernel[8]", "a number from −1000 to 1000"),
        ({"dense": {"0": 1}}, "dense", "a list of 4 values"),
        ({"dense": [1, 2, 3, 1e4]}, "dense[3]", "a number from −1000 to 1000"),
        ({"dense": [1, 2, 3, float("nan")]}, "dense[3]", "a number from −1000 to 1000"),
        ({"label": float("inf")}, "label", "a number from 0 to 1"),
        ({"step": 1.0}, "step", "a whole number from 0 to 1000000"),
        ({"seed": "4711"}, "seed", "a whole number from 0 to 999999, or null"),
        ({"look": "Code"}, "look", 'one of `"unpack"`, `"shortcut"`'),
        ({"variable": "kernel-3-0"}, "variable", 'one of `"kernel-0-0"`, `"kernel-0-1"`, …'),
        ({"print_all": 1}, "print_all", "one of `false`, `true`"),
        ({"examples": [{}]}, "examples[0].name", "a name that no other example has"),
        ({"examples": [{"name": "a"}] * 2}, "examples[1].name", "a name that no other example has"),
        ({"examples": [{"name": "a", "step": 1}]}, "examples[0].step", "left out"),
        ({"examples": [{"name": "a", "dense": [1]}]}, "examples[0].dense", "a list of 4 values"),
        ({"name": "a" * 61}, "name", "at most 60 letters"),
        ({"training": []}, "training", "an object"),
        ({"training": {"learning_rate": -1}}, "training.learning_rate", "a number from 0 to"),
        ({"training": {"optimizer": "adam"}}, "training.optimizer", "left out"),
        ({"training": {"first_digit": 1}}, "training", "an object whose values go together"),
        ({"rate_changes": [[1, 0.5]]}, "rate_changes", "a list whose steps"),
        ({"rate_changes": [[0, 0.5, 1]]}, "rate_changes[0]", "a pair: a whole number"),
        ({"rate_changes": [[0.5, 1]]}, "rate_changes[0][0]", "a whole number"),
        ({"comparison": {"steps": 0}}, "comparison.steps", "a whole number from 1 to 5000"),
        ({"comparison": {"optimisers": ["adam"] * 2}}, "comparison.optimisers", "a list of 0 to 5"),
        ({"own_images": {"images": [[0] * 16], "labels": []}}, "own_images.labels", "as many"),
        ({"own_images": {"images": [[2] * 16], "labels": [0]}}, "own_images.images[0][0]", "a num"),
        ({"own_images": 1}, "own_images", "an object"),
        ({"own_images": {"classes": 1}}, "own_images.classes", "left out"),
        ({"format": "backprop-by-hand"}, "format", "left out"),
        ({"__class__": 1}, "__class__", "left out"),
    ],
)
def test_an_error_says_where_and_what(values: dict[str, Any], place: str, wanted: str) -> None:
    problem, sentence = told(written(**values))
    assert problem == "value"
    assert f"`{place}` has to be {wanted}" in sentence


@pytest.mark.parametrize("key", ["label", "image", "training", "version"])
def test_no_key_may_be_there_twice(key: str) -> None:
    once = json.loads(FULL)
    twice = FULL.replace(b'"name"', f'"{key}": {json.dumps(once[key])}, "name"'.encode())
    problem, sentence = told(twice)
    assert problem == "value"
    assert f"`{key}` has to be there once only" in sentence


@pytest.mark.parametrize("text", INJECTIONS, ids=ascii)
def test_nothing_of_a_stranger_is_repeated(text: str) -> None:
    for values in ({text: 1}, {"name": text}, {"training": {text: 1}}, {"dense": [text] * 4}):
        assert text not in told(written(**values))[1]
    pair = json.dumps(text).encode() + b": 1"
    assert text not in told(b'{"version": 2, ' + pair + b", " + pair + b"}")[1]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b" " * (MOST_BYTES + 1), "size"),
        (b"\x89PNG\r\n\x1a\n", "encoding"),
        (FULL.decode().encode("utf-16-be"), "json"),
        (b"", "json"),
        (FULL[:-3], "json"),
        (FULL + b"]", "json"),
        (FULL.replace(b'"label": 0', b'"label": 00'), "json"),
        (FULL.replace(b"\n", b" // a comment\n", 1), "json"),
        (b"[" * 2000, "format"),
        (b"[" * 100_000, "format"),
        (b"[" + b"0," * 50_000 + b"0]", "format"),
        (b'{"version": 2, "step": ' + b"9" * 5000 + b"}", "format"),
        (b"[]", "format"),
        (b'{"kernel": []}', "format"),
        *(
            (f'{{"version": {version}}}'.encode(), "format")
            for version in (0, -1, "true", '"2"', "2.0")
        ),
        *((f'{{"version": {version}}}'.encode(), "version") for version in (3, 10**9)),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_what_is_no_file_of_ours_is_refused(content: bytes, problem: str) -> None:
    assert told(content)[0] == problem


def test_the_place_of_an_error_in_the_text_is_told() -> None:
    content = b'{"version": 2,\n "label": 0,\n "dense": [1, 2, 3, 4,]}'
    assert "line 3, column" in told(content)[1]


@pytest.mark.parametrize("content", FILES, ids=lambda content: repr(content[:16]))
def test_what_is_no_file_is_refused_at_little_cost(content: bytes) -> None:
    tracemalloc.start()
    try:
        problem, sentence = told(content)
        assert tracemalloc.get_traced_memory()[1] <= 20 * MOST_BYTES
    finally:
        tracemalloc.stop()
    pattern = re.escape(PROBLEMS[problem].en)
    assert re.fullmatch(re.sub(r"\\\{\w+\\\}", ".{1,150}", pattern), sentence)


def test_a_file_cut_anywhere_is_noticed() -> None:
    content = write_file(NOTES)
    for length in range(0, len(content) - 2, 7):
        assert told(content[:length])[0] == "json"
