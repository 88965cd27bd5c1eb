"""Every kind takes what it says, to both ends, and refuses everything else with its place."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.scenario.comparison import Comparison
from lib.scenario.kinds import Choice, Code, FieldError, Kind, Name, Number, NumberText, OrNull
from lib.scenario.lists import Grid, List, Pair
from lib.scenario.own import OwnImages
from lib.scenario.record import Record, holds, kinds_of, settle
from lib.scenario.value import TRAINING, Scenario
from tests.scenario.strategies import held, same_bits

SHARE, SEED = Number(0, 1), Number(0, 9, whole=True)
WRONG: list[Any] = [math.nan, math.inf, -math.inf, 10**400, True, "1", None, 1j, [1.0], {}, b"1"]


def inside(name: str, kind: Kind) -> list[tuple[str, Kind]]:
    """A kind, and all that it is made of."""
    parts = [getattr(kind, part, None) for part in ("kind", "first", "second")]
    if isinstance(kind, Record):
        return [(name, kind), *(p for n, k in kind.kinds.items() for p in inside(f"{name}.{n}", k))]
    return [(name, kind), *(pair for part in parts if part for pair in inside(name, part))]


ALL = [
    pair
    for record in (Scenario, OwnImages)
    for name, kind in kinds_of(record).items()
    for pair in inside(name, kind)
]
NUMBERS = [(name, kind) for name, kind in ALL if isinstance(kind, Number)]


@pytest.mark.parametrize(
    ("name", "kind"), NUMBERS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_number_of_a_scenario_ends_where_it_says(name: str, kind: Number) -> None:
    for end in (kind.low, kind.high):
        end = int(end) if kind.whole else end
        assert kind.read(end) == end, name
    beyond: list[float] = [np.nextafter(kind.low, -math.inf), np.nextafter(kind.high, math.inf)]
    if kind.whole:
        beyond = [int(kind.low) - 1, int(kind.high) + 1, float(kind.low)]
    for bad in (*beyond, *WRONG):
        with pytest.raises(FieldError, match="wanted a"):
            kind.read(bad)


@pytest.mark.parametrize(
    ("name", "kind"), ALL, ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_a_kind_wants_is_said_in_both_languages(name: str, kind: Kind) -> None:
    assert kind.wanted.en, name
    assert kind.wanted.zh != kind.wanted.en
    assert "{" not in kind.wanted.en + kind.wanted.zh


KINDS: list[Kind] = [
    SHARE,
    SEED,
    Choice(("a", 1, False)),
    Name(5),
    NumberText(),
    Code(3, "abc"),
    OrNull(SEED),
    List(SHARE, 0, 3),
    Pair(SEED, SHARE),
    Grid(2, 3, Number(-9, 9)),
    Record(Comparison),
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: type(kind).__name__)
@settings(max_examples=30)
@given(st.data())
def test_what_is_written_is_read_and_what_is_read_stays(kind: Kind, data: st.DataObject) -> None:
    value = data.draw(held(kind))
    assert same_bits(kind.read(value), value)
    assert same_bits(kind.read(json.loads(json.dumps(kind.write(value)))), value)


@pytest.mark.parametrize(
    ("kind", "bad"),
    [
        *((Choice(("a", 1, False)), bad) for bad in ("b", 1.0, True, 0, None, ["a"], "A", "")),
        *((Name(5), bad) for bad in ("abcdef", "a\n", "\t", "<b>", "`a`", "a_b", "*a*", "$x$")),
        *(
            (Name(5), bad)
            for bad in ("[a]", "a|b", "\u202ea", "\u200b", "\ud800", "{a}", "#", None, 1)
        ),
        *((NumberText(), bad) for bad in ("a", "1 2", "1,234", "<b>", "0" * 61, "nan", 1, None)),
        *((Code(3, "abc"), bad) for bad in ("ab", "abca", "abd", "AB1", "", ["a", "b", "c"], None)),
        *((OrNull(SEED), bad) for bad in (10, 1.0, "", False)),
        *((List(SHARE, 1, 2), bad) for bad in ((), (0, 0, 0), "01", {0: 1}, None, 1, np.zeros(2))),
        (List(SHARE, 0, 2, once=True), (1, 1.0)),
        *((Pair(SEED, SHARE), bad) for bad in ((), (1,), (1, 1, 1), (1.0, 1), "11", None)),
        *(
            (Grid(2, 2, SHARE), bad)
            for bad in ((0, 0, 0), [[0, 0]], [[0], [0, 0]], [0, [0, 0]], "0000")
        ),
        *((Grid(2, 2, SHARE), bad) for bad in ([[0, 0], [0, 2]], [0, 0, 0, "0"], None, {})),
        *((Record(Comparison), bad) for bad in (None, [], "x", {"step": 1}, {"steps": 0}, {"": 1})),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Kind) else repr(value)[:40],
)
def test_what_does_not_fit_is_refused(kind: Kind, bad: Any) -> None:
    with pytest.raises(FieldError):
        kind.read(bad)


def test_numbers_become_plain_floats_without_a_negative_zero() -> None:
    for zero in (-0.0, 0, np.float64(-0.0)):
        read = SHARE.read(zero)
        assert type(read) is float
        assert math.copysign(1, read) == 1


def test_the_place_is_told_from_outside_in() -> None:
    nested = List(Pair(SEED, Grid(2, 2, SHARE)), 0, 3)
    with pytest.raises(FieldError) as caught:
        nested.read([[1, [0] * 4], [1, [[0, 0], [0, 7]]]])
    assert caught.value.path == "[1][1][1][1]"
    assert caught.value.within("deep").path == "deep[1][1][1][1]"
    assert FieldError(SHARE.wanted).path == ""


def test_a_new_field_is_one_line() -> None:
    @dataclass(frozen=True, slots=True)
    class Lesson:
        probe: float = holds(SHARE, 0.5)

        def __post_init__(self) -> None:
            settle(self)

    record = Record(Lesson)
    assert record.read({}) == Lesson()
    assert record.read({"probe": 1}) == Lesson(1.0)
    assert record.differences(Lesson(1.0)) == {"probe": 1}
    assert record.differences(Lesson()) == {}
    with pytest.raises(FieldError, match="probe: wanted a number from 0 to 1"):
        Lesson(2.0)


def test_a_set_up_of_training_is_checked_by_its_own_ranges() -> None:
    assert TRAINING.read({}) == TRAINING.defaults
    for name, bad in (("size", 1.5), ("learning_rate", "2"), ("optimiser", 1), ("noise", None)):
        with pytest.raises(FieldError, match=f"{name}: wanted"):
            TRAINING.read({name: bad})
