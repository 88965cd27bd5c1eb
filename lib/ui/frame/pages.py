"""What every page shares: its configuration, the way to every other page, the sidebar."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from lib.text import frame
from lib.text import sidebar as words
from lib.ui.follow import page_run, sliders
from lib.ui.frame import sidebar
from lib.ui.state import session, training_run
from lib.ui.state.session import say

_ROOT = Path(__file__).parents[3]
_LESSONS = _ROOT / "pages"
_LOGO = Path(__file__).with_name("logo.svg")
_SIDEBAR_WIDTH = 372
_FRAMED, _PAGES = "framed", "pages"
# Streamlit leaves six rem of nothing above a page; the first effect of a move belongs there.
_STYLE = """<style>
[data-testid="stMainBlockContainer"] { padding: 4rem 2.5rem 2.5rem; max-width: 80rem; }
[data-testid="stSidebarHeader"] { height: 3.2rem; margin-bottom: 0; padding-bottom: 0; }
[data-testid="stSidebarContent"] { padding-left: 0; padding-right: 0; }
[data-testid="stSidebarUserContent"] { padding: 0 1.1rem 1.5rem; }
[data-testid="stSidebarContent"] [data-testid="stVerticalBlock"] { gap: 0.6rem; }
[data-testid="stMain"] .katex { font-size: 1.08em; }
[data-testid="stMain"] .katex .base { margin-top: 0.16em; margin-bottom: 0.16em; }
[data-testid="stTable"] td { vertical-align: middle; }
@media (min-width: 900px) {
  [data-testid="stTable"] td:first-child { white-space: nowrap; }
}
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding: 4rem 1rem 2rem; }
}
@media screen {
  /* what is outside the window is not laid out or painted until it is scrolled to */
  [data-testid="stMain"] [data-testid="stElementContainer"] {
    content-visibility: auto; contain-intrinsic-size: auto 60px; overflow-clip-margin: 4px;
  }
}
@media print {
  [data-testid="stSidebar"], [data-testid="stHeader"], .st-key-not-printed { display: none; }
  [data-testid="stMainBlockContainer"] { padding: 0; max-width: none; }
}
</style>"""
_ICONS = {
    "network": ":material/hub:",
    "cross_entropy": ":material/trending_down:",
    "sigmoid": ":material/show_chart:",
    "forward": ":material/arrow_forward:",
    "backward": ":material/arrow_back:",
    "steps": ":material/footprint:",
    "print": ":material/print:",
    "training": ":material/model_training:",
    "compare": ":material/compare_arrows:",
}


def open_frame() -> StreamlitPage:
    """Set the page up, draw the navigation and the sidebar; return the page to run."""
    session.start()
    sliders.take()
    st.set_page_config(
        page_title=say(frame.NAME),
        page_icon=str(_LOGO),
        layout="wide",
        initial_sidebar_state=_SIDEBAR_WIDTH,
    )
    pages = _pages()
    st.session_state[_PAGES] = pages
    page = st.navigation(list(pages.values()), position="top")
    page_run.begin(page.url_path or "network")
    st.html(_STYLE)
    st.logo(str(_LOGO), size="large")
    with st.sidebar:
        sidebar.draw()
    if session.bad_link():
        st.warning(say(words.BAD_LINK), icon=":material/link_off:")
    if page.url_path != "training":
        training_run.pause()
    st.session_state[_FRAMED] = True
    return page


def require_frame() -> None:
    """Stand at the head of every page file: come back through app.py if it was left out.

    A server whose very first request is a deep link finds the folder named pages/ and runs the page
    file alone. ``st.navigation`` tells it for good that app.py is the way in.
    """
    if st.session_state.pop(_FRAMED, False):
        return
    session.start()
    st.navigation(list(_pages().values()), position="hidden")
    st.rerun()


def _pages() -> dict[str, StreamlitPage]:
    lessons = {
        name: st.Page(
            _LESSONS / f"{name}.py",
            title=say(title),
            url_path="" if name == "network" else name,
            default=name == "network",
        )
        for name, title in frame.PAGES.items()
    }
    hidden = {
        name: st.Page(_LESSONS / f"{name}.py", title=say(title), visibility="hidden")
        for name, title in frame.HIDDEN_PAGES.items()
    }
    return lessons | hidden


def _page(name: str) -> StreamlitPage:
    """A page of this run's navigation."""
    return cast(dict[str, StreamlitPage], st.session_state[_PAGES])[name]


def link_to(name: str, label: str, width: int | Literal["content"] = "content") -> None:
    """A link to another lesson."""
    st.page_link(_page(name), label=label, icon=_ICONS[name], width=width)


def go_to(name: str) -> None:
    """Switch to another lesson."""
    st.switch_page(_page(name))


def ways_on(name: str) -> None:
    """Links to the lesson before and the lesson after, at the foot of a page."""
    names = list(frame.PAGES)
    place = names.index(name)
    before, after = st.columns(2)
    if place > 0:
        other = names[place - 1]
        text = say(frame.BEFORE, page=say(frame.PAGES[other]))
        before.page_link(_page(other), label=text, icon=":material/arrow_back:")
    if place + 1 < len(names):
        other = names[place + 1]
        text = say(frame.NEXT, page=say(frame.PAGES[other]))
        after.page_link(_page(other), label=text, icon=":material/arrow_forward:")
