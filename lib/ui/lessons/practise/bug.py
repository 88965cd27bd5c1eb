"""The page on which a bug is found: four steps, each a choice."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from typing import Any

import streamlit as st

from lib.derivation import Expression, plain_number
from lib.network import NOTES, Architecture
from lib.practice import Hunt, Instance, Item, hunt_in_code, hunt_in_derivation
from lib.scenario import Scenario
from lib.scenario.network import drawn
from lib.scenario.practice import LARGEST_BUG
from lib.text import find_the_bug as words
from lib.ui.components import formula, one_of, verdict
from lib.ui.follow.page import Page
from lib.ui.lessons.practise import given, plain
from lib.ui.state import keys, session
from lib.ui.state.session import say

_REMEMBERED = 32
_DRAWS = 20


def current() -> Hunt:
    """The hunt that is open."""
    return current_of(session.scenario())


def current_of(scenario: Scenario) -> Hunt:
    """The hunt of a link: in the learner's own network, if one is composed."""
    practice, network = scenario.practice, scenario.network
    if network is not None and not practice.bug_in_code:
        found = _own_hunt(practice.bug, network.architecture)
        if found is not None:
            return found
    return _hunt(practice.bug, practice.bug_in_code)


@lru_cache(maxsize=_REMEMBERED)
def _own_hunt(number: int, net: Architecture) -> Hunt | None:
    """On numbers that the hunt draws itself, so that no slider changes it; None where nothing can
    be asked of several draws, such as with a ReLU that is always off."""
    for seed in range(number, number + _DRAWS):
        with suppress(LookupError):
            return hunt_in_derivation(number, Instance.of_state(drawn(net, seed).state()))
    return None


def _item(of: Hunt) -> Item:
    assert of.variable is not None
    return of.instance.item(of.variable)


def _net(of: Hunt) -> Architecture:
    return of.instance.state.architecture


@lru_cache(maxsize=_REMEMBERED)
def _hunt(number: int, in_code: bool) -> Hunt:
    return hunt_in_code(number) if in_code else hunt_in_derivation(number)


def draw_choices() -> None:
    """In a derivation or in the program; another one."""
    st.session_state[keys.BUG_IN_CODE] = session.scenario().practice.bug_in_code
    with st.container(horizontal=True, vertical_alignment="bottom"):
        one_of.draw(words.WHERE, words.PLACES, keys.BUG_IN_CODE, _look_elsewhere)
        st.button(say(words.ANOTHER), icon=":material/casino:", on_click=_another)


def draw_lines(of: Hunt) -> None:
    """What is searched, each line with its number."""
    given.draw_network(_net(of))
    if session.scenario().network is not None:
        st.caption(say(words.NOTES_NETWORK if _net(of) == NOTES else words.OWN_NETWORK))
    if of.variable is None:
        st.markdown(say(words.PROGRAM))
        texts = [str(text) for _, text in of.lines]
        st.code("\n".join(texts), language="python", line_numbers=True, wrap_lines=True)
        return
    st.markdown(say(words.DERIVATION, partial=formula.partial_name(of.variable, _net(of))))
    precision = session.scenario().precision
    for number, (key, line) in enumerate(of.lines, 1):
        assert isinstance(line, Expression)
        with st.container(gap="xsmall"):
            st.caption(say(words.LINE_NAMED, number=number, line=plain.line(key, _item(of))))
            numbers = formula.with_numbers(line, precision)
            st.markdown(formula.inline(f"{line.latex()} {numbers}"))


def draw_steps(of: Hunt) -> None:
    """What is found already, and the choice of the next step."""
    step = session.scenario().practice.bug_steps
    found = [_done(of, done) for done in range(min(step, len(words.DONE)))]
    tone: verdict.Tone = "right" if found else ""
    if step < len(words.STEPS):
        _draw_choice(of, step)
        if missed := st.session_state.get(keys.BUG_MISSED):
            place, said = missed
            if place == _place():
                tone, found = "wrong", [*found, said]
    else:
        found.append(_nudged(of))
    verdict.draw(tone, found, keys.BUG_VERDICT)


def _draw_choice(of: Hunt, step: int) -> None:
    question = say(words.STEPS[step])
    if step == len(words.STEPS) - 1:
        question = say(
            words.STEPS[step], partial=formula.partial_name(of.nudged.variable, _net(of))
        )
    with st.form(keys.BUG_FORM, border=False):
        st.radio(
            question,
            _options(of, step),
            format_func=_named(of, step).__getitem__,
            index=None,
            key=keys.bug_choice(step),
        )
        st.form_submit_button(say(words.CHECK), type="primary", on_click=_take)


def _options(of: Hunt, step: int) -> list[int]:
    return list(range((len(of.lines), len(of.names), len(of.repairs), 2)[step]))


def _named(of: Hunt, step: int) -> list[str]:
    """What each option is called."""
    match step:
        case 0:
            return [_line(of, n) for n in range(len(of.lines))]
        case 1:
            return [mistake.words(session.language()) for mistake in of.names]
        case 2:
            return [_written(line) for line in of.repairs]
        case _:
            return [say(words.NOTICE[True]), say(words.NOTICE[False])]


def _line(of: Hunt, number: int) -> str:
    key, _ = of.lines[number]
    if of.variable is None:
        return say(words.LINE, number=number + 1)
    return say(words.LINE_NAMED, number=number + 1, line=plain.line(key, _item(of)))


def _written(line: Expression | str) -> str:
    return f"`{line}`" if isinstance(line, str) else formula.inline(line.latex())


def _done(of: Hunt, step: int) -> str:
    first = min(of.wrong)
    mistake = plain.mistakes([of.mistake])
    return say(words.DONE[step].filled(line=_line(of, first), mistake=mistake))


def _nudged(of: Hunt) -> str:
    """Whether the nudge shows it, with both numbers."""
    found = of.nudged
    numbers = {
        "partial": plain.partial(found.variable, _net(of)),
        "wrong": plain_number(found.wrong, 6),
        "nudge": plain_number(found.nudge, 6),
    }
    said = say(words.SEEN if found.noticed else words.UNSEEN, **numbers)
    place, guess = st.session_state.get(keys.BUG_GUESS, (None, None))
    if place == _place()[:2]:
        return f"{say(words.GUESSED[guess == found.noticed])} {said}"
    return said


def _place() -> tuple[Any, ...]:
    practice = session.scenario().practice
    return practice.bug_in_code, practice.bug, practice.bug_steps


def _take() -> None:
    """Take a choice: on to the next step if it is right."""
    of, step = current(), session.scenario().practice.bug_steps
    chosen = st.session_state[keys.bug_choice(step)]
    if chosen is None:
        st.session_state[keys.BUG_MISSED] = (_place(), say(words.CHOOSE_ONE))
        return
    if step == len(words.WRONG):
        st.session_state[keys.BUG_GUESS] = (_place()[:2], chosen == 0)
    elif chosen not in (of.wrong, {of.name}, {of.repair})[step]:
        st.session_state[keys.BUG_MISSED] = (_place(), say(words.WRONG[step]))
        return
    _change(bug_steps=step + 1)


def _look_elsewhere() -> None:
    _change(bug_in_code=st.session_state[keys.BUG_IN_CODE], bug_steps=0)


def _another() -> None:
    practice = session.scenario().practice
    _change(bug=(practice.bug + 1) % (LARGEST_BUG + 1), bug_steps=0)


def _change(**choices: Any) -> None:
    session.change(practice=replace(session.scenario().practice, **choices))


PAGE = Page(
    "find_the_bug",
    words.IN_MENU,
    ":material/bug_report:",
    "practise",
    on_the_way=words.ON_THE_WAY,
    uses_numbers=False,
)
