"""The network: what it is, drawn with live numbers, and the way through the lessons."""

import streamlit as st

from lib.derivation import plain_symbol
from lib.text import network as words
from lib.ui.components.diagram.layout import edge_weights
from lib.ui.follow import page_run
from lib.ui.frame.pages import PAGES, link_to, require_frame, ways_on
from lib.ui.lessons import network
from lib.ui.state.session import say

require_frame()
st.header(say(words.TITLE))
network.draw_intro()
network.draw_picture()
now = page_run.snapshot()
# as text: formulas among words bring a second KaTeX, and only here
partial = f"∂L/∂{plain_symbol(now.variable, now.architecture)}"
with st.container(horizontal=True, vertical_alignment="center"):
    st.caption(say(words.SIGNS if edge_weights(now.architecture) else words.COLOURS))
    link_to("backward", say(words.OPEN, partial=partial))

st.subheader(say(words.EQUATIONS))
page_run.show(network.equations)

st.subheader(say(words.WAY))
for page in PAGES.values():
    if page.on_the_way:
        link_to(page.name, f"**{say(page.title)}** · {network.on_the_way(page)}")
ways_on("network")
