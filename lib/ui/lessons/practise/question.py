"""The page to practise on: one partial derivative, typed, judged, helped with."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from lib.derivation import variables
from lib.derivation.expression import MOST_TERMS
from lib.practice import line_keys
from lib.text import practise as words
from lib.ui.components import one_of, verdict
from lib.ui.follow.page import Page
from lib.ui.lessons.practise import asked, fields, given, ladder, plain, result, said, typed
from lib.ui.lessons.practise.asked import Asked
from lib.ui.lessons.practise.judged import Judged, judge
from lib.ui.state import keys, session
from lib.ui.state.session import say


def draw_choices(of: Asked) -> None:
    """Whose numbers, and how the answer is typed."""
    state = st.session_state
    state[keys.PRACTISE_OWN], state[keys.PRACTISE_BY_LINE] = of.practice.own, of.practice.by_line
    with st.container(horizontal=True, vertical_alignment="bottom"):
        one_of.draw(
            words.NUMBERS,
            words.FROM,
            keys.PRACTISE_OWN,
            lambda: asked.ask_on(state[keys.PRACTISE_OWN]),
        )
        st.toggle(
            say(words.BY_LINE),
            key=keys.PRACTISE_BY_LINE,
            on_change=lambda: asked.change(by_line=state[keys.PRACTISE_BY_LINE]),
        )
    if of.practice.own and of.instance.variables:
        names = plain.partials(of.net)
        state[keys.PRACTISE_PARTIAL] = of.variable.key
        st.selectbox(
            say(words.CHOOSE),
            [variable.key for variable in of.instance.variables],
            format_func=names.__getitem__,
            key=keys.PRACTISE_PARTIAL,
            on_change=lambda: asked.ask_partial(state[keys.PRACTISE_PARTIAL]),
            width=320,
        )
    _draw_left_out(of)


def _draw_left_out(of: Asked) -> None:
    """What is not asked of a composed network, or that exercises are not about it."""
    if session.scenario().network is None:
        return
    if not of.practice.own:
        st.caption(say(words.OF_NOTES))
        return
    if not of.instance.variables:
        st.info(say(words.NOTHING_TO_ASK, most=MOST_TERMS), icon=":material/info:")
        return
    why = Counter[str](of.instance.left_out(variable) for variable in variables(of.net))
    told = [
        say(text, count=why[reason], most=MOST_TERMS)
        for reason, text in words.LEFT_OUT.items()
        if why[reason]
    ]
    st.caption(" ".join(told))


def draw_given(of: Asked) -> None:
    """The network if it is composed, the numbers, and what is asked."""
    given.draw_network(of.net)
    given.draw_numbers(of.instance.state)
    if not of.practice.own:
        st.caption(say(words.NOT_THE_SLIDERS))
    given.draw_forward(of.instance.state)
    if of.instance.variables:
        given.draw_question(of.variable, of.net)


def draw_answer(of: Asked) -> Judged:
    """The field, and what is said of what stands in it."""
    fields.draw_answer(of)
    texts = typed.texts(of, line_keys(of.item))
    judged = judge(of, texts)
    verdict.draw(said.tone(judged), said.lines(of, judged, texts), keys.PRACTISE_VERDICT)
    if judged.verdict is not None and judged.verdict.question is not None:
        st.markdown(say(words.ASK_BACK))
        fields.draw_back(of, judged.verdict.question)
    return judged


def draw_ways_on(of: Asked, judged: Judged) -> None:
    """Help, and the next question, which stands on the page as a whole."""
    ladder.draw(of, judged)
    result.draw(of, judged)
    if of.practice.own:
        return
    right = judged.settled is not None and judged.settled.accepted
    if st.button(
        say(words.NEXT),
        icon=":material/navigate_next:",
        type="primary" if right else "secondary",
        key=keys.PRACTISE_NEXT,
        on_click=asked.ask_next,
    ):
        st.rerun()


def draw_blind(of: Asked) -> None:
    """What numbers of one's own cannot show."""
    if of.practice.own:
        given.draw_blind(of.instance.state, of.variable)


PAGE = Page(
    "practise",
    words.IN_MENU,
    ":material/edit_note:",
    "practise",
    on_the_way=words.ON_THE_WAY,
    uses_numbers=False,
)
