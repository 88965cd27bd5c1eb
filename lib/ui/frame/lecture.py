"""The lecture view around a lesson: its title, the ways on and back, the way out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from lib.text import lecture as words
from lib.ui.components import clicker
from lib.ui.follow.page import Lecture, Page
from lib.ui.state import choice, keys, session
from lib.ui.state.session import say

STYLE = Path(__file__).with_name("lecture.css").read_text(encoding="utf-8")


def draw_switch() -> None:
    """The switch of the sidebar."""
    st.toggle(say(words.SWITCH), help=say(words.SWITCH_HELP), **choice.widget("lecture"))


def draw(page: Page, around: tuple[Page | None, Page | None], go_to: Callable[[str], None]) -> None:
    """Draw a lesson as a room sees it.

    Args:
        page: the lesson; it has a lecture view.
        around: the lessons before and after it, None where there is none.
        go_to: switches to another page.
    """
    if page.lecture is None:
        raise ValueError(f"{page.name} has no lecture view")
    with st.container(horizontal=True, vertical_alignment="center", key=keys.LECTURE_HEAD):
        st.header(say(page.title), width="content", anchor=False)
        if page.lecture.beside is not None:
            page.lecture.beside()
        st.caption(say(words.KEYS, what=say(page.lecture.onward)), width="stretch")
        for way, other, text, key, icon in (
            (-1, around[0], words.BACK, keys.LECTURE_BACK, ":material/chevron_left:"),
            (1, around[1], words.ON, keys.LECTURE_ON, ":material/chevron_right:"),
        ):
            pressed = st.button(
                say(text), icon=icon, key=key, on_click=_turn, args=(page.lecture, way)
            )
            if pressed and st.session_state[keys.LECTURE_LEAVES] and other:
                if way > 0 and other.lecture and other.lecture.begin:
                    other.lecture.begin()
                go_to(other.name)
        st.button(
            say(words.END),
            icon=":material/close:",
            key=keys.LECTURE_END,
            on_click=session.change,
            kwargs={"lecture": False},
        )
    clicker.draw(
        keys.LECTURE_CLICKER,
        {
            **dict.fromkeys(("PageDown", "ArrowRight"), keys.LECTURE_ON),
            **dict.fromkeys(("PageUp", "ArrowLeft"), keys.LECTURE_BACK),
            "Escape": keys.LECTURE_END,
        },
    )
    page.lecture.draw()


def _turn(lecture: Lecture, way: int) -> None:
    """One step within the lesson, before the page is run; without one the lesson is left."""
    turned = lecture.turn is not None and lecture.turn(way)
    st.session_state[keys.LECTURE_LEAVES] = not turned
