"""The fields to type an answer in: one form, judged when it is sent, never when it is left."""

from __future__ import annotations

import streamlit as st

from lib.derivation import Variable
from lib.practice import line_keys
from lib.text import practise as words
from lib.ui.components import sign
from lib.ui.lessons.practise import plain, result, typed
from lib.ui.lessons.practise.asked import Asked, change, note
from lib.ui.lessons.practise.asked import now as asked_now
from lib.ui.lessons.practise.judged import counts, judge
from lib.ui.lessons.practise.typed import ANSWER, BACK
from lib.ui.state import keys, session
from lib.ui.state.session import say

_LONGEST_TYPED = 400
"""Characters that a field takes; no number is that long, and a pasted page is told so."""
_WIDTH = 480


def draw_answer(asked: Asked) -> None:
    """The field of the answer, or one for each line."""
    lines = line_keys(asked.item)
    texts = typed.texts(asked, lines)
    with st.form(keys.PRACTISE_FORM, border=False, width=_WIDTH):
        if asked.practice.by_line:
            for line in lines[:-1]:
                name = say(words.LINE_FOR, line=plain.line(line, asked.item))
                _field(asked, line, name, texts.get(line, ""))
        label = say(words.ANSWER_FOR, partial=plain.partial(asked.variable, asked.net))
        _send(asked, ANSWER, label, texts[ANSWER])


def draw_back(asked: Asked, variable: Variable) -> None:
    """The field of the answer that is asked back."""
    text = typed.texts(asked, line_keys(asked.item))[BACK]
    with st.form(keys.PRACTISE_BACK_FORM, border=False, width=_WIDTH):
        _send(asked, BACK, say(words.ANSWER_FOR, partial=plain.partial(variable, asked.net)), text)


def _send(asked: Asked, field: str, label: str, text: str) -> None:
    """The last field of a form, with the buttons beside it."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        _field(asked, field, label, text)
        back = field == BACK
        sign.draw(say(words.CHANGE_SIGN), keys.PRACTISE_BACK_SIGN if back else keys.PRACTISE_SIGN)
        st.form_submit_button(say(words.CHECK), type="primary", on_click=_take)


def _field(asked: Asked, field: str, label: str, text: str) -> None:
    typed.put_into(field, asked, text)
    st.text_input(
        label,
        key=keys.answer_field(field),
        max_chars=_LONGEST_TYPED,
        placeholder=say(words.EXAMPLE) if field in (ANSWER, BACK) else None,
        autocomplete="off",
    )


def _take() -> None:
    """Take what was typed, judge it and count it."""
    asked = asked_now()
    lines = line_keys(asked.item)
    old = dict.fromkeys(lines[:-1], "") | typed.texts(asked, lines)
    told = {f: st.session_state.get(keys.answer_field(f), text) for f, text in old.items()}
    new = any(told[field] != old[field] for field in old if field != BACK)
    if new:
        told[BACK] = ""  # it was asked because of the other answer
    typed.keep(asked, told)
    before = tuple(typed.for_link(told[line]) for line in lines[:-1])
    change(
        answer=typed.for_link(told[ANSWER]),
        back=typed.for_link(told[BACK]),
        lines=before if asked.practice.by_line else (),
        hints=0 if new else asked.practice.hints,
    )
    _count(asked.practice.hints if new else 0)


def _count(hints: int) -> None:
    """Count what is judged, after so much help; on numbers of one's own nothing counts."""
    asked = asked_now()
    judged = judge(asked, typed.texts(asked, line_keys(asked.item)))
    verdict = judged.settled
    if asked.practice.own or asked.practice.seed is None or verdict is None:
        return
    result.note(asked, verdict, hints)
    if verdict.outcome == "named":
        note(verdict.mistakes[0])
    session.change(practice=counts(asked.practice, verdict, asked.practice.seed))
