"""Settings of a run as widgets: each shows the set-up's value and hands back what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from lib.derivation import plain_number
from lib.text import Text
from lib.text import training_views as words
from lib.training import RANGES
from lib.ui.state import keys, session, training_run
from lib.ui.state.session import named, say

_ROUNDING = 1e-9


def choice(name: str, label: Text, names: dict[str, Text]) -> None:
    """One of a few words of the set-up."""
    st.session_state[keys.setting(name)] = getattr(session.scenario().training, name)
    st.selectbox(
        say(label),
        list(names),
        format_func=named(names),
        key=keys.setting(name),
        on_change=_set,
        args=(name, label),
    )


def whole(
    name: str,
    label: Text,
    most: int | None = None,
    changed: Callable[..., None] | None = None,
    least: int | None = None,
) -> None:
    """A whole number of the set-up."""
    lowest = int(RANGES[name].lowest) if least is None else least
    highest = int(RANGES[name].highest) if most is None else most
    value = int(getattr(session.scenario().training, name))
    st.session_state[keys.setting(name)] = min(max(value, lowest), highest)
    st.number_input(
        say(label),
        lowest,
        highest,
        step=1,
        key=keys.setting(name),
        on_change=changed or _set,
        args=(name, label),
    )


def number(
    name: str, label: Text, options: Sequence[float], changed: Callable[..., None] | None = None
) -> None:
    """A number of the set-up on a slider of fixed values, and the value itself where a link
    brought another one."""
    value = float(getattr(session.scenario().training, name))
    slider(name, label, options, value, changed or _set)


def slider(
    name: str,
    label: Text,
    options: Sequence[float],
    value: float,
    changed: Callable[..., None],
    told: Text | None = None,
) -> None:
    """A slider over fixed values; ``value`` is among them even where it is none of them."""
    near = [option for option in options if abs(option - value) > _ROUNDING * max(1.0, abs(value))]
    st.session_state[keys.setting(name)] = value
    st.select_slider(
        say(label),
        sorted((*near, value)),
        key=keys.setting(name),
        format_func=lambda option: plain_number(float(option), 6),
        on_change=changed,
        args=(name, label),
        help=say(told) if told else None,
    )


def set_stop(name: str, _: Text) -> None:
    """Change a stop condition; the run goes on from where it is."""
    training_run.change_stop(name, st.session_state[keys.setting(name)])


def _set(name: str, label: Text) -> None:
    if not training_run.change_setup(**{name: st.session_state[keys.setting(name)]}):
        st.session_state[keys.TRAINING_MESSAGE] = (words.NOT_POSSIBLE, label)


def draw_message() -> None:
    """Say once why a setting could not be taken."""
    message = st.session_state.pop(keys.TRAINING_MESSAGE, None)
    if message is None:
        return
    text, label = message
    st.warning(say(text, name=say(label)) if label else say(text), icon=":material/info:")
