"""A number typed above a slider: what is a number is taken, what is not is told so."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from lib.derivation.number import MINUS
from lib.scenario import LARGEST
from lib.text import Text
from lib.text import panel as words
from tests.browser import reading
from tests.browser.conftest import Visit
from tests.browser.network_says import Network
from tests.browser.presets import choose_preset
from tests.browser.screen import Screen
from tests.browser.server import Server

PLACES = {"a 21": 9, "w 00": 16, "w a": 25, "yy": 29}
LIMIT = f"{LARGEST:.0f}"


def type_into(screen: Screen, name: str, text: str) -> None:
    """Click the box, write over what stands there, and press Enter."""
    cell = screen.cell(name)
    cell.click()
    cell.fill(text)
    cell.press("Enter")


@pytest.mark.parametrize(
    ("name", "text", "number"),
    [
        ("w 00", f"{MINUS}1.5", -1.5),
        ("w 00", "-1.5", -1.5),
        ("a 21", "0,25", 0.25),
        ("w a", "1e2", 100.0),
        ("yy", " .5 ", 0.5),
        ("w 00", f"{MINUS}{LIMIT}", -1000.0),
    ],
)
@pytest.mark.usefixtures("server")
def test_a_number_is_taken(shared_tab: Screen, name: str, text: str, number: float) -> None:
    choose_preset(shared_tab, "zero")
    before = reading.slider_numbers(shared_tab.page)
    with shared_tab.run():
        type_into(shared_tab, name, text)
    numbers = reading.slider_numbers(shared_tab.page)
    place = PLACES[name]
    assert numbers[place] == reading.thumbs(shared_tab.page)[place] == number
    assert numbers == [*before[:place], number, *before[place + 1 :]]
    tiles, expected = reading.tiles(shared_tab.page), Network.of(numbers).gradient_texts(3)
    assert {key: tiles[key] for key in expected} == expected
    assert shared_tab.sidebar.get_by_role("alert").inner_text() == ""
    shared_tab.check()


def out_of_range(low: str, high: str) -> str:
    """The sentence with its limits."""
    return words.OUT_OF_RANGE.en.replace("{low}", low).replace("{high}", high)


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("w 00", "abc", words.NOT_NUMBER.en),
        ("w 00", "", words.NOT_NUMBER.en),
        ("w 00", "1.2.3", words.NOT_NUMBER.en),
        ("w 00", "Infinity", words.NOT_NUMBER.en),
        ("w 00", "5000", out_of_range(f"{MINUS}{LIMIT}", LIMIT)),
        ("w 00", "1e999", out_of_range(f"{MINUS}{LIMIT}", LIMIT)),
        ("yy", "1.01", out_of_range("0", "1")),
    ],
)
@pytest.mark.usefixtures("server")
def test_anything_else_gets_a_sentence(
    shared_tab: Screen, name: str, text: str, sentence: str
) -> None:
    before = reading.everything(shared_tab.page)
    place = PLACES[name]
    type_into(shared_tab, name, text)
    expect(shared_tab.sidebar.get_by_role("alert")).to_have_text(sentence)
    shared_tab.page.wait_for_timeout(150)  # nothing may be on its way
    shared_tab.rest()
    assert reading.everything(shared_tab.page) == before
    box = shared_tab.cell(name)
    assert reading.number(box.input_value()) == reading.slider_numbers(shared_tab.page)[place]
    shared_tab.check()


def test_the_sentence_speaks_chinese_and_goes_away(server: Server, visit: Visit) -> None:
    screen = visit(server, "backward", locale="zh-CN")
    said: Text = words.NOT_NUMBER
    type_into(screen, "w 00", "一")
    expect(screen.sidebar.get_by_role("alert")).to_have_text(said.zh)
    screen.press(screen.slider("w 00"), "ArrowRight")
    expect(screen.sidebar.get_by_role("alert")).to_have_text("")
