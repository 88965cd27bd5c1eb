"""What there is of the composed network, and published examples."""

from __future__ import annotations

import streamlit as st

from lib.network.fits import MOST_NUMBERS, MOST_VALUES
from lib.scenario import PresetName, preset, preset_of, with_numbers_of
from lib.scenario.worked import WORKED
from lib.text import compose as words
from lib.text import worked as worked_words
from lib.ui.lessons import worked
from lib.ui.lessons.compose import draft
from lib.ui.state import keys, session
from lib.ui.state.session import say


def draw_counts() -> None:
    """How much there is of the network."""
    net = session.scenario().architecture
    pixels = net.channels * net.rows * net.columns
    numbers = {
        "numbers": (net.number_count, {"most": MOST_NUMBERS}),
        "weights": (net.parameter_count, {}),
        "values": (net.value_count - net.parameter_count - pixels, {}),
        "partials": (net.value_count, {"most": MOST_VALUES}),
    }
    with st.container(horizontal=True, gap="large"):
        for name, (number, filled) in numbers.items():
            st.metric(say(words.COUNTS[name], **filled), number, width="content")


def draw_examples() -> None:
    """A button for each published example; the open one with its numbers below."""
    shown = preset_of(session.scenario())
    with st.container(horizontal=True, gap="small"):
        for name in WORKED:
            st.button(
                say(worked_words.NAMES[name]),
                key=keys.composed_example(name),
                type="primary" if name == shown else "secondary",
                on_click=_use,
                args=(name,),
            )
    worked.draw()


def _use(name: PresetName) -> None:
    draft.forget()
    chosen = preset(name)
    session.replace_numbers(with_numbers_of(session.scenario(), chosen), "preset")
