"""Compose: the sizes and kinds of a network, chosen part by part."""

import streamlit as st

from lib.text import compose as words
from lib.ui.follow import page_run
from lib.ui.frame.pages import link_to, require_frame, ways_on
from lib.ui.lessons import compose
from lib.ui.lessons.compose import draft, parts, told
from lib.ui.state import keys, session
from lib.ui.state.session import say

require_frame()
st.header(say(words.TITLE))
st.markdown(say(words.INTRO))
parts.draw()
told.draw_counts()
with st.container(horizontal=True, vertical_alignment="center", gap="small"):
    link_to("backward", say(words.OPEN))
    st.button(
        say(words.BACK),
        icon=":material/home:",
        key=keys.COMPOSE_BACK,
        on_click=draft.back_to_notes,
        disabled=session.scenario().network is None,
    )
st.caption(say(words.NEXT))
page_run.show_to_open(compose.picture)

st.subheader(say(words.EXAMPLES))
st.caption(say(words.EXAMPLES_NOTE))
told.draw_examples()
ways_on("compose")
