"""Help on the screen: a step opens when it is asked for, and the next one is named."""

from __future__ import annotations

import streamlit as st

from lib.practice import Help, help_after, line_keys
from lib.text import practise as words
from lib.ui.components import formula
from lib.ui.lessons.practise import asked, plain
from lib.ui.lessons.practise.asked import Asked
from lib.ui.lessons.practise.given import DIGITS
from lib.ui.lessons.practise.judged import Judged
from lib.ui.state import keys, session
from lib.ui.state.session import say


def draw(of: Asked, judged: Judged) -> None:
    """The steps that are open, and a button for the next one."""
    if judged.verdict is not None and judged.verdict.outcome == "right":
        return
    if of.practice.hints:
        _draw_open(of, help_after(of.item, judged.verdict, judged.first_wrong))
    rungs = help_after(of.item, judged.verdict, judged.first_wrong).rungs
    if of.practice.hints < len(rungs):
        st.button(
            say(words.HELP[rungs[of.practice.hints]]),
            icon=":material/support:",
            key=keys.PRACTISE_HELP,
            on_click=asked.change,
            kwargs={"hints": of.practice.hints + 1, "aided": True},
        )


def _draw_open(of: Asked, help_now: Help) -> None:
    for rung in help_now.rungs[: of.practice.hints]:
        match rung:
            case "where":
                st.markdown(_where(help_now))
            case "kind" if help_now.mistake is not None:
                mistake = help_now.mistake.words(session.language())
                st.markdown(say(words.HELP_KIND, mistake=mistake))
            case "kind":
                st.markdown(f"{say(words.HELP_RULE)} {formula.inline(help_now.formula.latex())}")
            case "factor":
                part = help_now.factor
                numbers = formula.with_numbers(part, DIGITS)
                written = formula.inline(f"{part.latex()} {numbers}")
                st.markdown(f"{say(words.HELP_FACTOR)} {written}")
            case "worked":
                st.markdown(say(words.HELP_WORKED))
                formula.pair(formula.partial(of.variable, of.net), help_now.worked, DIGITS)


def _where(help_now: Help) -> str:
    line = plain.line(help_now.line, help_now.item)
    if help_now.mistake is None:
        named = plain.lines(line_keys(help_now.item)[:-1], help_now.item)
        return say(words.HELP_NOTHING_NAMED, lines=named, line=line) if named else _whole(line)
    if help_now.factor is help_now.formula:
        return _whole(line)
    return say(words.HELP_WHERE, line=line, part=_part(help_now))


def _part(help_now: Help) -> str:
    role, net = help_now.factor.role, help_now.item.work.net
    if role == "slope" and net.activation != "sigmoid":
        return say(words.PARTS["slope_of_another"])
    return say(words.PARTS["given" if role == "weight" and not net.has_dense else role])


def _whole(line: str) -> str:
    return say(words.HELP_WHERE_WHOLE, line=line)
