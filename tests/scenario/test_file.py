"""A file is the scenario to the bit; every other file is refused with a kind, never repeated."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.scenario import FileError, OwnImages, Saved, Scenario, preset, read_file, write_file
from lib.scenario.file import _RENAMED as RENAMED
from lib.scenario.file import KEYS_V1, MOST_BYTES
from lib.text.file import PROBLEMS
from tests.scenario.strategies import own_images, same_bits, scenarios

EXAMPLES = Path(__file__).with_name("files_v1")
NOTES = Saved(preset("notes"))
OWN = OwnImages.of(np.random.default_rng(3).random((3, 4, 4)), [0.0, 1.0, 1.0])
FULL = write_file(Saved(preset("digit"), OWN))
PLAIN = write_file(Saved(preset("digit")))


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    """A file with something else in it."""
    values = json.loads(PLAIN)
    change(values)
    return json.dumps(values).encode()


def problem(content: bytes) -> str:
    """The kind of error that a file gets."""
    with pytest.raises(FileError) as caught:
        read_file(content)
    assert caught.value.sentence is PROBLEMS[caught.value.problem]
    return caught.value.problem


@settings(deadline=None, max_examples=60)
@given(scenarios(), st.none() | own_images())
def test_a_file_comes_back_to_the_bit(scenario: Scenario, own: OwnImages | None) -> None:
    saved = Saved(scenario, own)
    content = write_file(saved)
    assert same_bits(read_file(content), saved)
    assert write_file(read_file(content)) == content


def test_the_largest_file_can_be_read() -> None:
    rng = np.random.default_rng(0)
    largest = Saved(
        replace(preset("notes"), step=99, rate_changes=tuple((k, 1 / (k + 3)) for k in range(40))),
        OwnImages.of(rng.random((2000, 4, 4)) * 1e-300, rng.random(2000)),
    )
    content = write_file(largest)
    assert len(content) <= MOST_BYTES
    assert same_bits(read_file(content), largest)


def test_every_field_of_a_scenario_is_in_the_file() -> None:
    """A new field needs a new version of the file: this one has no place for it."""
    assert {RENAMED.get(key, key) for key in KEYS_V1} == {field.name for field in fields(Scenario)}


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_a_file_of_version_1_still_means_what_it_meant(path: Path) -> None:
    content = path.read_bytes()
    values = json.loads(content)
    saved = read_file(content)
    plain = json.loads(json.dumps(asdict(saved.scenario)))
    assert plain == {RENAMED.get(key, key): values[key] for key in KEYS_V1}
    if "own_images" in values:
        assert saved.own_images is not None
        assert json.loads(json.dumps(asdict(saved.own_images))) == values["own_images"]
    else:
        assert saved.own_images is None


def test_there_are_examples_with_and_without_images() -> None:
    seen = [json.loads(path.read_bytes()) for path in EXAMPLES.glob("*.json")]
    assert len(seen) >= 4
    assert {"own_images" in values for values in seen} == {True, False}
    assert {values["language"] for values in seen} == {"en", "zh"}


def test_another_layout_of_the_same_values_is_read() -> None:
    for indent, separators in ((2, None), (None, (",", ":")), ("\t", None)):
        content = json.dumps(json.loads(FULL), indent=indent, separators=separators)
        assert same_bits(read_file(content.encode()), read_file(FULL))
    backwards = dict(reversed(json.loads(FULL).items()))
    assert same_bits(read_file(json.dumps(backwards).encode()), read_file(FULL))


def test_a_whole_number_may_stand_for_a_float() -> None:
    """JavaScript writes 1.0 as 1."""
    content = re.sub(rb"\b(\d+)\.0\b", rb"\1", FULL)
    assert content != FULL
    assert same_bits(read_file(content), read_file(FULL))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b" " * (MOST_BYTES + 1), "size"),
        (b"\xff" * (MOST_BYTES + 1), "size"),
        (b"\xef\xbb\xbf" + FULL, "encoding"),
        (FULL.decode().encode("utf-16"), "encoding"),
        (FULL.replace(b"kernel-0-0", "kernel-０-0".encode()), "encoding"),
        (b"\x89PNG\r\n\x1a\n", "encoding"),
        (b"", "json"),
        (b"\x00", "json"),
        (b" " * MOST_BYTES, "json"),
        (FULL[:-3], "json"),
        (FULL[:200], "json"),
        (FULL + b"]", "json"),
        (FULL.replace(b'"label": 0.0', b'"label": NaN'), "json"),
        (FULL.replace(b'"label": 0.0', b'"label": Infinity'), "json"),
        (FULL.replace(b'"label": 0.0', b'"label": -Infinity'), "json"),
        (FULL.replace(b'"label": 0.0', b'"label": 0.0, "label": 0.0'), "json"),
        (FULL.replace(b'"l1": 0.0', b'"l1": 0.0, "l1": 0.0'), "json"),
        (FULL.replace(b'"label": 0.0', b'"label": ' + b"9" * 5000), "json"),
        (FULL.replace(b'"label": 0.0', b'"label": 00'), "json"),
        (FULL.replace(b'"label": 0.0', b'"label": 0x0'), "json"),
        (FULL.replace(b"\n", b" // a comment\n", 1), "json"),
        (b"[" * 2000, "json"),
        (b"[" * 100_000, "format"),
        (b'{"a":' * 100, "format"),
        (b"[" + b"0," * 50_000 + b"0]", "format"),
        (b"null", "format"),
        (b"[]", "format"),
        (b"1", "format"),
        (b'"' + b"a" * 900_000 + b'"', "format"),
        (b"{}", "format"),
        (b'{"format": "backprop-by-hand"}', "format"),
        (b'{"format": "backprop-by-hand", "version": 1}', "format"),
        (b'{"format": ["backprop-by-hand"], "version": 1}', "format"),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_what_is_no_file_of_ours_is_refused(content: bytes, kind: str) -> None:
    assert problem(content) == kind


@pytest.mark.parametrize(
    ("version", "kind"),
    [(2, "version"), (10**9, "version"), (0, "format"), (-1, "format")]
    + [(version, "format") for version in (1.0, True, "1", None, [1])],
)
def test_an_unknown_version_is_refused(version: Any, kind: str) -> None:
    assert problem(changed(lambda values: values.update(version=version))) == kind


@pytest.mark.parametrize("key", ["format", "version", *KEYS_V1])
def test_no_key_may_be_missing(key: str) -> None:
    assert problem(changed(lambda values: values.pop(key))) == "format"


def test_no_key_may_be_added() -> None:
    for key in ("", "comment", "__class__", "Image", "image "):
        assert problem(changed(lambda values, key=key: values.update({key: 0}))) == "format"


WRONG_FOR_ALL: list[Any] = [None, [], {}, [[0.0]], {"image": 0}, "<b>", [None] * 16, -1e9, 1e9]


@pytest.mark.parametrize("key", KEYS_V1)
def test_a_value_of_another_kind_is_refused(key: str) -> None:
    for bad in WRONG_FOR_ALL:
        if (key, bad) != ("rate_changes", []):
            assert problem(changed(lambda values, bad=bad: values.update({key: bad}))) == "value"


@pytest.mark.parametrize("bad", [1e400, 10**15, True, "0", None, [0.0]])
def test_a_number_of_another_kind_is_refused(bad: Any) -> None:
    for key in ("image", "kernel", "dense"):
        change: Callable[[dict[str, Any]], object] = lambda values, key=key: values[  # noqa: E731
            key
        ].__setitem__(0, bad)
        content = changed(change).replace(b"Infinity", b"1e400")
        assert problem(content) == "value"


def test_a_training_setup_has_all_its_fields_and_their_very_types() -> None:
    training = json.loads(FULL)["training"]
    for name, value in training.items():
        others: list[Any] = [None, [], {}, True, "x", [value]]
        others += [1.5, 3.0] if type(value) is int else []
        others += [1, 1.5] if type(value) is str else []
        for bad in others:
            change = {**training, name: bad}
            assert problem(changed(lambda values, c=change: values.update(training=c))) == "value"
        rest = {other: training[other] for other in training if other != name}
        assert problem(changed(lambda values, c=rest: values.update(training=c))) == "value"
    more = {**training, "more": 1}
    assert problem(changed(lambda values: values.update(training=more))) == "value"


@pytest.mark.parametrize(
    "changes",
    [
        [[0]],
        [[0, 1.0, 2.0]],
        [[0.0, 1.0]],
        [[True, 1.0]],
        [[0, True]],
        [[0, "1"]],
        [[1, 1.0]],  # a step not taken
        [[0, -1.0]],
        [0, 1.0],
        ["01"],
        [{"0": 1.0}],
        [[0, 1.0]] * 41,
    ],
    ids=lambda changes: repr(changes)[:20],
)
def test_rate_changes_are_pairs(changes: Any) -> None:
    assert problem(changed(lambda values: values.update(rate_changes=changes))) == "value"


@pytest.mark.parametrize(
    "own",
    [
        None,
        [],
        {},
        {"images": []},
        {"images": [], "labels": []},
        {"images": [[0.0] * 16], "labels": []},
        {"images": [[0.0] * 15], "labels": [0.0]},
        {"images": [[0.0] * 16], "labels": [2.0]},
        {"images": [[0.0] * 15 + [1.5]], "labels": [0.0]},
        {"images": [[0.0] * 15 + [True]], "labels": [0.0]},
        {"images": [[0.0] * 16], "labels": [0.0], "more": 1},
        {"images": "0", "labels": "0"},
    ],
    ids=lambda own: repr(own)[:24],
)
def test_own_images_are_images(own: Any) -> None:
    assert problem(changed(lambda values: values.update(own_images=own))) == "value"


def test_too_many_images_are_refused() -> None:
    for count, kind in ((2001, "value"), (2500, "format")):
        own = {"images": [[0] * 16] * count, "labels": [0] * count}
        assert problem(changed(lambda values, own=own: values.update(own_images=own))) == kind


def test_a_file_cut_anywhere_is_noticed() -> None:
    content = write_file(NOTES)
    for length in range(0, len(content) - 2, 7):
        assert problem(content[:length]) in ("json", "format")


def test_no_sentence_can_hold_anything_from_outside() -> None:
    for text in PROBLEMS.values():
        assert "{" not in text.en + text.zh
        assert text.say("en") == text.en
