"""One browser tab: goes to pages, waits for Streamlit, and notes everything that goes wrong."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, WebSocket
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

SECONDS = 60.0
"""A busy machine is no reason to fail."""
PARTS = (".panel", ".sheet", ".grids", ".diagram", ".curve")
UNFINISHED = ", ".join(
    ["[data-testid=stSkeleton], [data-stale=true]"]
    + [f"{part}:empty, {part}[aria-busy]" for part in PARTS]
)
"""What waits for the server: a hand's move says itself that no run has taken it yet."""
STAMP = re.compile(rb'"stamp": ?\["(\w+)", ?(\d+)\]')
"""In what a run sends: the session, and the count of its runs."""
SETTLED = """([epoch, serial]) => {
  const bus = window.backpropBus;
  const newest = !bus || (bus.epoch === epoch && bus.serial >= serial && bus.drawn);
  return newest && !document.getAnimations().some((one) => one instanceof CSSTransition);
}"""
"""Every component shows the newest run, and nothing is on its way, such as a sidebar that folds."""
QUIET = 0.12
"""A page is at rest when no run has begun for this long."""

# A page under its own path looks for the server there first, then at the root.
PROBE = re.compile(r"/\w+/_stcore/(health|host-config)$")
ABSENCE = re.compile(r"WebSocket|ERR_|disconnected from server")
LOCAL_SCHEMES = ("data", "blob", "about")


class Screen:
    """A tab on one server.

    Attributes:
        page: Playwright's page.
        problems: exceptions, errors on the console, requests to elsewhere; ``check`` wants none.
    """

    def __init__(self, page: Page, origin: str) -> None:
        self.page, self.origin = page, origin
        self.problems: list[str] = []
        self._running, self._ended = True, 0
        self._stamp: tuple[str, int] = ("", 0)
        self._last_message = 0.0
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.problems.append(f"page error: {error}"))
        page.on("request", self._watch_request)
        page.on("websocket", self._watch_socket)

    # Where it is

    def open(self, address: str = "") -> None:
        """Go to a page, given by its path or as a whole address, and wait until it stands."""
        with self.run():
            self.page.goto(address if "://" in address else f"{self.origin}/{address}")

    def go(self, address: str = "") -> None:
        """To another page or link of the open app, as Back and Forward go: nothing is loaded anew.

        A quarter of what ``open`` costs; but the session is the same, with what it remembers.
        """
        with self.run():
            self.page.evaluate(
                """address => {
                  history.pushState({}, "", address);
                  dispatchEvent(new PopStateEvent("popstate"));
                }""",
                f"/{address}",
            )

    def reload(self) -> None:
        """The browser's own reload: a new session for the server."""
        with self.run():
            self.page.reload()

    @property
    def path(self) -> str:
        """The path in the address bar, without slashes: '' is the first page."""
        return urlsplit(self.page.url).path.strip("/")

    @property
    def link(self) -> str:
        """The scenario in the address bar, or ''."""
        return parse_qs(urlsplit(self.page.url).query).get("s", [""])[0]

    def open_menu(self, label: str) -> Locator:
        """Open the section of the menu above the page that has the page of that title; its link."""
        for section in self.page.get_by_test_id("stTopNavSection").all():
            section.click()
            link = self.page.get_by_test_id("stTopNavDropdownLink").get_by_text(label, exact=True)
            self.page.get_by_test_id("stTopNavDropdownLink").first.wait_for()
            if link.count():
                return link
            section.click()
            self.page.get_by_test_id("stTopNavDropdownLink").first.wait_for(state="detached")
        raise AssertionError(f"no link to {label}")

    def follow_link(self, label: str) -> None:
        """Go to another page by the menu above the page."""
        link = self.open_menu(label)
        with self.run():
            link.click()

    # Waiting

    @contextmanager
    def run(self) -> Iterator[None]:
        """What is done inside makes Streamlit run; afterwards the page is at rest."""
        ended = self._ended
        yield
        self.until(lambda: self._ended > ended, "a run that ends")
        self.rest()

    def rest(self) -> None:
        """Wait until every run has ended and the page shows what it brought."""

        def at_rest() -> bool:
            app = self.page.get_by_test_id("stApp")
            return (
                not self._running
                and time.monotonic() - self._last_message > QUIET
                and app.get_attribute("data-test-script-state") == "notRunning"
                and not self.page.locator(UNFINISHED).count()
                and self.page.evaluate(SETTLED, self._stamp)
            )

        self.until(at_rest, "a page at rest")

    def until(self, holds: Callable[[], bool], what: str, seconds: float = SECONDS) -> None:
        """Wait until something holds; fail with its name otherwise."""
        deadline = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < deadline, f"waited {seconds} s for {what}: {self.problems}"
            self.page.wait_for_timeout(20)

    @property
    def runs_ended(self) -> int:
        """How many runs of the page, or of a part of it, have come to their end."""
        return self._ended

    # What a hand does

    def press(self, target: Locator, *keys: str) -> None:
        """Press keys on an element, one by one, and wait for what they bring."""
        with self.run():
            for key in keys:
                target.press(key)

    def slider(self, name: str) -> Locator:
        """The range input of the sidebar by its spoken name: ``w 00``, ``w a``, ``yy``."""
        self.unfold()
        return self.sidebar.get_by_role("slider", name=name, exact=True)

    def cell(self, name: str) -> Locator:
        """The text box above that slider."""
        self.unfold()
        return self.sidebar.locator(f'.panel input.number[aria-label^="{name}:"]')

    def unfold(self) -> None:
        """Bring out the sliders of the sidebar on a page that puts them away."""
        closed = self.sidebar.locator("details.rest:not([open]):not([hidden]) summary")
        if closed.count():
            closed.click()

    @property
    def sidebar(self) -> Locator:
        """Language, digits, presets, seed and the sliders."""
        return self.page.get_by_test_id("stSidebar")

    def choose(self, name: str) -> None:
        """Press a button of the sidebar that stands for a choice: ``all``, ``中文``."""
        button = self.sidebar.get_by_role("radio", name=name, exact=True)
        if button.get_attribute("aria-checked") != "true":
            with self.run():
                button.click()

    # What went wrong

    def check(self) -> None:
        """Nothing may have gone wrong, on the page or behind it."""
        shown = self.page.get_by_test_id("stException")
        assert shown.count() == 0, shown.first.inner_text()
        assert not self.problems, "\n".join(self.problems)

    def forgive_absence(self) -> None:
        """Drop what the browser said while the server was away, and nothing else."""
        self.problems = [told for told in self.problems if not ABSENCE.search(told)]

    def _hear(self, message: ConsoleMessage) -> None:
        address = message.location.get("url", "")
        if message.type == "error" and not PROBE.search(urlsplit(address).path):
            self.problems.append(f"console: {message.text} ({address})")

    def _watch_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        home = urlsplit(self.origin).netloc
        if parts.scheme not in LOCAL_SCHEMES and parts.netloc != home:
            self.problems.append(f"request to elsewhere: {request.url}")

    def _watch_socket(self, socket: WebSocket) -> None:
        if urlsplit(socket.url).netloc != urlsplit(self.origin).netloc:
            self.problems.append(f"socket to elsewhere: {socket.url}")
        socket.on("framereceived", self._read)

    def _read(self, frame: str | bytes) -> None:
        """Follow the runs as the server tells of them; one that is overtaken may never end."""
        if isinstance(frame, str):
            return
        for epoch, serial in STAMP.findall(frame):
            self._stamp = (epoch.decode(), int(serial))
        message = ForwardMsg()
        message.ParseFromString(frame)
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._running = True
            self._last_message = time.monotonic()
        elif kind == "script_finished":
            self._running = False
            self._ended += 1
            self._last_message = time.monotonic()
