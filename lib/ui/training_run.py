"""The training run of this browser tab: made from the scenario, and made again from it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import streamlit as st

from lib.scenario import Scenario
from lib.training import Run
from lib.ui import session

_RUN, _MADE_FROM, _PLAYING = "run", "run_made_from", "playing"
SLICE = 4000
"""Most steps in one go, about 40 ms: a long run must not hold up the other learners."""


def current() -> Run:
    """The run of the scenario; a new one where its set-up changed, advanced a slice at the most."""
    state, scenario = st.session_state, session.scenario()
    made_from = (scenario.training, scenario.rate_changes)
    if state.get(_MADE_FROM) != made_from:
        state[_RUN] = Run(scenario.training, rate_changes=scenario.rate_changes)
        state[_MADE_FROM] = made_from
    run = cast(Run, state[_RUN])
    if run.step > scenario.step:
        run.rewind(scenario.step)
        for step, rate in scenario.rate_changes:
            if step == scenario.step:  # a rewind forgets the change at the step it goes to
                run.rates.change(step, rate)
    return run


def behind() -> bool:
    """Whether the run has still to come to the scenario's step."""
    run = current()
    return run.step < session.scenario().step and run.stopped is None


def advance(count: int) -> None:
    """Catch up with the scenario's step; once there, take ``count`` more steps."""
    run, scenario = current(), session.scenario()
    if behind():
        run.advance(min(SLICE, scenario.step - run.step))
    else:
        run.advance(min(SLICE, count))
    if run.step > scenario.step or run.stopped is not None:
        session.change(step=run.step)


def change_setup(**choices: Any) -> None:
    """Choose another set-up: a new run from step 0. What no run can be made of changes nothing."""
    scenario = session.scenario()
    try:
        training = replace(scenario.training, **choices)
        run = Run(training)
    except ValueError:
        return
    _keep(run, replace(scenario, training=training, step=0, rate_changes=()))
    pause()


def change_rate(rate: float) -> bool:
    """Change the learning rate from here on, without a restart; False when it cannot be kept."""
    run, scenario = current(), session.scenario()
    if scenario.step == 0:
        change_setup(learning_rate=rate)
        return True
    try:
        # at the scenario's step: a run that is catching up has still to come there
        run.rates.change(scenario.step, rate)
        changed = replace(scenario, rate_changes=run.rates.changes)
    except ValueError:
        del st.session_state[_MADE_FROM]  # the run is made again as the scenario has it
        return False
    _keep(run, changed)
    return True


def change_stop(steps: int) -> None:
    """Stop after another number of steps; the run goes on from where it is."""
    run, scenario = current(), session.scenario()
    run.set_stops(loss=run.setup.stop_loss, steps=steps, plateau=run.setup.stop_plateau)
    _keep(run, replace(scenario, training=replace(scenario.training, stop_steps=steps)))


def reset() -> None:
    """Back to step 0 and the same first weights, with the learning rate as it is now."""
    rate = rate_now(session.scenario())
    change_setup(learning_rate=rate)


def rate_now(scenario: Scenario) -> float:
    """The learning rate of the next step, before the schedule."""
    changes = scenario.rate_changes
    return changes[-1][1] if changes else scenario.training.learning_rate


def playing() -> bool:
    """Whether the run goes on by itself."""
    return bool(st.session_state.get(_PLAYING, False))


def play() -> None:
    """Let the run go on by itself."""
    st.session_state[_PLAYING] = True


def pause() -> None:
    """Hold the run."""
    st.session_state[_PLAYING] = False


def _keep(run: Run, scenario: Scenario) -> None:
    """Take a scenario that this very run already follows."""
    st.session_state[_RUN] = run
    st.session_state[_MADE_FROM] = (scenario.training, scenario.rate_changes)
    session.put(scenario)
