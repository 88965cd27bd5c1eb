"""The published values of a worked example, beside what the page computes."""

from __future__ import annotations

import streamlit as st

from lib.derivation import (
    Precision,
    State,
    computed_number,
    plain_number,
    plain_symbol,
    variable_from_key,
)
from lib.network import GEOMETRY
from lib.scenario import preset_of
from lib.scenario.worked import WORKED, Values
from lib.text import worked as words
from lib.ui.components import table
from lib.ui.follow import page_run
from lib.ui.state import session
from lib.ui.state.session import say


def draw() -> None:
    """What is known of the example whose numbers are on the sliders; nothing for any other."""
    name = preset_of(session.scenario())
    if name not in WORKED:
        return
    example, now = WORKED[name], page_run.snapshot()
    with st.expander(say(words.TITLE, source=example.source), expanded=True):
        st.markdown(say(words.STORY[name]))
        table.draw(_columns(example.published, now.state, now.precision))
        lines = [f"- {say(words.SLIP_NAMES[slip])}: {_told(got)}" for slip, got in example.slips]
        st.markdown("\n".join([say(words.SLIPS), "", *lines]))


def _columns(published: Values, state: State, precision: Precision) -> dict[str, list[str]]:
    return {
        say(words.DERIVATIVE): [_name(key) for key, _ in published],
        say(words.PUBLISHED): [plain_number(value, 17) for _, value in published],
        say(words.HERE): [
            computed_number(state.gradient(variable_from_key(key, GEOMETRY)), precision)
            for key, _ in published
        ],
    }


def _told(values: Values) -> str:
    return "; ".join(f"{_name(key)} = {plain_number(value, 17)}" for key, value in values)


def _name(key: str) -> str:
    return f"∂L/∂{plain_symbol(variable_from_key(key, GEOMETRY), GEOMETRY)}"
