"""Choosing a preset as a learner does."""

from __future__ import annotations

from lib.scenario import PresetName
from lib.text import panel as words
from tests.browser.screen import Screen


def choose_preset(screen: Screen, name: PresetName) -> None:
    """Open the list and click a line of it."""
    screen.sidebar.get_by_test_id("stSelectbox").locator("input").click()
    option = screen.page.get_by_role("option", name=words.PRESET_NAMES[name].en, exact=True)
    if option.get_attribute("aria-selected") == "true":
        screen.page.keyboard.press("Escape")  # chosen already; the numbers may have moved on
        with screen.run():
            screen.sidebar.get_by_role("button", name=words.RESET.en).click()
        screen.sidebar.get_by_test_id("stSelectbox").locator("input").click()
    with screen.run():
        option.click()
