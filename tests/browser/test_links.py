"""The address bar holds every number: elsewhere, after a reload, Back, or a crash."""

from __future__ import annotations

import pytest

from lib.scenario import decode
from lib.text import sidebar as words
from lib.ui.frame.pages import PAGES
from tests.browser import reading
from tests.browser.conftest import Visit
from tests.browser.screen import Screen
from tests.browser.server import Server

PATHS = {
    name: "" if name == "network" else name
    for name in ("network", "sigmoid", "backward", "practise", "training")
}
"""The pages that show the numbers, and have choices of their own."""


def settled(screen: Screen) -> str:
    """The whole address once the link in it holds the numbers that the sliders show."""

    def holds() -> bool:
        if not screen.link:
            return False
        told = decode(screen.link).numbers
        return reading.slider_numbers(screen.page) == pytest.approx(told, rel=1e-14)

    screen.until(holds, "the link of these numbers")
    return screen.page.url


def visit_all(screen: Screen) -> dict[str, tuple[str, dict[str, object]]]:
    """Go through the pages by the navigation; the address and everything shown on each."""
    seen = {}
    for name, path in PATHS.items():
        screen.follow_link(PAGES[name].title.en)
        assert screen.path == path
        seen[name] = settled(screen), reading.everything(screen.page)
    return seen


def set_everything(screen: Screen) -> None:
    """Move away from every default: numbers, digits, the opened variable, probes, training."""
    screen.choose(words.PRECISION_NAMES[6].en)
    screen.press(screen.slider("w 00"), "ArrowRight", "ArrowRight")
    screen.cell("w c").fill("-0.123456789")
    with screen.run():
        screen.cell("w c").press("Enter")
    screen.follow_link(PAGES["backward"].title.en)
    with screen.run():
        screen.page.locator(".tile[data-key=image-2-1]").click()
    screen.follow_link(PAGES["sigmoid"].title.en)
    screen.press(screen.page.get_by_test_id("stMain").get_by_role("slider"), "ArrowLeft")
    screen.follow_link(PAGES["training"].title.en)
    with screen.run():
        screen.page.get_by_role("button", name="One step").click()


def test_a_link_restores_every_page_in_another_browser(server: Server, visit: Visit) -> None:
    screen = visit(server)
    set_everything(screen)
    seen = visit_all(screen)
    assert all(len(address) < 700 for address, _ in seen.values())
    other = visit(server, seen["backward"][0])
    assert {name: shown for name, (_, shown) in visit_all(other).items()} == {
        name: shown for name, (_, shown) in seen.items()
    }


def test_back_and_forward_go_between_pages_and_keep_the_numbers(
    server: Server, visit: Visit
) -> None:
    screen = visit(server)
    screen.follow_link(PAGES["forward"].title.en)
    screen.press(screen.slider("w 00"), "ArrowRight")
    screen.follow_link(PAGES["backward"].title.en)
    screen.press(screen.slider("a 11"), "ArrowLeft")
    settled(screen)
    numbers = reading.slider_numbers(screen.page)
    for step, path in (
        ("go_back", "forward"),
        ("go_back", ""),
        ("go_forward", "forward"),
        ("go_forward", "backward"),
    ):
        with screen.run():
            getattr(screen.page, step)()
        assert screen.path == path
        assert reading.slider_numbers(screen.page) == numbers
        assert reading.thumbs(screen.page) == numbers
        settled(screen)


def test_a_broken_link_says_so_and_shows_the_defaults(server: Server, visit: Visit) -> None:
    screen = visit(server, "backward?s=AQAAAP____8AyAH0AGQ")
    assert screen.page.get_by_text(words.BAD_LINK.en).is_visible()
    assert reading.slider_numbers(screen.page)[16] == 0.5
    screen.press(screen.slider("w 00"), "ArrowRight")
    assert reading.slider_numbers(screen.page)[16] == 0.55
