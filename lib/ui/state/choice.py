"""Choices of the scenario as widgets: each shows its field, and hands back what was chosen there.

A choice is named by its path: ``look`` is a field of the scenario, ``comparison.steps`` one of a
record in it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from lib.ui.state import keys, session


def key_of(base: str) -> str:
    """The key that the widget has now."""
    return keys.held(base, st.session_state.get(keys.HELD, {}).get(base, 0))


def hold(base: str, value: Any) -> str:
    """Set what a widget shows; the key for it.

    Where that is another value than the browser has, the key is a new one: what the browser sends
    with its next move, before it has drawn this run, is still the old value under the old key.
    Under one key, that would be a choice that nobody made.
    """
    state = st.session_state
    counts, key = state.setdefault(keys.HELD, {}), key_of(base)
    if key in state and state[key] != value:
        counts[base] = counts.get(base, 0) + 1
        key = key_of(base)
    state[key] = value
    return key


def widget(path: str, set_elsewhere: bool = False, **shown: Any) -> dict[str, Any]:
    """The arguments by which a widget shows a choice and takes it: ``key`` and ``on_change``.

    Args:
        path: which choice.
        set_elsewhere: whether a click elsewhere sets it too: see :func:`hold`.
        shown: ``value=``, where the page shows something else than the field holds, such as what
            stands for null.
    """
    record, _, field = path.rpartition(".")
    scenario = session.scenario()
    value = getattr(getattr(scenario, record) if record else scenario, field)
    value = shown.get("value", value)
    value = list(value) if isinstance(value, tuple) else value
    key = keys.choice(path)
    if set_elsewhere:
        key = hold(key, value)
    else:
        st.session_state[key] = value
    return {"key": key, "on_change": take, "args": (path, key)}


def take(path: str, key: str) -> None:
    """Take a choice from its widget; what has another key by now, or what the field refuses,
    changes nothing."""
    if key != key_of(keys.choice(path)):
        return
    record, _, field = path.rpartition(".")
    value = {field: st.session_state[key]}
    if record:
        change(record, **value)
    else:
        session.change(**value)


def change(record: str, **choices: Any) -> None:
    """Change choices of a record in the scenario; one that it refuses changes nothing."""
    try:
        new = replace(getattr(session.scenario(), record), **choices)
    except ValueError:
        return
    session.change(**{record: new})
