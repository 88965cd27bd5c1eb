"""What was typed: as it was in this tab, and in the link as far as it is a number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from lib.numbers import LONGEST, Reading, read_number
from lib.ui.lessons.practise.asked import Asked
from lib.ui.state import keys

ANSWER, BACK = "answer", "back"


def texts(asked: Asked, line_keys: tuple[str, ...]) -> dict[str, str]:
    """What stands in each field: ``answer`` (the last line), ``back``, the lines before."""
    place, kept = st.session_state.get(keys.PRACTISE_TYPED, (None, {}))
    found = in_link(asked, line_keys)
    if place == asked.place:
        found |= {field: text for field, text in kept.items() if not for_link(text)}
    return found


def in_link(asked: Asked, line_keys: tuple[str, ...]) -> dict[str, str]:
    """The same as far as the link holds it."""
    practice = asked.practice
    lines = dict(zip(line_keys[:-1], practice.lines, strict=False))
    return {ANSWER: practice.answer, BACK: practice.back} | lines


def keep(asked: Asked, told: Mapping[str, str]) -> None:
    """Keep in this tab what was typed, so that what is no number is not lost either."""
    place, kept = st.session_state.get(keys.PRACTISE_TYPED, (None, {}))
    st.session_state[keys.PRACTISE_TYPED] = (
        asked.place,
        (kept if place == asked.place else {}) | dict(told),
    )


def for_link(text: str) -> str:
    """What the link keeps of a text: the text itself if it is a number."""
    fits = len(text) <= LONGEST and isinstance(read_number(text), Reading)
    return text if fits else ""


def put_into(field: str, asked: Asked, text: str) -> None:
    """Put a text into a field, once for each question and each text.

    In between the field is the learner's: what is being typed is not touched.
    """
    shown: dict[str, Any] = st.session_state.setdefault(keys.PRACTISE_SHOWN, {})
    key, mark = keys.answer_field(field), (asked.place, text)
    if key not in st.session_state or shown.get(field) != mark:
        st.session_state[key] = text
        shown[field] = mark
