"""The sidebar: language, precision, presets, seed, and the sliders."""

from __future__ import annotations

from collections.abc import Callable
from secrets import randbelow
from typing import cast

import streamlit as st

from lib.scenario import (
    COMPOSED,
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
from lib.ui.frame import lecture, saving
from lib.ui.state import choice, examples, history, keys, session
from lib.ui.state.session import named, say

_MINE = "mine: "


def draw() -> None:
    """Draw the sidebar."""
    scenario, mine = session.scenario(), examples.shown()
    left, right = st.columns(2, gap="small")
    with left:
        one_of.draw(words.LANGUAGE, words.LANGUAGE_NAMES, **choice.widget("language"))
    with right:
        one_of.draw(words.PRECISION, words.PRECISION_NAMES, **choice.widget("precision"))
    st.selectbox(
        say(words.PRESET),
        [*(f"{_MINE}{name}" for name in examples.kept()), *PRESETS, *COMPOSED],
        index=None,
        placeholder=say(words.PRESET_CHOOSE),
        help=say(words.PRESET_HELP),
        format_func=_example_names(),
        key=choice.hold(keys.PRESET, f"{_MINE}{mine}" if mine else preset_of(scenario)),
        on_change=_use_example,
    )
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        st.number_input(
            say(words.SEED),
            min_value=0,
            max_value=LARGEST_SEED,
            value=None,
            step=1,
            key=choice.hold(keys.SEED, scenario.seed),
            help=say(words.SEED_HELP),
            on_change=_draw_seed,
            width=110,
        )
        st.button(
            say(words.RANDOMISE),
            icon=":material/casino:",
            help=say(words.RANDOMISE_HELP),
            on_click=_randomise,
        )
    cause = history.cause()
    st.button(
        say(words.UNDO[cause or "nothing"]),
        icon=":material/undo:",
        help=say(words.UNDO_HELP),
        key=keys.UNDO,
        on_click=session.undo,
        disabled=cause is None,
        width="stretch",
    )
    sliders.draw_sliders(
        keys.PANEL,
        panel.frame_of_all(session.language(), session.scenario().architecture),
        list(session.scenario().numbers),
    )
    address.draw(
        session.link(),
        run_stamp(),
        session.undo,
        examples.as_text(),
        lambda: examples.restore(address.given_back()),
    )
    lecture.draw_switch()
    saving.draw()


def _example_names() -> Callable[[str], str]:
    """What the list says: a star before the learner's own, so that no two lines are alike."""
    of_presets = named(words.PRESET_NAMES)
    return lambda name: (
        f"★ {name.removeprefix(_MINE)}" if name.startswith(_MINE) else of_presets(name)
    )


def _use_example() -> None:
    name = st.session_state[choice.key_of(keys.PRESET)] or ""
    if name.startswith(_MINE):
        examples.use(name.removeprefix(_MINE))
    elif name in (*PRESETS, *COMPOSED):
        chosen = preset(cast(PresetName, name))
        session.replace_numbers(with_numbers_of(session.scenario(), chosen), "preset")


def _draw_seed() -> None:
    """Draw from the seed that was typed; an emptied field draws nothing."""
    seed = st.session_state[choice.key_of(keys.SEED)]
    if seed is not None:
        session.replace_numbers(randomised(session.scenario(), int(seed)), "seed")


def _randomise() -> None:
    """Draw from a new seed, which the field then shows."""
    drawn = randomised(session.scenario(), randbelow(LARGEST_SEED + 1))
    session.replace_numbers(drawn, "seed")
