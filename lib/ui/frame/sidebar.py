"""The sidebar: language, precision, presets, seed, and the sliders."""

from __future__ import annotations

from typing import cast

import streamlit as st

from lib.scenario import (
    LARGEST_SEED,
    PRESETS,
    PresetName,
    preset,
    preset_of,
    randomised,
    with_numbers_of,
)
from lib.text import sidebar as words
from lib.ui.components import one_of
from lib.ui.follow import address, panel, sliders
from lib.ui.follow.page_run import run_stamp
from lib.ui.frame import saving
from lib.ui.state import keys, session
from lib.ui.state.session import named, say


def draw() -> None:
    """Draw the sidebar."""
    state, scenario = st.session_state, session.scenario()
    # the widgets follow the scenario, which a link may have changed
    state[keys.LANGUAGE], state[keys.PRECISION] = scenario.language, scenario.precision
    state[keys.PRESET] = preset_of(scenario)
    state.setdefault(keys.SEED, 1)
    left, right = st.columns(2, gap="small")
    with left:
        one_of.draw(words.LANGUAGE, words.LANGUAGE_NAMES, keys.LANGUAGE, _choose, kept=False)
    with right:
        one_of.draw(words.PRECISION, words.PRECISION_NAMES, keys.PRECISION, _choose, kept=False)
    st.selectbox(
        say(words.PRESET),
        PRESETS,
        index=None,
        placeholder=say(words.PRESET_CHOOSE),
        format_func=named(words.PRESET_NAMES),
        key=keys.PRESET,
        on_change=_use_preset,
    )
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        st.number_input(
            say(words.SEED), min_value=0, max_value=LARGEST_SEED, step=1, key=keys.SEED, width=84
        )
        st.button(
            say(words.RANDOMISE),
            icon=":material/casino:",
            help=say(words.RANDOMISE_HELP),
            on_click=_randomise,
        )
        st.button(
            say(words.RESET),
            icon=":material/restart_alt:",
            help=say(words.RESET_HELP),
            on_click=_reset,
        )
    sliders.draw_sliders(
        keys.PANEL,
        panel.frame_of_all(session.language()),
        list(session.scenario().numbers),
    )
    address.draw(session.link(), run_stamp())
    saving.draw()


def _choose() -> None:
    state = st.session_state
    session.change(language=state[keys.LANGUAGE], precision=state[keys.PRECISION])


def _use_preset() -> None:
    name = st.session_state[keys.PRESET]
    if name in PRESETS:
        chosen = preset(cast(PresetName, name))
        session.put(with_numbers_of(session.scenario(), chosen))


def _randomise() -> None:
    """Draw from the seed shown; a second press on the same seed moves on to the next one."""
    state = st.session_state
    drawn = randomised(session.scenario(), int(state[keys.SEED]))
    if drawn.numbers == session.scenario().numbers:
        state[keys.SEED] = (int(state[keys.SEED]) + 1) % (LARGEST_SEED + 1)
        drawn = randomised(session.scenario(), int(state[keys.SEED]))
    session.put(drawn)


def _reset() -> None:
    session.put(with_numbers_of(session.scenario(), preset("notes")))
