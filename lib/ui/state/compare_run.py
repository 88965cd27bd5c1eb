"""The comparison of this browser tab: the runs made of what was chosen, and how far they are.

The choices, the steps taken and the two pinned runs stand in the scenario. The losses do not: runs
that came with a link or a file are made again, on the page that shows them.
"""

from __future__ import annotations

from dataclasses import fields, replace
from functools import lru_cache
from time import perf_counter
from typing import Any, cast

import streamlit as st

from lib.scenario import Comparison
from lib.training import Sweep, TrainingSetup, sweep_setups
from lib.training.setup import OptimiserKind
from lib.ui.state import choice, keys, session, training_run

FRAME_BUDGET = 0.025
"""Seconds of training in one frame: a sweep must not hold up the other learners."""
_STOPS = ("stop_loss", "stop_steps", "stop_plateau")


def choices() -> Comparison:
    """What is chosen."""
    return session.scenario().comparison


def choose(**chosen: Any) -> None:
    """Change choices; a value that a comparison refuses changes nothing."""
    choice.change("comparison", **chosen)


def counts() -> tuple[int, int, int]:
    """How many optimisers, learning rates and seeds are chosen."""
    chosen = choices()
    return len(chosen.optimisers), len(chosen.learning_rates), chosen.seed_count


def chosen() -> tuple[TrainingSetup, ...] | None:
    """The set-ups of what is chosen; None where nothing is, or more than fits."""
    if not all(counts()):
        return None
    now = choices()
    seeds = range(now.first_seed, now.first_seed + now.seed_count)
    return _setups(session.scenario().training, now.optimisers, now.learning_rates, seeds)


@lru_cache(maxsize=64)  # 128 set-ups take longer to make and to check than all else in a run
def _setups(
    training: TrainingSetup,
    optimisers: tuple[OptimiserKind, ...],
    learning_rates: tuple[float, ...],
    seeds: range,
) -> tuple[TrainingSetup, ...] | None:
    base = replace(training, stop_loss=0.0, stop_steps=0, stop_plateau=0)
    try:
        return tuple(
            sweep_setups(
                base,
                optimisers=optimisers,
                learning_rates=learning_rates,
                initial_seeds=seeds,
            )
        )
    except ValueError:
        return None


def current() -> Sweep | None:
    """The runs; None before the first start."""
    return cast("Sweep | None", st.session_state.get(keys.COMPARE_SWEEP))


def goal() -> int:
    """The step that the runs are to come to."""
    sweep = current()
    return max(choices().steps, sweep.step if sweep else 0)


def spent() -> float:
    """Seconds of computing so far."""
    return float(st.session_state.get(keys.COMPARE_SPENT, 0.0))


def running() -> bool:
    """Whether the runs go on by themselves."""
    return bool(st.session_state.get(keys.COMPARE_UNTIL))


def is_of(setups: tuple[TrainingSetup, ...] | None) -> bool:
    """Whether the runs there are belong to these set-ups, and to today's own images if those."""
    sweep = current()
    if sweep is None or setups != sweep.setups:
        return False
    return setups[0].data != "own" or training_run.current().dataset is sweep.dataset


def start() -> None:
    """Train what is chosen: new runs, or the same ones further."""
    sweep = current()
    if sweep is None or not is_of(chosen()):
        if not _make():
            return
        choose(run_a=None, run_b=None)
    _run_until(goal())


def make_again() -> None:
    """At the head of the page: the runs that came with a link or a file start by themselves."""
    if not _pending():
        return
    st.session_state[keys.COMPARE_ARRIVAL] = session.arrivals()
    steps, sweep = choices().steps_taken, current()
    if steps and (sweep is None or not is_of(chosen()) or sweep.step > steps) and not _make():
        return
    if steps:
        _run_until(steps)


def settle() -> None:
    """In each run of any page: keep in the scenario how far the runs of what is chosen are."""
    sweep = current()
    if _pending() or (sweep is None and not choices().steps_taken):
        return
    choose(steps_taken=sweep.step if sweep is not None and is_of(chosen()) else 0)


def _pending() -> bool:
    """Whether runs came from outside that no page has shown yet."""
    return bool(st.session_state.get(keys.COMPARE_ARRIVAL, 0) != session.arrivals())


def _make() -> bool:
    """New runs of what is chosen, at step 0; False and no change where none can be made."""
    dataset = training_run.current().dataset  # first: it may find that the set-up has to give way
    setups = chosen()
    if setups is None:
        return False
    st.session_state[keys.COMPARE_SWEEP] = Sweep(setups, dataset)
    st.session_state[keys.COMPARE_SPENT] = 0.0
    return True


def _run_until(step: int) -> None:
    sweep = current()
    st.session_state[keys.COMPARE_UNTIL] = step if sweep is not None and sweep.step < step else 0


def stop() -> None:
    """Hold the runs where they are."""
    st.session_state[keys.COMPARE_UNTIL] = 0


def advance() -> None:
    """The steps of one frame, for as long as the budget lasts."""
    sweep, until = current(), int(st.session_state.get(keys.COMPARE_UNTIL, 0))
    if sweep is None:
        return
    begun = now = perf_counter()
    count = 1
    while sweep.step < until and now - begun < FRAME_BUDGET:
        before = now
        sweep.advance(min(count, until - sweep.step))
        now = perf_counter()
        if now - before < FRAME_BUDGET / 8:  # many images or a busy machine: one step at a time
            count *= 2
    st.session_state[keys.COMPARE_SPENT] = spent() + now - begun
    settle()
    if sweep.step >= until:
        stop()


def take_to_training(setup: TrainingSetup) -> None:
    """Make this the training page's set-up; where that run stops stays as it was."""
    names = [field.name for field in fields(setup) if field.name not in _STOPS]
    choices = {name: getattr(setup, name) for name in names}
    training_run.change_setup(**choices)
