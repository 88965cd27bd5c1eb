"""The sidebar: language, precision, presets, seed, and the sliders."""

from __future__ import annotations

from typing import cast

import streamlit as st

from lib.derivation import PRECISIONS
from lib.scenario import (
    LARGEST_SEED,
    PRESETS,
    PresetName,
    preset,
    preset_of,
    randomised,
    with_numbers_of,
)
from lib.text import LANGUAGES
from lib.text import sidebar as words
from lib.ui.follow import address, panel, sliders
from lib.ui.follow.page_run import stamp
from lib.ui.frame import saving
from lib.ui.state import choice, session
from lib.ui.state.session import named, say

_PRESET, _SEED = "preset", "seed"


def draw() -> None:
    """Draw the sidebar."""
    state, scenario = st.session_state, session.scenario()
    # the widgets follow the scenario, which a link may have changed
    state[_PRESET] = preset_of(scenario)
    state.setdefault(_SEED, 1)
    left, right = st.columns(2, gap="small")
    left.segmented_control(
        say(words.LANGUAGE),
        LANGUAGES,
        format_func=named(words.LANGUAGE_NAMES),
        required=True,
        wrap=True,
        **choice.widget("language"),
    )
    right.segmented_control(
        say(words.PRECISION),
        PRECISIONS,
        format_func=named(words.PRECISION_NAMES),
        required=True,
        wrap=True,
        **choice.widget("precision"),
    )
    st.selectbox(
        say(words.PRESET),
        PRESETS,
        index=None,
        placeholder=say(words.PRESET_CHOOSE),
        format_func=named(words.PRESET_NAMES),
        key=_PRESET,
        on_change=_use_preset,
    )
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        st.number_input(
            say(words.SEED), min_value=0, max_value=LARGEST_SEED, step=1, key=_SEED, width=84
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
    sliders.draw(
        panel.KEY,
        panel.frame_of_all(session.language()),
        list(session.scenario().numbers),
    )
    address.draw(session.link(), stamp())
    saving.draw()


def _use_preset() -> None:
    name = st.session_state[_PRESET]
    if name in PRESETS:
        chosen = preset(cast(PresetName, name))
        session.put(with_numbers_of(session.scenario(), chosen))


def _randomise() -> None:
    """Draw from the seed shown; a second press on the same seed moves on to the next one."""
    state = st.session_state
    drawn = randomised(session.scenario(), int(state[_SEED]))
    if drawn.numbers == session.scenario().numbers:
        state[_SEED] = (int(state[_SEED]) + 1) % (LARGEST_SEED + 1)
        drawn = randomised(session.scenario(), int(state[_SEED]))
    session.put(drawn)


def _reset() -> None:
    session.put(with_numbers_of(session.scenario(), preset("notes")))
