"""A fresh server whose very first request is a deep link shows the whole app."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from lib.text import frame
from lib.text import sidebar as words
from lib.ui.frame.pages import PAGES
from tests.browser.conftest import Visit
from tests.browser.server import Server


def titles() -> list[str]:
    """The navigation's words, in order."""
    return [page.title.en for page in PAGES.values() if page.section]


@pytest.mark.parametrize("name", [name for name, page in PAGES.items() if page.section])
def test_a_first_request_for_a_page_gets_the_whole_app(
    own_server: Server, visit: Visit, name: str
) -> None:
    path = "" if name == "network" else name
    screen = visit(own_server, path)
    page = screen.page
    assert screen.path == path
    assert page.title() == frame.NAME.en
    navigation = page.get_by_test_id("stTopNavLink")
    expect(navigation).to_have_text(titles())
    expect(page.locator("[data-testid=stTopNavLink][aria-current=page]")).to_have_text(
        PAGES[name].title.en
    )
    assert page.get_by_test_id("stSidebar").get_by_role("slider").count() == 16 + 9 + 4 + 1
    expect(page.get_by_role("button", name=words.RANDOMISE.en)).to_be_visible()
    expect(page.get_by_test_id("stMain").get_by_role("heading").first).to_be_visible()
    assert page.get_by_role("dialog").count() == 0
    assert "not found" not in page.get_by_test_id("stApp").inner_text().lower()


def test_an_unknown_path_still_gets_the_app(server: Server, visit: Visit) -> None:
    screen = visit(server, "nowhere")
    expect(screen.page.get_by_test_id("stTopNavLink")).to_have_text(titles())
    # Streamlit says so itself, on the console and in a dialog; nothing else may be wrong
    assert all("does not seem to exist" in problem for problem in screen.problems)
    screen.problems.clear()
