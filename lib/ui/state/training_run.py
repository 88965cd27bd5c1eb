"""The training run of this browser tab: made from the scenario, and made again from it."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from typing import Any, cast

import streamlit as st

from lib.network import NOTES as NOTES_NETWORK
from lib.scenario import Scenario
from lib.training import Run, TrainingSetup
from lib.training.given import NOTES
from lib.training.rates import Rates
from lib.ui.state import keys, own_images, session

RateChanges = tuple[tuple[int, float], ...]
SLICE, SLICE_OF_ONE = 4000, 800
"""Most steps in one go, about 40 ms, and of one image: a long run must not hold up the others."""
SLICE_SECONDS, TOGETHER = 0.04, 16
"""As long of a network whose steps may take very different times, asked after so many steps."""


def current() -> Run:
    """The run of the scenario; a new one where its set-up changed, advanced a slice at the most."""
    state, scenario = st.session_state, session.scenario()
    if state.get(keys.TRAINING_MADE_FROM) != _made_from(scenario):
        try:
            state[keys.TRAINING_RUN] = _make(scenario.training, scenario.rate_changes)
        except ValueError:
            _give_way()
            scenario = session.scenario()
            state[keys.TRAINING_RUN] = _make(scenario.training)
        state[keys.TRAINING_MADE_FROM] = _made_from(scenario)
    run = cast(Run, state[keys.TRAINING_RUN])
    if run.step > scenario.step:
        run.rewind(scenario.step)
        for step, rate in scenario.rate_changes:
            if step == scenario.step:  # a rewind forgets the change at the step it goes to
                run.rates.change(step, rate)
    return run


def _make(setup: TrainingSetup, rate_changes: RateChanges = ()) -> Run:
    """A run of the set-up; the learner's own images come from this tab.

    Raises:
        ValueError: no run can be made of it.
    """
    if setup.data != "own":
        return Run(setup, rate_changes=rate_changes)
    return Run(setup, own_images.dataset(setup), rate_changes)


def can_be() -> bool:
    """Whether the network of the sliders can be trained: not one whose gradient is given."""
    return session.scenario().architecture.has_dense


def _give_way() -> None:
    """Own images have gone, or images are too few for the batch or the classes: start the nearest
    run that can be."""
    setup = session.scenario().training
    missing = setup.data == "own" and not own_images.complete(setup.class_count)
    data = "digits" if missing else setup.data
    training = replace(setup, data=data, size=0, batch_size=0)
    session.change(training=training, step=0, rate_changes=())
    pause()


def _made_from(scenario: Scenario) -> tuple[object, ...]:
    """Everything that a run is made from."""
    own = own_images.version() if scenario.training.data == "own" else 0
    return scenario.training, scenario.rate_changes, own


def behind() -> bool:
    """Whether the run has still to come to the scenario's step."""
    run = current()
    return run.step < session.scenario().step and run.stopped is None


def advance(count: int) -> None:
    """Catch up with the scenario's step; once there, take ``count`` more steps."""
    run, scenario = current(), session.scenario()
    wanted = scenario.step - run.step if behind() else count
    if run.setup.architecture == NOTES_NETWORK:
        run.advance(min(SLICE_OF_ONE if run.setup.data == "image" else SLICE, wanted))
    else:
        _advance_for_a_while(run, run.step + wanted)
    if run.step > scenario.step or run.stopped is not None:
        session.change(step=run.step)


def _advance_for_a_while(run: Run, until: int) -> None:
    """Steps up to ``until``, for as long as a slice lasts."""
    begun = perf_counter()
    while run.step < until and perf_counter() - begun < SLICE_SECONDS:
        if not run.advance(min(TOGETHER, until - run.step)):
            return


def change_setup(**choices: Any) -> bool:
    """Choose another set-up: a new run from step 0; False and no change where none can be made.

    A run that is to start from the sliders, or to train on them, takes them as they stand now.
    """
    scenario = session.scenario()
    try:
        training = replace(scenario.training, **choices)
        if not training.uses_given:
            training = replace(training, given=NOTES, numbers=())
        elif _newly_given(scenario.training, training):
            training = replace(training, **given_now())
        run = _make(training)
    except ValueError:
        return False
    _keep(run, replace(scenario, training=training, step=0, rate_changes=()))
    pause()
    return True


def given_now() -> dict[str, Any]:
    """The numbers on the sliders, as a set-up takes them."""
    scenario = session.scenario()
    if scenario.network is None:
        return {"given": scenario.given}
    return {"numbers": scenario.network.numbers}


def _newly_given(old: TrainingSetup, new: TrainingSetup) -> bool:
    image = new.data == "image" != old.data
    return image or new.initial == "given" != old.initial


def change_rate(rate: float) -> bool:
    """Change the learning rate from here on, without a restart; False when it cannot be kept."""
    run, scenario = current(), session.scenario()
    if scenario.step == 0:
        change_setup(learning_rate=rate)
        return True
    rates = Rates(scenario.training, scenario.rate_changes)
    try:
        rates.change(scenario.step, rate)
        changed = replace(scenario, rate_changes=rates.changes)
    except ValueError:
        return False
    # at the scenario's step: a run that is catching up has still to come there
    run.rates.change(scenario.step, rate)
    _keep(run, changed)
    return True


def change_stop(name: str, value: float) -> None:
    """Change a stop condition, ``stop_steps``, ``stop_loss`` or ``stop_plateau``; no restart."""
    run, scenario = current(), session.scenario()
    choice: dict[str, Any] = {name: value}
    try:
        training = replace(scenario.training, **choice)
        changed = replace(scenario, training=training)
    except ValueError:
        return
    run.set_stops(loss=training.stop_loss, steps=training.stop_steps, plateau=training.stop_plateau)
    _keep(run, changed)


def reset() -> None:
    """Back to step 0 and the same initial weights, with the learning rate as it is now."""
    change_setup(learning_rate=rate_now(session.scenario()))


def rate_now(scenario: Scenario) -> float:
    """The learning rate of the next step, before the schedule."""
    changes = scenario.rate_changes
    return changes[-1][1] if changes else scenario.training.learning_rate


def playing() -> bool:
    """Whether the run goes on by itself."""
    return bool(st.session_state.get(keys.TRAINING_PLAYING, False))


def play() -> None:
    """Let the run go on by itself."""
    st.session_state[keys.TRAINING_PLAYING] = True


def pause() -> None:
    """Hold the run."""
    st.session_state[keys.TRAINING_PLAYING] = False


def _keep(run: Run, scenario: Scenario) -> None:
    """Take a scenario that this very run already follows."""
    st.session_state[keys.TRAINING_RUN] = run
    st.session_state[keys.TRAINING_MADE_FROM] = _made_from(scenario)
    session.put(scenario)
