"""Choosing a preset as a learner does."""

from __future__ import annotations

from playwright.sync_api import expect

from lib.scenario import PresetName
from lib.text import sidebar as words
from tests.browser.screen import Screen


def choose_preset(screen: Screen, name: PresetName) -> None:
    """Open the list, look for the name, and click its line."""
    field = screen.sidebar.get_by_test_id("stSelectbox").locator("input")
    field.click()
    field.fill(words.PRESET_NAMES[name].en)  # the list draws only what is in sight
    # the name found comes first: before that, lines still move under the pointer
    option = screen.page.get_by_role("option").first
    expect(option).to_have_text(words.PRESET_NAMES[name].en)
    with screen.run():
        option.click()
