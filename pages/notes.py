"""The notes: their thirteen equations, the symbols, the signs on the screen, and the glossary."""

import streamlit as st

from lib.text import notes as words
from lib.ui.frame.pages import PAGES, link_to, require_frame, ways_on
from lib.ui.lessons import notes
from lib.ui.state import keys
from lib.ui.state.session import say


def link_to_page(name: str) -> None:
    """The way from an equation to where it stands with its numbers."""
    link_to(name, say(words.LIVE, page=say(PAGES[name].title)))


require_frame()
st.header(say(words.TITLE))
st.markdown(say(words.INTRO))
with st.container(key=keys.NOTES):
    notes.draw_contents()
    notes.draw_equations(link_to_page)
    notes.draw_signs()
    notes.draw_glossary()
ways_on("notes")
