"""The settings of a run, a group at a time."""

from __future__ import annotations

import streamlit as st

from lib.derivation import computed_number
from lib.network import NOTES
from lib.text import Text
from lib.text import training as training_words
from lib.text import training_views as words
from lib.training import BATCH_LATEX, OPTIMISERS, SCHEDULE_LATEX, least_loss
from lib.ui.components import one_of
from lib.ui.state import choice, keys, session, training_run
from lib.ui.state.session import say
from lib.ui.training import data, given, settings

RATES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 1e6)
STEPS_PER_FRAME = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_DECAYS = (0.0, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 1.0)
_COEFFICIENTS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 0.995, 0.999, 0.9999)
_FACTORS = (0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 1.0)
_SCALES = (0.0, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
_LOSSES = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5)
_USES = {
    "descent": (),
    "momentum": ("momentum",),
    "nesterov": ("momentum",),
    "rmsprop": ("decay",),
    "adam": ("beta1", "beta2"),
}
_MOST_STOP = 100_000


def draw() -> None:
    """Learning rate and pace, then the open group of settings."""
    scenario = session.scenario()
    rate = training_run.rate_now(scenario)
    settings.slider("rate", training_words.RATE, RATES, rate, _set_rate, training_words.RATE_HELP)
    st.select_slider(
        say(training_words.PER_FRAME),
        sorted({*STEPS_PER_FRAME, scenario.training_page.steps_per_frame}),
        **choice.widget("training_page.steps_per_frame"),
    )
    group = one_of.draw(
        words.CONTROLS, words.CONTROL_NAMES, **choice.widget("training_page.settings")
    )
    {"data": data.draw, "descent": _descent, "start": _start}[group or "data"]()
    settings.draw_message()


def _descent() -> None:
    setup = session.scenario().training
    settings.choice("optimiser", words.OPTIMISER, words.OPTIMISER_NAMES)
    for line in OPTIMISERS[setup.optimiser].latex:
        st.markdown(f"${line}$")
    for name in _USES[setup.optimiser]:
        settings.number(name, words.COEFFICIENTS[name], _COEFFICIENTS)
    if "momentum" in _USES[setup.optimiser]:
        st.caption(say(words.MOMENTUM_NOTE))
    settings.choice("schedule", words.SCHEDULE, words.SCHEDULE_NAMES)
    if setup.schedule != "constant":
        st.markdown(f"${SCHEDULE_LATEX[setup.schedule]}$")
        left, right = st.columns(2, vertical_alignment="bottom")
        with left:
            settings.whole("schedule_steps", words.SCHEDULE_STEPS)
        with right:
            settings.number("schedule_factor", words.SCHEDULE_FACTOR, _FACTORS)
    left, right = st.columns(2)
    with left:
        settings.number("l1", words.L1, _DECAYS)
    with right:
        settings.number("l2", words.L2, _DECAYS)
    left, right = st.columns(2)
    with left:
        settings.whole("batch_size", words.BATCH)
    with right:
        settings.whole("batch_seed", words.BATCH_SEED)
    settings.choice("batch_loss", words.BATCH_LOSS, words.BATCH_LOSS_NAMES)
    st.markdown(rf"$\displaystyle {BATCH_LATEX[setup.batch_loss]}$")
    st.caption(say(words.SUM_NOTE))


def _start() -> None:
    setup = session.scenario().training
    settings.choice("initial", words.INITIAL, words.INITIAL_NAMES)
    if setup.initial == "zeros":
        st.info(say(words.ZEROS_WHY if setup.architecture == NOTES else words.ZEROS_OF_ANY))
    elif setup.initial == "given":
        given.draw()
    else:
        settings.whole("initial_seed", training_words.INITIAL_SEED)
    if setup.initial in ("normal", "uniform"):
        settings.number("initial_scale", words.SCALE, _SCALES)
    settings.whole("stop_steps", training_words.STOP_AFTER, _MOST_STOP, settings.set_stop, least=1)
    settings.number("stop_loss", words.STOP_LOSS, _LOSSES, settings.set_stop)
    run = training_run.current()
    least = least_loss(run.dataset.train_labels)
    if least and run.setup.architecture.head == "cross_entropy":
        st.caption(say(words.LEAST_LOSS, least=computed_number(least, 6)))
    settings.whole("stop_plateau", words.STOP_PLATEAU, _MOST_STOP, settings.set_stop)


def _set_rate(name: str, _: Text) -> None:
    if not training_run.change_rate(float(st.session_state[keys.setting(name)])):
        st.session_state[keys.TRAINING_MESSAGE] = (training_words.TOO_MANY_CHANGES, None)
