"""A training set-up as bytes: every field has a place, and defaults cost nothing."""

from __future__ import annotations

import struct
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings

from lib.scenario import preset
from lib.scenario.training import CHOICES_V1, DEFAULTS_V1, read_training, write_training
from lib.training import CHOICES, RANGES, TrainingSetup
from tests.scenario.strategies import WHOLE, same_bits, setups

START = preset("notes").training


@settings(deadline=None, max_examples=200)
@given(setups())
def test_a_setup_comes_back_to_the_bit(setup: TrainingSetup) -> None:
    assert same_bits(read_training(write_training(setup)), setup)


def test_every_field_has_a_place() -> None:
    """A new field of a set-up needs a new version of the link: this one has no place for it."""
    assert set(DEFAULTS_V1) == {field.name for field in fields(TrainingSetup)}
    assert set(CHOICES_V1) == set(CHOICES)
    for name, words in CHOICES.items():
        assert set(words) <= set(CHOICES_V1[name])
    for name in RANGES:
        assert isinstance(DEFAULTS_V1[name], int) == (name in WHOLE)
        assert not isinstance(DEFAULTS_V1[name], int) or RANGES[name].highest < 2**32


def test_the_first_run_costs_nothing() -> None:
    assert write_training(START) == b""
    assert read_training(b"") == START


@pytest.mark.parametrize("name", [*RANGES, *CHOICES])
def test_a_field_stands_at_its_own_place(name: str) -> None:
    ends: tuple[Any, ...] = CHOICES[name] if name in CHOICES else RANGES[name]
    kind: Any = int if name in WHOLE else (lambda value: value)
    other = {"first_digit": {"second_digit": 5}, "second_digit": {"first_digit": 5}}.get(name, {})
    for end in ends:
        setup = replace(START, **{**other, name: kind(end)})
        assert getattr(read_training(write_training(setup)), name) == end
    written = write_training(replace(START, **{**other, name: kind(ends[-1])}))
    assert list(DEFAULTS_V1).index(name) in written


def _field(name: str, rest: bytes) -> bytes:
    return bytes([list(DEFAULTS_V1).index(name)]) + rest


@pytest.mark.parametrize(
    "body",
    [
        bytes([len(DEFAULTS_V1)]),
        bytes([255]) * 9,
        _field("data", b""),
        _field("data", bytes([7])),
        _field("optimiser", bytes([5])),
        _field("learning_rate", b"\x00" * 7),
        _field("learning_rate", struct.pack(">d", float("nan"))),
        _field("learning_rate", struct.pack(">d", -1.0)),
        _field("learning_rate", struct.pack(">d", 1e7)),
        _field("train_share", struct.pack(">d", 0.0)),
        _field("first_digit", struct.pack(">I", 1)),  # the second digit is 1
        _field("first_digit", struct.pack(">I", 10)),
        _field("initial_seed", struct.pack(">I", 2**31)),
        _field("stop_steps", struct.pack(">I", 1_000_001)),
        _field("stop_steps", b"\x00\x00"),
        _field("batch_seed", struct.pack(">I", 1)) + _field("batch_size", struct.pack(">I", 1)),
        _field("batch_size", struct.pack(">I", 1)) * 2,
    ],
    ids=lambda body: body.hex(),
)
def test_other_bytes_are_refused(body: bytes) -> None:
    with pytest.raises((ValueError, IndexError, struct.error)):
        read_training(body)
