"""The sweep of this browser tab: what was chosen, the runs made of it, and how far they are."""

from __future__ import annotations

from dataclasses import fields, replace
from time import perf_counter
from typing import Any, cast

import streamlit as st

from lib.training import Sweep, TrainingSetup, sweep_setups
from lib.training.setup import OptimiserKind
from lib.ui.state import keys, session, training_run

FIRST_CHOICES: dict[str, Any] = {
    keys.COMPARE_OPTIMISERS: ["descent", "adam"],
    keys.COMPARE_RATES: [0.05, 0.2, 1.0, 5.0, 20.0, 100.0],
    keys.COMPARE_FIRST_SEED: 0,
    keys.COMPARE_SEED_COUNT: 4,
    keys.COMPARE_STEPS: 500,
}
MOST_STEPS = 5000
"""5 MB of losses at 128 runs: a class of a hundred must fit into the server's memory."""
FRAME_BUDGET = 0.025
"""Seconds of training in one frame: a sweep must not hold up the other learners."""
_STOPS = ("stop_loss", "stop_steps", "stop_plateau")


def counts() -> tuple[int, int, int]:
    """How many optimisers, learning rates and seeds are chosen."""
    state = st.session_state
    return (
        len(state[keys.COMPARE_OPTIMISERS]),
        len(state[keys.COMPARE_RATES]),
        int(state[keys.COMPARE_SEED_COUNT]),
    )


def chosen() -> tuple[TrainingSetup, ...] | None:
    """The set-ups of what is chosen; None where nothing is, or more than fits."""
    state = st.session_state
    if not all(counts()):
        return None
    base = replace(session.scenario().training, stop_loss=0.0, stop_steps=0, stop_plateau=0)
    first = int(state[keys.COMPARE_FIRST_SEED])
    try:
        return tuple(
            sweep_setups(
                base,
                optimisers=cast("list[OptimiserKind]", state[keys.COMPARE_OPTIMISERS]),
                learning_rates=state[keys.COMPARE_RATES],
                initial_seeds=range(first, first + int(state[keys.COMPARE_SEED_COUNT])),
            )
        )
    except ValueError:
        return None


def current() -> Sweep | None:
    """The runs; None before the first start."""
    return cast("Sweep | None", st.session_state.get(keys.COMPARE_SWEEP))


def goal() -> int:
    """The step that the runs go to."""
    return int(st.session_state.get(keys.COMPARE_GOAL, 0))


def spent() -> float:
    """Seconds of computing so far."""
    return float(st.session_state.get(keys.COMPARE_SPENT, 0.0))


def running() -> bool:
    """Whether the runs go on by themselves."""
    return bool(st.session_state.get(keys.COMPARE_RUNNING, False))


def is_of(setups: tuple[TrainingSetup, ...] | None) -> bool:
    """Whether the runs there are belong to these set-ups, and to today's own images if those."""
    sweep = current()
    if sweep is None or setups != sweep.setups:
        return False
    return setups[0].data != "own" or training_run.current().dataset is sweep.dataset


def start() -> None:
    """Train what is chosen: new runs, or the same ones further."""
    dataset = training_run.current().dataset  # first: it may find that the set-up has to give way
    setups = chosen()
    if setups is None:
        return
    state = st.session_state
    if not is_of(setups):
        state[keys.COMPARE_SWEEP] = Sweep(setups, dataset)
        state[keys.COMPARE_SPENT] = 0.0
    state[keys.COMPARE_GOAL] = max(int(state[keys.COMPARE_STEPS]), state[keys.COMPARE_SWEEP].step)
    state[keys.COMPARE_RUNNING] = state[keys.COMPARE_SWEEP].step < state[keys.COMPARE_GOAL]


def stop() -> None:
    """Hold the runs where they are."""
    st.session_state[keys.COMPARE_RUNNING] = False


def advance() -> None:
    """The steps of one frame, for as long as the budget lasts."""
    sweep = current()
    if sweep is None:
        return
    begun = now = perf_counter()
    count = 1
    while sweep.step < goal() and now - begun < FRAME_BUDGET:
        before = now
        sweep.advance(min(count, goal() - sweep.step))
        now = perf_counter()
        if now - before < FRAME_BUDGET / 8:  # many images or a busy machine: one step at a time
            count *= 2
    st.session_state[keys.COMPARE_SPENT] = spent() + now - begun
    if sweep.step >= goal():
        stop()


def take_to_training(setup: TrainingSetup) -> None:
    """Make this the training page's set-up; where that run stops stays as it was."""
    names = [field.name for field in fields(setup) if field.name not in _STOPS]
    choices = {name: getattr(setup, name) for name in names}
    training_run.change_setup(**choices)
