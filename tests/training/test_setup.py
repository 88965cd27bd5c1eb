"""A set-up is checked when it is made, and its errors say what they wanted."""

from dataclasses import asdict, fields
from typing import Any

import pytest

from lib.training import CHOICES, RANGES, TrainingSetup


def test_every_field_is_a_number_with_a_range_or_a_word_with_choices() -> None:
    names = {field.name for field in fields(TrainingSetup)}
    assert names == {*RANGES, *CHOICES, "given", "architecture", "numbers"}
    for name, value in asdict(TrainingSetup()).items():
        assert type(value) in (int, float, str) or name in ("given", "architecture", "numbers")


@pytest.mark.parametrize("name", sorted(RANGES))
def test_both_ends_are_allowed_and_nothing_beyond(name: str) -> None:
    other = {"first_digit": {"second_digit": 5}, "second_digit": {"first_digit": 5}}.get(name, {})
    low, high = RANGES[name]
    for end in (low, high):
        assert getattr(TrainingSetup(**{**other, name: end}), name) == end
    for beyond in (low - 1e-9 - (type(getattr(TrainingSetup(), name)) is int), high * 2 + 1):
        with pytest.raises(ValueError, match=rf"{name}: got .*, wanted a .*number from"):
            TrainingSetup(**{**other, name: beyond})


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "3", None, True, 10**400, [1]])
@pytest.mark.parametrize("name", ["learning_rate", "batch_size", "initial_seed"])
def test_what_is_no_number_is_refused(name: str, value: Any) -> None:
    with pytest.raises(ValueError, match=f"{name}: got"):
        TrainingSetup(**{name: value})


@pytest.mark.parametrize("name", sorted(CHOICES))
def test_an_unknown_word_is_refused(name: str) -> None:
    for value in ("unknown", 3, None, ["digits"]):
        with pytest.raises(ValueError, match=f"{name}: got .*, wanted one of {CHOICES[name][0]}"):
            TrainingSetup(**{name: value})


def test_a_whole_number_stays_whole() -> None:
    setup = TrainingSetup(batch_size=8.0, learning_rate=1)
    assert type(setup.batch_size) is int
    assert type(setup.learning_rate) is float
    with pytest.raises(ValueError, match=r"batch_size: got 8\.5, wanted a whole number"):
        TrainingSetup(batch_size=8.5)


def test_one_digit_is_no_pair() -> None:
    with pytest.raises(ValueError, match="second_digit: got 4 twice"):
        TrainingSetup(first_digit=4, second_digit=4)
