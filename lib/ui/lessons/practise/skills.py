"""The ten skills and how far each is: new, practised, known."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from lib.practice import SKILLS, Progress
from lib.scenario import Practice
from lib.text import practise as words
from lib.ui.lessons.practise.asked import Asked
from lib.ui.state import session
from lib.ui.state.session import say

_COLOURS = {"new": "gray", "practised": "blue", "known": "green"}


def draw(of: Asked) -> None:
    """Each skill with a word, what the open question is about, and a way to forget."""
    progress = Progress.of_text(of.practice.progress)
    st.markdown(f"**{say(words.PROGRESS)}**", help=say(words.PROGRESS_NOTE))
    lines = []
    for skill in SKILLS:
        level = progress.level(skill)
        badge = f":{_COLOURS[level]}-badge[{say(words.LEVELS[level])}]"
        lines.append(f"{say(words.SKILLS[skill])} {badge}")
    st.markdown("  \n".join(lines))
    st.caption(_about(of.practice))
    if of.practice.progress != Practice().progress:
        st.button(say(words.FORGET), type="tertiary", icon=":material/delete:", on_click=_forget)


def _about(practice: Practice) -> str:
    if practice.own:
        return say(words.OWN_NOTE)
    if practice.mixed:
        return say(words.MIXED)
    return say(words.ABOUT, skill=say(words.SKILLS[practice.skill]))


def _forget() -> None:
    practice = session.scenario().practice
    session.change(practice=replace(practice, progress=Practice().progress))
