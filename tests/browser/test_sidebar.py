"""Presets, seeds, the way back, one's own examples, language and digits."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from lib.scenario import PRESETS, PresetName, preset, randomised
from lib.text import backward
from lib.text import sidebar as words
from lib.ui.frame.pages import PAGES
from tests.browser import reading
from tests.browser.conftest import Visit
from tests.browser.network_says import Network
from tests.browser.presets import choose_preset
from tests.browser.screen import Screen
from tests.browser.server import Server


def assert_numbers(screen: Screen, numbers: tuple[float, ...]) -> None:
    """The sliders, their thumbs and the partial derivatives are those of these numbers."""
    assert reading.slider_numbers(screen.page) == list(numbers)
    assert reading.thumbs(screen.page) == list(numbers)
    tiles, expected = reading.tiles(screen.page), Network.of(numbers).gradient_texts(3)
    assert {name: tiles[name] for name in expected} == expected


def press(screen: Screen, name: str) -> None:
    """Click a button of the sidebar."""
    with screen.run():
        screen.sidebar.get_by_role("button", name=name).click()


@pytest.mark.parametrize("name", [PRESETS[-1], PRESETS[2], PRESETS[0]])
@pytest.mark.usefixtures("server")
def test_a_preset_brings_its_numbers(shared_tab: Screen, name: PresetName) -> None:
    choose_preset(shared_tab, name)
    assert_numbers(shared_tab, preset(name).numbers)
    shared_tab.check()


@pytest.mark.usefixtures("server")
def test_a_slider_moves_from_a_preset_which_can_be_chosen_again(shared_tab: Screen) -> None:
    screen = shared_tab
    choose_preset(screen, "vertical")
    screen.press(screen.slider("w 11"), "ArrowRight")
    numbers = list(preset("vertical").numbers)
    numbers[16 + 4] = 0.05
    assert_numbers(screen, tuple(numbers))
    choose_preset(screen, "vertical")
    assert_numbers(screen, preset("vertical").numbers)


def test_a_seed_a_draw_and_the_way_back(server: Server, visit: Visit) -> None:
    screen = visit(server, "backward?seed=4711")
    notes = preset("notes")
    assert_numbers(screen, randomised(notes, 4711).numbers)
    screen.until(lambda: "seed=" not in screen.page.url, "an address that draws no more")
    seed = screen.sidebar.get_by_test_id("stNumberInputField")
    expect(seed).to_have_value("4711")
    screen.press(screen.slider("w 00"), "ArrowRight")
    expect(seed).to_have_value("")
    mine = reading.slider_numbers(screen.page)
    press(screen, words.RANDOMISE.en)
    assert_numbers(screen, randomised(notes, int(seed.input_value())).numbers)
    press(screen, words.UNDO["seed"].en)
    assert_numbers(screen, tuple(mine))
    seed.fill("7")
    with screen.run():
        seed.press("Enter")
    assert_numbers(screen, randomised(notes, 7).numbers)
    with screen.run():
        screen.slider("w 00").press("Control+z")
    assert_numbers(screen, tuple(mine))
    field = screen.cell("w 01")
    field.fill("0.125")
    field.press("Control+z")  # a field has an undo of its own
    assert field.input_value() != "0.125"
    field.press("Escape")
    with screen.run():
        screen.slider("w 01").press("Control+z")
    assert_numbers(screen, randomised(notes, 4711).numbers)


def test_examples_are_named_and_outlive_a_reload(server: Server, visit: Visit) -> None:
    screen = visit(server, "backward")
    for name in ("Exercise 1", ":smile: www.example.org"):
        press(screen, words.RANDOMISE.en)
        screen.sidebar.get_by_role("button", name=words.FILE.en).click()
        field = screen.page.get_by_label(words.EXAMPLE_NAME.en)
        field.fill(name)
        with screen.run():
            field.press("Enter")
        screen.page.keyboard.press("Escape")
        assert screen.page.title() == f"{name} · Backward – Backprop by Hand"
        screen.until(lambda: screen.link != "", "a link in the address bar")
    screen.reload()
    box = screen.sidebar.get_by_test_id("stSelectbox").locator("input")
    expect(box.first).to_have_value("★ :smile: www.example.org")
    screen.rest()
    box.press("ArrowDown")  # opens the list
    with screen.run():
        screen.page.get_by_role("option", name="★ Exercise 1", exact=True).click()
    assert screen.page.title() == "Exercise 1 · Backward – Backprop by Hand"
    assert screen.page.locator("a[href*='example.org']").count() == 0


def test_on_a_phone_a_page_that_was_asked_for_is_seen(server: Server, visit: Visit) -> None:
    screen = visit(server, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    screen.page.get_by_test_id("stExpandSidebarButton").click()
    expect(screen.sidebar).to_have_attribute("data-collapsed", "false")
    with screen.run():
        screen.sidebar.get_by_role("link", name=PAGES["backward"].title.en).tap()
    assert screen.path == "backward"
    expect(screen.sidebar).to_have_attribute("data-collapsed", "true")


@pytest.mark.usefixtures("server")
def test_the_language_keeps_every_number(shared_tab: Screen) -> None:
    screen = shared_tab
    screen.choose("all")
    screen.press(screen.slider("w 02"), "ArrowRight", "ArrowRight")
    before = reading.everything(screen.page)
    screen.choose(words.LANGUAGE_NAMES["zh"].zh)
    expect(screen.page.get_by_role("heading").first).to_have_text(backward.TITLE.zh)
    after = reading.everything(screen.page)
    for part in ("formulas", "sliders", "tables"):
        assert after[part] == before[part]
    assert list(after["metrics"].values()) == list(before["metrics"].values())  # type: ignore[attr-defined]
    screen.choose(words.LANGUAGE_NAMES["en"].en)
    assert reading.everything(screen.page) == before
