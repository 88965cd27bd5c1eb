"""What was chosen becomes set-ups; what was typed becomes numbers; pins stay within the runs."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import numpy as np
import pytest

from lib.text import compare as words
from lib.training import Results
from lib.ui.compare import choices, pins
from lib.ui.state import compare_run, keys, session
from tests.ui.conftest import Tab


@pytest.fixture(autouse=True)
def first(tab: Tab) -> Tab:
    """A tab whose choices are the first ones."""
    return tab.run()


@pytest.mark.parametrize(
    ("typed", "read", "told"),
    [
        ([0.1, "0.3"], [0.1, 0.3], False),
        (["1e-2", "5"], [0.01, 5.0], False),
        ([2.0, "2"], [2.0], False),
        ([0.1, "abc"], [0.1], True),
        ([0.1, "−1"], [0.1], True),
        (["-1", "0", "nan", "inf", "1e7"], [], True),
        (["0x10", "", "__"], [], True),
    ],
)
def test_typed_rates(first: Tab, typed: list[object], read: list[float], told: bool) -> None:
    first.state[keys.choice("comparison.learning_rates")] = typed
    choices.read_rates()
    assert compare_run.choices().learning_rates == tuple(read)
    assert first.state.get(keys.COMPARE_MESSAGE) == (words.BAD_RATE if told else None)


def test_the_first_choices_are_48_runs_of_the_training_pages_set_up() -> None:
    setups = compare_run.chosen()
    assert setups is not None
    assert len(setups) == len(set(setups)) == 48
    base = session.scenario().training
    for setup in setups:
        alike = {name: getattr(base, name) for name in ("data", "split_seed", "l2", "initial")}
        assert {name: getattr(setup, name) for name in alike} == alike


@pytest.mark.parametrize(("seeds", "fits"), [(10, True), (11, False), (128, False)])
def test_at_most_128(seeds: int, fits: bool) -> None:
    compare_run.choose(seed_count=seeds)
    assert (compare_run.chosen() is not None) == fits


@pytest.mark.parametrize(
    ("tick", "steps"),
    [
        (0.05, 1),  # a step that takes longer than the budget is done alone
        (0.01, 3),
        (0.003, 1 + 2 + 4 + 8 + 16 + 32 + 64 + 128 + 256),
    ],
)
def test_a_frame_ends_with_its_budget(
    monkeypatch: pytest.MonkeyPatch, tick: float, steps: int
) -> None:
    clock = count(step=tick)
    monkeypatch.setattr(compare_run, "perf_counter", lambda: next(clock))
    compare_run.choose(seed_count=1, learning_rates=[1.0], steps=5000)
    compare_run.start()
    compare_run.advance()
    runs = compare_run.current()
    assert runs is not None
    assert runs.step == steps
    assert compare_run.running()


def test_another_set_up_makes_new_runs() -> None:
    compare_run.choose(seed_count=1, steps=5)
    compare_run.start()
    compare_run.advance()
    before = compare_run.current()
    assert compare_run.is_of(compare_run.chosen())
    session.change(training=replace(session.scenario().training, second_digit=8))
    assert not compare_run.is_of(compare_run.chosen())
    assert compare_run.current() is before, "until the learner asks for them"
    compare_run.start()
    assert compare_run.current() is not before


def test_a_diverged_run_is_the_worst() -> None:
    compare_run.choose(seed_count=1, learning_rates=[0.1, 1.0])
    compare_run.start()
    runs = compare_run.current()
    assert runs is not None
    loss = np.array([0.5, 0.1, 0.0, 0.9])
    gone = np.array([False, False, True, False])
    none = np.full(4, np.nan)
    assert pins.shown(runs, Results(loss, none, none, none, gone)) == (1, 2)
