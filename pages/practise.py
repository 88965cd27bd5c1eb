"""Practise: one partial derivative at a time, typed and judged."""

import streamlit as st

from lib.text import practise as words
from lib.ui.follow import address
from lib.ui.frame.pages import require_frame, ways_on
from lib.ui.lessons.practise import asked, question, skills
from lib.ui.state import keys, session
from lib.ui.state.session import say

require_frame()
st.header(say(words.TITLE))
st.markdown(say(words.INTRO))
of = asked.now()
question.draw_choices(of)
question.draw_given(of)


@st.fragment
def answering() -> None:
    """All about the answer, and nothing else: the verdict is there sooner."""
    of = asked.now()
    work, known = st.columns([7, 3], gap="large")
    with work:
        judged = question.draw_answer(of)
        question.draw_ways_on(of, judged)
    with known:
        skills.draw(of)
    address.write(session.link(), keys.PRACTISE_ADDRESS)


if of.instance.variables:
    answering()
    question.draw_blind(of)
ways_on("practise")
