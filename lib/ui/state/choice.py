"""Choices of the scenario as widgets: each shows its field, and hands back what was chosen there.

A choice is named by its path: ``look`` is a field of the scenario, ``comparison.steps`` one of a
record in it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from lib.ui.state import keys, session


def widget(path: str, **shown: Any) -> dict[str, Any]:
    """The arguments by which a widget shows a choice and takes it: ``key`` and ``on_change``.

    Args:
        path: which choice.
        shown: ``value=``, where the page shows something else than the field holds, such as what
            stands for null.
    """
    record, _, field = path.rpartition(".")
    scenario = session.scenario()
    value = getattr(getattr(scenario, record) if record else scenario, field)
    value = shown.get("value", value)
    key = keys.choice(path)
    st.session_state[key] = list(value) if isinstance(value, tuple) else value
    return {"key": key, "on_change": take, "args": (path,)}


def take(path: str) -> None:
    """Take a choice from its widget; a value that the field refuses changes nothing."""
    record, _, field = path.rpartition(".")
    value = {field: st.session_state[keys.choice(path)]}
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
