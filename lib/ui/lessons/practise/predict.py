"""Predict first: a number is hidden until its value, or its sign, has been said.

On Backward everything that shows the open partial waits; on Step by step what is asked for is the
number of the next operation, which is not computed yet.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import streamlit as st

from lib.derivation import plain_number
from lib.derivation.steps import Walk
from lib.numbers import Refusal, read_number
from lib.practice.diagnose import RIGHT
from lib.text import backward
from lib.text import predict as words
from lib.text.numbers import REFUSALS
from lib.ui.components import formula, one_of, verdict
from lib.ui.follow import page_run
from lib.ui.follow.snapshot import Snapshot
from lib.ui.lessons.practise import given, plain
from lib.ui.state import choice, keys, session
from lib.ui.state.session import say

Place = tuple[Any, ...]
"""What a prediction is about: nothing said of another place is shown."""


def hides_partial() -> bool:
    """Whether the open partial waits for a prediction."""
    return session.scenario().predict and not _said_of(_partial())


def reveal_partial() -> None:
    """Show the open partial at once."""
    st.session_state[keys.PREDICT_SAID] = (_partial(), "", "")


def _said_of(place: Place) -> bool:
    about, *_ = st.session_state.get(keys.PREDICT_SAID, (None, "", ""))
    return bool(about == place)


def _partial() -> Place:
    scenario = session.scenario()
    return "partial", scenario.numbers, scenario.variable


def of_partial() -> bool:
    """The switch and, while it hides the open partial, the question; whether all may be shown."""
    _draw_switch()
    scenario, place = session.scenario(), _partial()
    if not scenario.predict or _draw_said(place):
        return True
    now = page_run.snapshot()
    if page_run.is_lecture():  # the question first: a room's screen is not scrolled
        _ask_for_partial(now, place)
        _draw_given(now)
        return False
    names = plain.partials(now.architecture)
    st.selectbox(
        say(backward.CHOOSE),
        list(names),
        format_func=names.__getitem__,
        width=320,
        **choice.widget("variable"),
    )
    st.caption(say(words.HIDDEN, partial=names[scenario.variable]))
    _draw_given(now)
    _ask_for_partial(now, place)
    return False


def _draw_given(now: Snapshot) -> None:
    """Another network's numbers are on the sliders, and too many for a line."""
    if now.is_of_notes:
        given.draw_numbers(now.state)


def _ask_for_partial(now: Snapshot, place: Place) -> None:
    partial = formula.partial_name(now.variable, now.architecture)
    st.markdown(f"### {say(words.OF_PARTIAL, partial=partial)}")
    _draw_form(place, now.state.gradient(now.variable))


def of_operation(of: Walk, done: int, playing: bool) -> None:
    """The switch and, before each operation, the question what comes out of it."""
    _draw_switch()
    scenario = session.scenario()
    if not scenario.predict or playing:
        return
    _draw_said(_operation(done))
    if done < len(of.steps):
        _ask_for_operation(of, done)


def or_operation(of: Walk, done: int) -> bool:
    """In a room: the question for the next operation, in place of the one that is done.

    Whether the one that is done is to be shown: nothing is asked, or it has just been said.
    """
    if not session.scenario().predict:
        return True
    if done == len(of.steps) or _said_of(_operation(done)):
        _draw_said(_operation(done))
        return True
    _ask_for_operation(of, done)
    return False


def brings_question(of: Walk, done: int) -> bool:
    """One click on in a room: whether it brings the next question, or else what was asked for."""
    if not session.scenario().predict or done == len(of.steps):
        return False
    asks = _said_of(_operation(done))
    st.session_state[keys.PREDICT_SAID] = (None if asks else _operation(done + 1), "", "")
    return asks


def _ask_for_operation(of: Walk, done: int) -> None:
    step = of.steps[done]
    equation = formula.inline(f"{step.left.latex()} = {step.expression.latex()}")
    # what is asked is plain to a room, where there is no line to spare
    st.markdown(equation if page_run.is_lecture() else f"**{say(words.OF_OPERATION)}** {equation}")
    _draw_form(_operation(done + 1), step.expression.value, then=done + 1)


def _operation(done: int) -> Place:
    scenario = session.scenario()
    return "operation", scenario.numbers, scenario.probe_rate, done


def _draw_switch() -> None:
    """On the page: a room keeps what its page was set to."""
    if page_run.is_lecture():
        return
    st.toggle(say(words.SWITCH), help=say(words.SWITCH_HELP), **choice.widget("predict"))


def _draw_said(place: Place) -> bool:
    """What was said of this place; whether anything was, or it was to be shown at once."""
    about, tone, said = st.session_state.get(keys.PREDICT_SAID, (None, "", ""))
    if about != place:
        tone, said = "open", ""
    if problem := st.session_state.pop(keys.PREDICT_PROBLEM, ""):
        tone, said = "open", problem
    verdict.draw(tone if said else "", [said] if said else [], keys.PREDICT_VERDICT)
    return bool(about == place)


def _draw_form(place: Place, value: float, then: int | None = None) -> None:
    """A sign, a value, and a way to see it at once. ``then``: the operations done afterwards."""
    with st.form(keys.PREDICT_FORM, border=False):
        in_a_line, label = page_run.is_lecture(), say(words.VALUE)
        row = st.container(horizontal=True)
        with row:
            one_of.draw(
                words.SIGN,
                words.SIGNS,
                keys.PREDICT_SIGN,
                required=False,
                hides_label=in_a_line,
            )
            st.text_input(
                label,
                key=keys.PREDICT_VALUE,
                max_chars=400,
                width=180,
                placeholder=label if in_a_line else None,
                label_visibility="collapsed" if in_a_line else "visible",
            )
        with row if in_a_line else st.container(horizontal=True):
            told: dict[str, Any] = {"on_click": _take}
            st.form_submit_button(say(words.SAY), type="primary", args=(place, value, then), **told)
            st.form_submit_button(say(words.REVEAL), args=(place, value, then, True), **told)


def _take(place: Place, value: float, then: int | None, reveal: bool = False) -> None:
    typed, sign = (
        st.session_state.get(keys.PREDICT_VALUE, ""),
        st.session_state.get(keys.PREDICT_SIGN),
    )
    if reveal:
        judged: tuple[verdict.Tone, str] = ("", "")
    elif typed.strip():
        reading = read_number(typed)
        if isinstance(reading, Refusal):
            st.session_state[keys.PREDICT_PROBLEM] = say(REFUSALS[reading.reason])
            return
        judged = _of_value(reading.value, value)
    elif sign is not None:
        judged = _of_sign(sign, value)
    else:
        st.session_state[keys.PREDICT_PROBLEM] = say(words.NOTHING)
        return
    st.session_state[keys.PREDICT_SAID] = (place, *judged)
    st.session_state[keys.PREDICT_VALUE], st.session_state[keys.PREDICT_SIGN] = "", None
    if then is not None:
        session.change(operations_done=then)


def _of_sign(sign: int, value: float) -> tuple[verdict.Tone, str]:
    right = sign == np.sign(value)
    told = words.SIGN_RIGHT if right else words.SIGN_WRONG
    shown = plain_number(value, session.scenario().precision)
    return "right" if right else "wrong", say(told, sign=say(words.SIGNS[sign]), value=shown)


def _of_value(guess: float, value: float) -> tuple[verdict.Tone, str]:
    """How far a value is from the right one, and how much that is of it."""
    precision, gap = session.scenario().precision, abs(guess - value)
    numbers = {"guess": plain_number(guess, 17), "gap": plain_number(gap, 3)}
    if gap == 0.0:
        return "right", say(words.VALUE_EXACT, guess=numbers["guess"])
    if value == 0.0:
        return "wrong", say(words.VALUE_GAP_ZERO, **numbers)
    share = gap / abs(value)
    numbers |= {"value": plain_number(value, precision), "percent": plain_number(100 * share, 3)}
    return "right" if share <= RIGHT else "wrong", say(words.VALUE_GAP, **numbers)
