"""On a phone, one slider at the foot of the page moves the page in sight above it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from lib.text import sliders as words
from lib.ui.frame.pages import PAGES
from tests.browser import reading
from tests.browser.conftest import Visit
from tests.browser.screen import Screen
from tests.browser.server import Server

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
}
FIRST = {"cross_entropy": "y out", "sigmoid": "x", "forward": "w 00"}
OWN = {"cross_entropy", "sigmoid"}  # their one number is not the network's
LIVE = {"network", "cross_entropy", "sigmoid", "forward", "backward"}

_WATCH = """
() => {
  window.changes = 0;
  const observer = new MutationObserver((seen) => { window.changes += seen.length; });
  const roots = [document.querySelector("[data-testid=stMain]")];
  for (const root of roots) {
    observer.observe(root, { childList: true, characterData: true, subtree: true });
    for (const node of root.querySelectorAll("*")) if (node.shadowRoot) roots.push(node.shadowRoot);
  }
}
"""


def bar_of(screen: Screen) -> tuple[float, float]:
    """Where the bar begins and ends, from the top of the window."""
    box = screen.page.locator(".foot-bar").bounding_box()
    assert box is not None
    return box["y"], box["y"] + box["height"]


def ends_above_the_bar(screen: Screen) -> bool:
    """Whether the page's last link is in sight at its end, which grows as it is seen."""
    main = screen.page.get_by_test_id("stMain")
    main.evaluate("main => main.scrollTo(0, 1e6)")
    box = main.get_by_test_id("stPageLink").last.bounding_box()
    return box is not None and box["y"] + box["height"] <= bar_of(screen)[0]


def follows(screen: Screen, before: dict[str, object]) -> Callable[[], bool]:
    """Whether the page shows something else than before, and all of it: twice the same."""
    seen = [before]

    def all_of_it() -> bool:
        seen.append(reading.everything(screen.page))
        return before != seen[-1] == seen[-2]

    return all_of_it


def test_every_page_with_sliders_moves_in_sight(server: Server, visit: Visit) -> None:
    screen = visit(server, **PHONE)
    bar = screen.page.locator(".foot-bar")
    screen.open("training")
    expect(bar).to_be_hidden()
    moved = [n for n, page in PAGES.items() if page.section and (page.uses_numbers or n in OWN)]
    assert set(moved) > LIVE
    for name in moved:
        screen.open("" if name == "network" else name)
        expect(bar).to_be_visible()
        assert bar_of(screen)[1] == PHONE["viewport"]["height"]
        # what the number does to the loss is told where the page follows a hand
        expect(bar.locator("output").last).to_be_visible(visible=name in LIVE)
        if name in FIRST:
            expect(bar.get_by_role("slider")).to_have_accessible_name(FIRST[name])
        before = reading.everything(screen.page)
        with screen.run():
            bar.get_by_role("slider").press("ArrowLeft")
            if name in LIVE:
                screen.until(follows(screen, before), f"{name} to follow")
                screen.page.evaluate(_WATCH)
        assert reading.everything(screen.page) != before, name
        if name in LIVE:
            assert screen.page.evaluate("changes") == 0, f"{name}: the run at rest draws again"
        screen.until(lambda: ends_above_the_bar(screen), f"the end of {name}, not covered")


def test_a_tap_chooses_the_number_and_the_keys_move_it(server: Server, visit: Visit) -> None:
    screen = visit(server, "forward", **PHONE)
    bar = screen.page.locator(".foot-bar")
    key = {word: bar.get_by_role("button", name=word.en) for word in (words.LESS, words.MORE)}
    sign = bar.get_by_role("button", name=words.SIGN.en)
    slider, field = bar.get_by_role("slider"), bar.get_by_role("textbox")
    expect(slider).to_have_accessible_name("w 00")
    screen.page.locator(".tile[data-key=image-1-1]").first.tap()
    expect(slider).to_have_accessible_name("a 11")
    with screen.run():
        key[words.MORE].tap()
    with screen.run():
        sign.tap()
    assert reading.slider_numbers(screen.page)[5] == -0.31
    with screen.run():
        key[words.LESS].tap()
    assert reading.slider_numbers(screen.page)[5] == reading.number(field.input_value()) == -0.32
    screen.page.locator(".tile[data-key=s-2]").first.tap()
    expect(bar.get_by_role("alert")).to_have_text(words.COMPUTED.en)
    bar.get_by_role("combobox").select_option("label")
    expect(slider).to_have_accessible_name("yy")
    expect(bar.get_by_role("alert")).to_have_count(0)
    expect(sign).to_be_disabled()
    field.tap()
    field.fill("2")
    field.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "true")
    with screen.run():
        field.fill("3/8")
        field.press("Enter")
    assert reading.slider_numbers(screen.page)[29] == 0.375


def test_the_bar_makes_way(server: Server, visit: Visit) -> None:
    """For a keyboard on the screen, for the open sidebar, for a large window."""
    screen = visit(server, "sigmoid", **PHONE)
    bar = screen.page.locator(".foot-bar")
    expect(bar).to_be_visible()
    screen.page.evaluate(
        """() => {
          Object.defineProperty(visualViewport, "height", { value: innerHeight - 300 });
          visualViewport.dispatchEvent(new Event("resize"));
        }"""
    )
    assert bar_of(screen)[1] == PHONE["viewport"]["height"] - 300
    screen.page.get_by_test_id("stExpandSidebarButton").click()
    expect(bar).to_be_hidden()
    screen.sidebar.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
    expect(bar).to_be_visible()
    screen.page.set_viewport_size({"width": 844, "height": 390})
    expect(bar).to_be_visible()
    screen.page.set_viewport_size({"width": 1440, "height": 900})
    expect(bar).to_be_hidden()
