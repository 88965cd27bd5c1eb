"""A badge leads to its equation in the notes, and Back returns to where one was."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import expect

from lib.scenario import decode, encode, preset
from lib.text import notes as words
from tests.browser.conftest import Visit
from tests.browser.server import Server


def test_a_badge_leads_to_its_equation_and_back_returns(server: Server, visit: Visit) -> None:
    scenario = replace(preset("notes"), variable="kernel-1-1")
    screen = visit(server, f"backward?s={encode(scenario)}")
    badge = screen.page.get_by_role("link", name="like N11", exact=True)
    assert str(badge.get_attribute("href")).endswith("/notes#n11")
    with screen.run():
        badge.click()
    title = screen.page.get_by_role("heading", name=f"N11 · {words.NAMES['N11'].en}")
    expect(title).to_be_in_viewport()
    box = title.bounding_box()
    assert box is not None
    screen.until(lambda: (title.bounding_box() or box)["y"] < 250, "the equation at the top")
    assert screen.path == "notes"
    with screen.run():
        screen.page.go_back()
    assert screen.path == "backward"
    expect(badge).to_be_visible()
    assert decode(screen.link).variable == "kernel-1-1"
