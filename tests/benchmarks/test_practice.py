"""The hand that practice is measured with works rightly, and the results keep their bars."""

from __future__ import annotations

import json
import random

import pytest

from benchmarks.practice import (
    RESULTS,
    Counts,
    certified_batches,
    lines,
    pairs,
    rounded,
    singles,
    unrelated,
    worked_by_hand,
)
from lib.derivation import variables
from tests.practice.states import notes

BARS = {
    "single_named_or_asked": (1.0, 1.0),
    "single_misnamed": (0, 0),
    "unrelated_named": (0, 0.001),
    "rounded_4_accepted": (0.97, 1.0),
    "rounded_4_accused": (0, 0.001),
    "rounded_3_accused": (0, 0.003),
    "pairs_called_certain": (0, 0),
    "asked_back_separated": (0.97, 1.0),
    "first_wrong_line_found": (1.0, 1.0),
    "kinds": (30, 1_000),
    "microseconds_a_diagnosis": (0, 1_000),
}


def test_a_hand_that_does_not_round_is_exact() -> None:
    state, rng = notes(), random.Random(1)
    for variable in variables(state.geometry):
        by_hand = worked_by_hand(state, variable, float, rng)
        assert by_hand == pytest.approx(state.gradient(variable), rel=1e-12), variable.key


def test_every_measure_counts_something() -> None:
    items = next(certified_batches())[::40]
    counts, rng = Counts(), random.Random(2)
    singles(items, counts)
    unrelated(items, 300, rng, counts)
    pairs(items, 100, rng, counts)
    rounded(items, 20, rng, counts)
    lines(items, 20, rng, counts)
    assert counts["found"] == counts["singles"] > 500
    assert counts["unrelated"] > 250
    assert counts["pairs"] > 20
    assert counts["rounded 4"] == counts["rounded 3"] == 40
    assert counts["lines found"] == counts["lines"] == 20
    assert not counts["misnamed"] + counts["pairs certain"] + counts["rounded 4 accused"]


def test_the_results_on_file_keep_their_bars() -> None:
    results = json.loads(RESULTS.read_text("utf-8"))
    assert not {
        name: results[name]
        for name, (low, high) in BARS.items()
        if not low <= results[name] <= high
    }
