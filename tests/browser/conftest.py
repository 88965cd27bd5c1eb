"""The browser, one server for all who share, and tabs in every language, colour and size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from scripts import find_browser
from tests.browser.browsers import ARGUMENTS, Browsers
from tests.browser.screen import Screen
from tests.browser.server import Server

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


@pytest.fixture(scope="session")
def browsers(browser: Browser, shared_server: Server) -> Browsers:
    """Browsers with nothing stored."""
    return Browsers(browser, shared_server.origin)


@pytest.fixture
def visit(browsers: Browsers) -> Iterator[Visit]:
    """``visit(server, address, locale=…, …)``: a new learner's browser on a page, as a Screen.

    Every tab is checked for problems when the test is over.
    """
    screens: list[Screen] = []

    def start(server: Server, address: str = "", **options: Any) -> Screen:
        screen = browsers.lend(**options)
        screen.origin = server.origin
        screens.append(screen)
        screen.open(address)
        return screen

    yield start
    try:
        for screen in screens:
            screen.check()
    finally:
        for screen in screens:
            browsers.take_back(screen)


@pytest.fixture(scope="module")
def shared_tab(browsers: Browsers) -> Iterator[Screen]:
    """A tab on Backward for the tests of one file that leave the page as they found it."""
    screen = browsers.lend()
    screen.open("backward")
    yield screen
    browsers.take_back(screen)
