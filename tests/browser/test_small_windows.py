"""The sidebar in both languages, on a desk and a phone; and the first language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest

from lib.scenario import decode
from lib.text import Language, frame, sigmoid
from lib.text import sidebar as words
from tests.browser.browsers import NARROW, WIDE, Browsers
from tests.browser.conftest import Visit
from tests.browser.layout import cut_off
from tests.browser.screen import Screen
from tests.browser.server import Server

LOOKS: list[tuple[Language, str, Literal["light", "dark"]]] = [
    ("en", "en-GB", "light"),
    ("zh", "zh-CN", "dark"),
]


@pytest.fixture(scope="module", params=LOOKS, ids=["en-light", "zh-dark"])
def tab(request: pytest.FixtureRequest, browsers: Browsers) -> Iterator[tuple[Screen, Language]]:
    """A tab that speaks one language in one colour scheme; it goes through every page."""
    language, locale, scheme = request.param
    screen = browsers.lend(locale=locale, color_scheme=scheme)
    screen.open("sigmoid")
    yield screen, language
    browsers.take_back(screen)


@pytest.mark.usefixtures("server")
def test_the_sidebar_fits(tab: tuple[Screen, Language]) -> None:
    screen, language = tab
    for size in (WIDE, NARROW):
        screen.page.set_viewport_size(size)
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


@pytest.mark.parametrize(("locale", "language"), [("zh-TW", "zh"), ("de-DE", "en")])
def test_the_browser_chooses_the_first_language(
    server: Server, visit: Visit, locale: str, language: Language
) -> None:
    screen = visit(server, "sigmoid", locale=locale)
    assert screen.page.get_by_role("heading").first.inner_text() == sigmoid.TITLE.say(language)
    assert screen.page.title().endswith(frame.NAME.say(language))
    screen.until(lambda: screen.link != "", "a link in the address bar")
    assert decode(screen.link).language == language
