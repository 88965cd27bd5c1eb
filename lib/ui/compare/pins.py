"""The two runs that are pinned: chosen in the map or in a list; the best and the worst at first."""

from __future__ import annotations

import numpy as np
import streamlit as st

from lib.derivation import plain_number
from lib.text import compare as words
from lib.text import training_views
from lib.training import Results, Sweep, TrainingSetup
from lib.ui.bridge.component import picked
from lib.ui.state import compare_run, keys
from lib.ui.state.session import say

LETTERS = ("A", "B")


def pinned() -> tuple[int | None, int | None]:
    """The numbers of the runs that the learner chose; None where the default stands."""
    chosen, sweep = compare_run.choices(), compare_run.current()
    count = len(sweep.setups) if sweep else 0
    first, second = (
        run if run is not None and run < count else None for run in (chosen.run_a, chosen.run_b)
    )
    return first, second


def shown(sweep: Sweep, results: Results) -> tuple[int, int]:
    """The two runs to show: those chosen, or the best, and the worst of those that start alike."""
    first, second = pinned()
    badness = np.where(results.diverged | np.isnan(results.train_loss), np.inf, results.train_loss)
    if first is None:
        first = int(badness.argmin())
    if second is None:
        seed = sweep.setups[first].initial_seed
        alike = np.array([setup.initial_seed == seed for setup in sweep.setups])
        alike[first] = False
        second = int(np.where(alike if alike.any() else True, badness, -1.0).argmax())
    return first, second


def letters() -> dict[int, str]:
    """The letter of each run that has one: ``{3: "A", 9: "B"}``; none while the runs go on."""
    sweep = compare_run.current()
    if sweep is None or compare_run.running() or not sweep.step:
        return {}
    first, second = shown(sweep, sweep.results())
    return {first: "A B"} if first == second else {first: "A", second: "B"}


def next_letter() -> str:
    """Which of the two the next pick in the map becomes."""
    none_yet = pinned() == (None, None)
    return LETTERS[0 if none_yet else int(st.session_state.get(keys.COMPARE_NEXT_PIN, 0))]


def pin(letter: int, run: int) -> None:
    """Put a run in the place of A (0) or B (1); the next pick in the map is for the other."""
    sweep = compare_run.current()
    if sweep is None or not 0 <= run < len(sweep.setups):
        return
    compare_run.choose(**{("run_a", "run_b")[letter]: run})
    st.session_state[keys.COMPARE_NEXT_PIN] = 1 - letter


def pick() -> None:
    """A click in the map."""
    found = picked(st.session_state.get(keys.COMPARE_MAP))
    if found.isdecimal() and len(found) <= 3:
        pin(LETTERS.index(next_letter()), int(found))


def name_of(setup: TrainingSetup) -> str:
    """What tells a run from the others."""
    kind, rate = (
        say(training_views.OPTIMISER_NAMES[setup.optimiser]),
        plain_number(setup.learning_rate, 6),
    )
    return f"{kind} · η = {rate} · {say(words.SEED, seed=setup.initial_seed)}"
