"""Step by step in the hand: a phone's screen holds what a step needs, and a clicker moves it."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import expect

from lib.scenario import decode, encode, preset
from tests.browser.conftest import Visit
from tests.browser.server import Server


def test_next_picture_and_formula_share_a_phones_screen(server: Server, visit: Visit) -> None:
    scenario = replace(preset("notes"), operations_done=1)
    screen = visit(
        server,
        f"steps?s={encode(scenario)}",
        viewport={"width": 390, "height": 844},
        has_touch=True,
    )
    page = screen.page
    following = page.locator(".st-key-steps_next button")
    formula = page.locator(".st-key-steps_operation .katex").first
    node = page.locator(".diagram .node[data-key=image-1-1]")
    for scroll in (0, 300):
        page.get_by_test_id("stMain").evaluate("(main, by) => main.scrollTo(0, by)", scroll)
        expect(following).to_be_in_viewport(ratio=1)
        expect(formula).to_be_in_viewport(ratio=1)
    expect(node).to_be_in_viewport(ratio=1)
    following.tap(trial=True)  # nothing lies over it
    node.tap(trial=True)
    with screen.run():
        page.keyboard.press("PageDown")
    with screen.run():
        page.keyboard.press("PageDown")
    with screen.run():
        page.keyboard.press("PageUp")
    screen.until(lambda: decode(screen.link).operations_done == 2, "the second operation")
