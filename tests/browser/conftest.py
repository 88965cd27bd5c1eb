"""The browser, one server for all who share, and tabs in every language, colour and size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize, sync_playwright

from scripts import find_browser
from tests.browser.screen import Screen
from tests.browser.server import Server

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # whatever asks for another host gets no answer, and the test hears of it
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
WIDE: ViewportSize = {"width": 1440, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}

Visit = Callable[..., Screen]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole worker. A machine without one fails here: nothing is skipped."""
    path = find_browser.installed()
    if path is None:
        pytest.fail("No Chromium was found: python scripts/find_browser.py installs one.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def shared_server() -> Iterator[Server]:
    """The server that most tests share."""
    server = Server()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def server(shared_server: Server) -> Iterator[Server]:
    """The shared server; a traceback in its log fails the test that caused it."""
    before = len(shared_server.log())
    yield shared_server
    said = shared_server.log()[before:]
    assert "Traceback" not in said, said


@pytest.fixture
def own_server() -> Iterator[Server]:
    """A server that has never been asked anything, for this test alone."""
    server = Server()
    server.start()
    yield server
    server.stop()
    assert "Traceback" not in server.log(), server.log()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """``visit(server, address, locale=…, …)``: a new learner's browser on a page, as a Screen.

    Every tab is checked for problems when the test is over.
    """
    contexts: list[BrowserContext] = []
    screens: list[Screen] = []

    def start(server: Server, address: str = "", **options: Any) -> Screen:
        options = {"viewport": WIDE, "locale": "en-US", "reduced_motion": "reduce"} | options
        context = browser.new_context(**options)
        contexts.append(context)
        screen = Screen(context.new_page(), server.origin)
        screens.append(screen)
        screen.open(address)
        return screen

    yield start
    try:
        for screen in screens:
            screen.check()
    finally:
        for context in contexts:
            context.close()


@pytest.fixture(scope="module")
def shared_tab(browser: Browser, shared_server: Server) -> Iterator[Screen]:
    """A tab on Backward for the tests of one file that leave the page as they found it."""
    context = browser.new_context(viewport=WIDE, locale="en-US", reduced_motion="reduce")
    screen = Screen(context.new_page(), shared_server.origin)
    screen.open("backward")
    yield screen
    context.close()
