"""Browsers with nothing stored, lent to one learner after the other.

Half of what a page costs a new browser is to start a process and compile Streamlit's scripts there.
Each browser here keeps an empty page of the server open, so that its process outlives the tabs.
"""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, BrowserContext, ViewportSize

from tests.browser.screen import Screen

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--process-per-site",
    # whatever asks for another host gets no answer, and the test hears of it
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
WIDE: ViewportSize = {"width": 1440, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}
LEARNER = {"viewport": WIDE, "locale": "en-US", "reduced_motion": "reduce"}
EMPTY_PAGE = "_stcore/health"
OF_A_TAB = ("color_scheme", "reduced_motion", "forced_colors")
"""What can be set when a tab opens, like its size; anything else needs another browser."""


class Browsers:
    """``lend`` gives a tab; ``take_back`` closes it and clears what its browser kept."""

    def __init__(self, browser: Browser, origin: str) -> None:
        self._browser, self._origin = browser, origin
        self._free: dict[str, list[BrowserContext]] = {}
        self._kinds: dict[BrowserContext, str] = {}

    def lend(self, **options: Any) -> Screen:
        """A tab of a browser that nobody uses; ``options`` as Playwright's ``new_context``."""
        options = LEARNER | options
        size = options.pop("viewport")
        media = {name: options.pop(name) for name in OF_A_TAB if name in options}
        kind = repr(sorted(options.items()))
        free = self._free.setdefault(kind, [])
        context = free.pop() if free else self._begin(kind, options)
        page = context.new_page()
        page.set_viewport_size(size)
        page.emulate_media(**media)
        return Screen(page, self._origin)

    def take_back(self, screen: Screen) -> None:
        """Make its browser as good as new."""
        context = screen.page.context
        kept, *tabs = context.pages
        for tab in tabs:
            tab.close()
        context.clear_cookies()
        context.unroute_all()
        kept.evaluate("localStorage.clear()")
        self._free[self._kinds[context]].append(context)

    def _begin(self, kind: str, options: dict[str, Any]) -> BrowserContext:
        context = self._browser.new_context(**options)
        self._kinds[context] = kind
        context.new_page().goto(f"{self._origin}/{EMPTY_PAGE}")
        return context
