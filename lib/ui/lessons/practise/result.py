"""How the open question went, as the one line that a teacher may ask for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from lib.practice import Verdict
from lib.practice.results import RIGHT, UNKNOWN, Result
from lib.text import practise as words
from lib.ui.lessons.practise.asked import Asked
from lib.ui.lessons.practise.judged import Judged
from lib.ui.state import keys, session
from lib.ui.state.session import say

_NO_ANSWER = ("unreadable", "unjudged")


@dataclass(frozen=True, slots=True)
class Tried:
    """What was done about one question in this tab."""

    place: tuple[Any, ...]
    """The question."""
    tries: int = 0
    """How many answers were judged."""
    first: str = ""
    """The key of the mistake that was named first, or ''."""
    hints: int = 0
    """How many steps of help were opened before the last answer."""


def note(asked: Asked, verdict: Verdict, hints: int) -> None:
    """Count an answer to the open question, and the help that was open before it."""
    if verdict.outcome in _NO_ANSWER:
        return
    tried = _tried(asked)
    st.session_state[keys.PRACTISE_TRIED] = replace(
        tried,
        tries=tried.tries + 1,
        first=tried.first or _named(verdict),
        hints=tried.hints + hints,
    )


def result(asked: Asked, judged: Judged) -> Result | None:
    """The result as it stands; None before an answer, and on numbers of one's own.

    A sheet of this kind is named after the exercise and this tab: a class that practises on one
    exercise hands in a line each.
    """
    verdict = judged.settled
    if asked.practice.own or verdict is None or verdict.outcome in _NO_ANSWER:
        return None
    tried = _tried(asked)
    return Result(
        f"practise.{asked.practice.seed}.{session.identity()[:8]}",
        asked.variable.key,
        tried.first or _named(verdict) or (RIGHT if verdict.accepted else UNKNOWN),
        max(tried.tries, 1),  # one came with the link
        tried.hints + asked.practice.hints,
    )


def draw(asked: Asked, judged: Judged) -> None:
    """The line, to copy."""
    found = result(asked, judged)
    if found is None:
        return
    with st.expander(say(words.RESULT)):
        st.caption(say(words.RESULT_NOTE))
        st.code(found.line, language=None, wrap_lines=True)


def _named(verdict: Verdict) -> str:
    return verdict.mistakes[0].key if verdict.outcome == "named" else ""


def _tried(asked: Asked) -> Tried:
    kept = st.session_state.get(keys.PRACTISE_TRIED)
    return kept if kept and kept.place == asked.place else Tried(asked.place)
