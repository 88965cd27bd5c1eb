"""The numbers of the first page: the picture of the network and its equations."""

from __future__ import annotations

import streamlit as st

from lib.network import NOTES
from lib.text import network as words
from lib.text import places
from lib.ui.components import diagram, sheet
from lib.ui.components.description import describe
from lib.ui.components.sheet import Sheet
from lib.ui.follow import page_run
from lib.ui.follow.page import Lecture, Page
from lib.ui.follow.snapshot import Snapshot
from lib.ui.lessons.equations import network_lines
from lib.ui.state import session
from lib.ui.state.session import say


@sheet.part("equations")
def equations(on: Sheet, now: Snapshot) -> None:
    """The whole network, line by line."""
    for left, expression, badge in network_lines(now.state):
        on.pair(left, expression, now.precision, badge)


def draw_intro() -> None:
    """What the network is made of; of a composed one in numbers."""
    net = session.scenario().architecture
    if net == NOTES:
        st.markdown(say(words.INTRO))
        return
    told = describe(net, session.language())
    st.markdown(say(places.NETWORK, network=told, weights=net.parameter_count))


def on_the_way(page: Page) -> str:
    """What is said of a page, behind the labels of the notes' equations where it derives them."""
    assert page.on_the_way
    told = say(page.on_the_way)
    derives = page.about != "any" or session.scenario().architecture == NOTES
    if not (page.equations and derives):
        return told
    return say(words.WITH_EQUATIONS, labels=page.equations, told=told)


picture = diagram.part("network_picture", with_ways=False)


def draw_picture() -> None:
    """The picture; a click in it opens that variable's derivation."""
    page_run.show_to_open(picture)


PAGE = Page(
    "network",
    words.IN_MENU,
    ":material/hub:",
    "learn",
    parts=(picture, equations),
    lecture=Lecture(draw_picture),
)
