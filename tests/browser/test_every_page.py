"""Every page stands: in English on light ground and in 中文 on dark, on a desk and a phone."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Literal

import pytest
from playwright.sync_api import Browser

from lib.scenario import decode
from lib.text import Language, frame, sigmoid
from lib.text import sidebar as words
from lib.ui.frame.pages import PAGES
from tests.browser.conftest import NARROW, WIDE, Visit
from tests.browser.layout import cut_off, too_wide
from tests.browser.screen import Screen
from tests.browser.server import Server

LOOKS: list[tuple[Language, str, Literal["light", "dark"]]] = [
    ("en", "en-GB", "light"),
    ("zh", "zh-CN", "dark"),
]


@pytest.fixture(scope="module", params=LOOKS, ids=["en-light", "zh-dark"])
def tab(
    request: pytest.FixtureRequest, browser: Browser, shared_server: Server
) -> Iterator[tuple[Screen, Language, bool]]:
    """A tab that speaks one language in one colour scheme; it goes through every page."""
    language, locale, scheme = request.param
    context = browser.new_context(viewport=WIDE, locale=locale, color_scheme=scheme)
    yield Screen(context.new_page(), shared_server.origin), language, scheme == "dark"
    context.close()


@pytest.mark.parametrize("name", [name for name, page in PAGES.items() if page.section])
@pytest.mark.usefixtures("server")
def test_it_stands(tab: tuple[Screen, Language, bool], name: str) -> None:
    screen, language, dark = tab
    screen.problems.clear()
    page = screen.page
    page.set_viewport_size(WIDE)
    screen.open("" if name == "network" else name)
    heading = page.get_by_test_id("stMain").get_by_role("heading").first
    assert heading.inner_text() == import_module(f"lib.text.{name}").TITLE.say(language)
    assert is_dark(screen) == dark
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        screen.rest()
        assert too_wide(page) == []
        assert cut_off(page) == []
    screen.check()


@pytest.mark.usefixtures("server")
def test_the_sidebar_fits(tab: tuple[Screen, Language, bool]) -> None:
    screen, language, _ = tab
    for size in (WIDE, NARROW):
        screen.page.set_viewport_size(size)
        screen.open("sigmoid")
        sidebar = screen.page.get_by_test_id("stSidebar")
        opener = screen.page.get_by_test_id("stExpandSidebarButton")
        if opener.is_visible():
            opener.click()
        button = sidebar.get_by_role("button", name=words.RANDOMISE.say(language))
        button.click(trial=True)
        box = sidebar.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size["width"]
        assert cut_off(screen.page) == []
        screen.check()


def is_dark(screen: Screen) -> bool:
    """Whether the page's ground is darker than its letters."""
    return bool(
        screen.page.get_by_test_id("stApp").evaluate(
            """(node) => {
              const parts = (colour) => colour.match(/\\d+/g).slice(0, 3).map(Number);
              const light = (colour) => parts(colour).reduce((a, b) => a + b, 0);
              const style = getComputedStyle(node);
              return light(style.backgroundColor) < light(style.color);
            }"""
        )
    )


@pytest.mark.parametrize(("locale", "language"), [("zh-TW", "zh"), ("de-DE", "en")])
def test_the_browser_chooses_the_first_language(
    server: Server, visit: Visit, locale: str, language: Language
) -> None:
    screen = visit(server, "sigmoid", locale=locale)
    assert screen.page.get_by_role("heading").first.inner_text() == sigmoid.TITLE.say(language)
    assert screen.page.title().endswith(frame.NAME.say(language))
    screen.until(lambda: screen.link != "", "a link in the address bar")
    assert decode(screen.link).language == language
