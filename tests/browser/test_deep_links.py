"""A fresh server whose very first request is a deep link shows the whole app."""

from __future__ import annotations

from playwright.sync_api import expect

from lib.text import frame
from lib.text import sidebar as words
from lib.ui.frame.pages import PAGES
from tests.browser.conftest import Visit
from tests.browser.server import Server


def sections() -> list[str]:
    """The words of the menu, in order."""
    used = {page.section for page in PAGES.values()}
    return [title.en for section, title in frame.SECTIONS.items() if section in used]


def test_a_first_request_for_a_page_gets_the_whole_app(own_server: Server, visit: Visit) -> None:
    name = "compare"
    screen = visit(own_server, name)
    page = screen.page
    assert screen.path == name
    assert page.title() == f"{PAGES[name].title.en} – {frame.NAME.en}"
    expect(page.get_by_test_id("stTopNavSection")).to_have_text(sections())
    screen.unfold()
    assert page.get_by_test_id("stSidebar").get_by_role("slider").count() == 16 + 9 + 4 + 1
    expect(page.get_by_role("button", name=words.RANDOMISE.en)).to_be_visible()
    expect(page.get_by_test_id("stMain").get_by_role("heading").first).to_be_visible()
    assert page.get_by_role("dialog").count() == 0
    expect(screen.open_menu(PAGES[name].title.en)).to_be_visible()
    assert "not found" not in page.get_by_test_id("stApp").inner_text().lower()


def test_an_unknown_path_still_gets_the_app(server: Server, visit: Visit) -> None:
    screen = visit(server, "nowhere")
    expect(screen.page.get_by_test_id("stTopNavSection")).to_have_text(sections())
    # Streamlit says so itself, on the console and in a dialog; nothing else may be wrong
    assert all("does not seem to exist" in problem for problem in screen.problems)
    screen.problems.clear()
