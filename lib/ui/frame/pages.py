"""The one table of pages, and what every page shares: configuration, menu, sidebar."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import cast

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from lib.text import frame, places
from lib.text import sidebar as words
from lib.ui.compare import view as compare
from lib.ui.follow import page_run, readout, sliders
from lib.ui.follow.page import Page
from lib.ui.frame import document, lecture, sidebar
from lib.ui.lessons import (
    backward,
    compose,
    cross_entropy,
    forward,
    network,
    notes,
    sheets,
    sigmoid,
    steps,
)
from lib.ui.lessons.backward import printing
from lib.ui.lessons.practise import bug, question
from lib.ui.state import compare_run, keys, session, training_run
from lib.ui.state.session import say
from lib.ui.training import views as training

_FILES = Path(__file__).parents[3] / "pages"
_LOGO = Path(__file__).with_name("logo.svg")
_SIDEBAR_WIDTH = 372
_STYLE = Path(__file__).with_name("page.css").read_text(encoding="utf-8")


def table_of(*pages: Page) -> dict[str, Page]:
    """The pages by their names.

    Raises:
        ValueError: a page, a path, a part or a key of the session whose name is used twice.
    """
    names = Counter(keys.ALL)
    names.update(path for page in pages for path in (page.name, *page.old_paths))
    names.update(part.key for page in pages for part in page.parts)
    for name, count in names.items():
        if count > 1:
            raise ValueError(f"{name}: {count} pages, parts or keys of the session have this name")
    return {page.name: page for page in pages}


PAGES = table_of(
    network.PAGE,
    cross_entropy.PAGE,
    sigmoid.PAGE,
    forward.PAGE,
    backward.PAGE,
    steps.PAGE,
    notes.PAGE,
    question.PAGE,
    bug.PAGE,
    sheets.PAGE,
    compose.PAGE,
    training.PAGE,
    compare.PAGE,
    printing.PAGE,
)
"""Every page, in the order of the menu and of the way through; the first is the start."""

PARTS = {part.key: part for page in PAGES.values() for part in page.parts}
PARTS |= {part.key: part for part in (readout.NUMBERS, question.VERDICT)}
"""Every part of every page, by its key: what a question of the sliders may ask for."""


def open_frame() -> StreamlitPage:
    """Set the page up, draw the navigation and the sidebar; return the page to run."""
    session.start()
    sliders.take_moves()
    compare_run.settle()
    page = st.navigation(_sections(_register()), position="top")
    shown = _at(page.url_path)
    st.set_page_config(
        page_title=_title(shown),
        page_icon=str(_LOGO),
        layout="wide",
        initial_sidebar_state=_SIDEBAR_WIDTH,
    )
    page_run.begin_run(shown)
    st.html(f"<style>{_STYLE}{_colours()}{lecture.STYLE if page_run.is_lecture() else ''}</style>")
    st.logo(str(_LOGO), size="large")
    with st.sidebar:
        sidebar.draw()
        document.draw(shown)
    _tell_of_network(shown)
    if session.bad_link():
        st.warning(say(words.BAD_LINK), icon=":material/link_off:")
    if page.url_path != "training":
        training_run.pause()
    st.session_state[keys.FRAMED] = True
    return page


def _tell_of_network(shown: Page) -> None:
    """What a page about the notes' network says while another one is composed."""
    network = session.scenario().network
    if network is None or shown.about == "any":
        return
    if shown.about == "notes":
        st.info(say(places.NOTES_ONLY), icon=":material/info:")
        return
    used = network.architecture
    names = {
        "activation": say(places.ACTIVATIONS[used.activation]),
        "head": say(places.HEADS[used.head]),
    }
    st.info(say(places.YOURS_USES, **names), icon=":material/info:")


def _colours() -> str:
    """The colours of the theme for our own HTML; our components get them from Streamlit."""
    names = {"ground": "backgroundColor", "edge": "borderColor", "accent": "primaryColor"}
    said = [
        f"--{name}: light-dark("
        f"{st.get_option(f'theme.light.{option}')}, {st.get_option(f'theme.dark.{option}')});"
        for name, option in names.items()
    ]
    return f".stApp {{ {' '.join(said)} }}"


def _title(page: Page) -> str:
    """The title of a tab and of a bookmark: the example's name, the page, the app."""
    name = session.scenario().name
    at = say(page.title)
    return f"{name} · {at} – {say(frame.NAME)}" if name else f"{at} – {say(frame.NAME)}"


def require_frame() -> None:
    """Stand at the head of every page file: come back through app.py if it was left out.

    A server whose very first request is a deep link finds the folder named pages/ and runs the page
    file alone. ``st.navigation`` tells it for good that app.py is the way in. The folder's name is
    given; in a folder of another name this would not be needed.

    In the lecture view the page ends here: what a room sees of it is drawn instead.
    """
    if st.session_state.pop(keys.FRAMED, False):
        if page_run.is_lecture():
            _draw_lecture()
            st.stop()
        return
    session.start()
    st.navigation(_sections(_register()), position="hidden")
    st.rerun()


def _at(path: str) -> Page:
    """The page at a path."""
    found = (page for page in PAGES.values() if path in (page.name, *page.old_paths))
    return next(found, next(iter(PAGES.values())))


def _register() -> dict[str, StreamlitPage]:
    """Streamlit's page at each path."""
    start = next(iter(PAGES))
    pages = {
        path: st.Page(
            _FILES / f"{page.name}.py",
            title=say(page.title),
            url_path="" if path == start else path,
            default=path == start,
            visibility="visible" if page.section and path == page.name else "hidden",
        )
        for page in PAGES.values()
        for path in (page.name, *page.old_paths)
    }
    st.session_state[keys.PAGES] = pages
    return pages


def _sections(pages: dict[str, StreamlitPage]) -> dict[str, list[StreamlitPage]]:
    """The menu: each section with its pages; what is in no menu stands with the first."""
    menu: dict[str, list[StreamlitPage]] = {say(title): [] for title in frame.SECTIONS.values()}
    for path, page in pages.items():
        menu[say(frame.SECTIONS[_at(path).section or "learn"])].append(page)
    return {title: inside for title, inside in menu.items() if inside}


def _draw_lecture() -> None:
    """What stands in place of the page while it is shown to a room."""
    page = page_run.page()
    lessons = [None, *(one for one in PAGES.values() if one.lecture), None]
    place = lessons.index(page)
    lecture.draw(page, (lessons[place - 1], lessons[place + 1]), go_to)


def _page(name: str) -> StreamlitPage:
    """A page of this run's navigation."""
    return cast(dict[str, StreamlitPage], st.session_state[keys.PAGES])[name]


def link_to(name: str, label: str) -> None:
    """A link to another page."""
    st.page_link(_page(name), label=label, icon=PAGES[name].icon)


def go_to(name: str) -> None:
    """Switch to another page."""
    st.switch_page(_page(name))


def ways_on(name: str) -> None:
    """Links to the page before and the page after, at the foot of a page."""
    names = [page.name for page in PAGES.values() if page.section]
    place = names.index(name)
    columns = st.columns(2)
    for column, at, text, icon in (
        (0, place - 1, frame.BEFORE, ":material/arrow_back:"),
        (1, place + 1, frame.NEXT, ":material/arrow_forward:"),
    ):
        if 0 <= at < len(names):
            other = PAGES[names[at]]
            label = say(text, page=say(other.title))
            columns[column].page_link(_page(other.name), label=label, icon=icon)
