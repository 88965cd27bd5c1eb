"""A number typed above a slider: what is a number is taken, what is not is told so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from lib.derivation.number import MINUS
from lib.scenario import LARGEST, encode, preset
from lib.text import Text
from lib.text import sliders as words
from lib.text.numbers import REFUSALS
from tests.browser import reading
from tests.browser.conftest import Visit
from tests.browser.network_says import Network
from tests.browser.presets import choose_preset
from tests.browser.screen import Screen
from tests.browser.server import Server

PLACES = {"a 21": 9, "w 00": 16, "w 01": 17, "w a": 25, "yy": 29}
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
        ("w 01", "-1.5", -1.5),
        ("a 21", "0,25", 0.25),
        ("w a", "1.5·10⁻⁷", 1.5e-7),
        ("yy", " 3/8 ", 0.375),
        ("w 00", f"{MINUS}{LIMIT}", -1000.0),
    ],
)
@pytest.mark.usefixtures("server")
def test_a_number_is_taken(shared_tab: Screen, name: str, text: str, number: float) -> None:
    before = reading.slider_numbers(shared_tab.page)
    with shared_tab.run():
        type_into(shared_tab, name, text)
    numbers = reading.slider_numbers(shared_tab.page)
    place = PLACES[name]
    assert numbers[place] == reading.thumbs(shared_tab.page)[place] == number
    assert numbers == [*before[:place], number, *before[place + 1 :]]
    tiles, expected = reading.tiles(shared_tab.page), Network.of(numbers).gradient_texts(3)
    assert {key: tiles[key] for key in expected} == expected
    assert not shared_tab.sidebar.locator("[aria-invalid]").count()
    shared_tab.check()


def out_of_range(low: str, high: str) -> str:
    """The sentence with its limits."""
    return words.OUT_OF_RANGE.en.replace("{low}", low).replace("{high}", high)


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("w 00", "abc", REFUSALS["not_a_number"].en),
        ("w 00", "", REFUSALS["empty"].en),
        ("w 00", "1.2.3", REFUSALS["not_a_number"].en),
        ("w 00", "1,234", REFUSALS["two_readings"].en),
        ("w 00", "5000", out_of_range(f"{MINUS}{LIMIT}", LIMIT)),
        ("w 00", "1e999", REFUSALS["not_finite"].en),
        ("yy", "1.01", out_of_range("0", "1")),
    ],
)
@pytest.mark.usefixtures("server")
def test_anything_else_gets_a_sentence(
    shared_tab: Screen, name: str, text: str, sentence: str
) -> None:
    before = reading.everything(shared_tab.page)
    box = shared_tab.cell(name)
    old = box.input_value()
    type_into(shared_tab, name, text)
    assert_refused(shared_tab, name, sentence)
    assert box.input_value() == text  # it is there to be mended
    box.press("Escape")
    assert box.input_value() == old
    assert_all_good(shared_tab)
    shared_tab.rest()
    assert reading.everything(shared_tab.page) == before
    shared_tab.check()


def assert_refused(screen: Screen, name: str, sentence: str) -> None:
    """The field is marked, and says by itself and aloud what is wrong with it."""
    box = screen.cell(name)
    expect(box).to_have_attribute("aria-invalid", "true")
    told = screen.sidebar.get_by_role("alert").filter(has_text=f"{name}: {sentence}")
    expect(told).to_be_visible()
    assert box.get_attribute("aria-describedby") == told.get_attribute("id")


def assert_all_good(screen: Screen) -> None:
    expect(screen.sidebar.locator("[aria-invalid]")).to_have_count(0)
    assert "".join(screen.sidebar.get_by_role("alert").all_inner_texts()).strip() == ""


@pytest.mark.usefixtures("server")
def test_a_mark_stays_until_its_own_field_is_mended(shared_tab: Screen) -> None:
    screen = shared_tab
    type_into(screen, "a 00", "0.1.5")
    with screen.run():
        type_into(screen, "w a", "0.26")
    assert_refused(screen, "a 00", REFUSALS["not_a_number"].en)
    with screen.run():
        type_into(screen, "a 00", "0.15")
    assert_all_good(screen)
    assert reading.slider_numbers(screen.page)[0] == 0.15


def test_the_sentence_speaks_chinese_and_goes_away(server: Server, visit: Visit) -> None:
    screen = visit(server, "backward", locale="zh-CN")
    said: Text = REFUSALS["not_a_number"]
    type_into(screen, "w 00", "一")
    assert_refused(screen, "w 00", said.zh)
    screen.press(screen.slider("w 00"), "ArrowRight")
    assert_all_good(screen)


COMPOSED = """(field) => field.dispatchEvent(
  new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, composed: true }),
)"""


@pytest.mark.usefixtures("server")
def test_enter_goes_on_to_the_next_number_with_its_text_selected(shared_tab: Screen) -> None:
    screen = shared_tab
    screen.cell("a 00").click()
    with screen.run():
        screen.page.keyboard.type("0.3")
        screen.cell("a 00").evaluate(COMPOSED)
        expect(screen.cell("a 00")).to_be_focused()  # that Enter belongs to the input method
        screen.page.keyboard.press("Enter")
    with screen.run():
        screen.page.keyboard.type("0.4")
        screen.page.keyboard.press("Enter")
    assert reading.slider_numbers(screen.page)[:2] == [0.3, 0.4]
    expect(screen.cell("a 02")).to_be_focused()
    with screen.run():
        type_into(screen, "yy", "0.5")
        screen.page.keyboard.type("0.75")  # the last one stays, selected
        screen.page.keyboard.press("Enter")
    assert reading.slider_numbers(screen.page)[-1] == 0.75


def paste_into(screen: Screen, name: str, text: str) -> None:
    """Paste a text into a box."""
    screen.cell(name).focus()
    screen.cell(name).evaluate(
        """(field, text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", text);
          field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, cancelable: true }));
        }""",
        text,
    )


@pytest.mark.usefixtures("server")
def test_what_is_pasted_fills_a_matrix_or_nothing(shared_tab: Screen) -> None:
    choose_preset(shared_tab, "zero")
    with shared_tab.run():
        paste_into(shared_tab, "a 11", "0,2\t0,5\n1\t0,25")
    with shared_tab.run():
        paste_into(shared_tab, "w 11", "[[1, 2, 3], [4, 5, 6], [7, 8, 9]]")
    numbers = reading.slider_numbers(shared_tab.page)
    assert numbers[:12] == [0, 0, 0, 0, 0, 0.2, 0.5, 0, 0, 1, 0.25, 0]
    assert numbers[16:25] == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert Network.of(numbers).gradient_texts(3).items() <= reading.tiles(shared_tab.page).items()
    for name, text, sentence in (
        ("w 02", "1 2", no_room(rows=1, columns=2, place="w 02", high=3, wide=1)),
        ("w 10", f"1 {LIMIT}1", f"w 11 = {LIMIT}1: {out_of_range(f'{MINUS}{LIMIT}', LIMIT)}"),
        ("w 10", "1 2\n3", f"w 10: {REFUSALS['ragged'].en}"),
    ):
        paste_into(shared_tab, name, text)
        expect(shared_tab.sidebar.get_by_role("alert").filter(has_text=sentence)).to_be_visible()
        expect(shared_tab.cell(name)).to_have_attribute("aria-invalid", "true")
        shared_tab.cell(name).press("Escape")
    assert_all_good(shared_tab)
    shared_tab.rest()
    assert reading.slider_numbers(shared_tab.page) == numbers
    shared_tab.check()


def no_room(**numbers: object) -> str:
    """The sentence about a 3×3 matrix that has no room."""
    return words.NO_ROOM.en.format(**numbers, height=3, width=3)


@pytest.mark.usefixtures("server")
def test_a_matrix_is_one_stop_and_the_arrows_go_through_it(shared_tab: Screen) -> None:
    press = shared_tab.page.keyboard.press
    for name in ("w a", "w 00", "a 00"):  # where the others were left
        shared_tab.cell(name).focus()
    press("ArrowRight")
    press("ArrowDown")
    expect(shared_tab.cell("a 11")).to_be_focused()
    for name in ("w 00", "w a", "yy"):
        press("Tab")
        expect(shared_tab.cell(name)).to_be_focused()
    press("Tab")
    expect(shared_tab.slider("yy")).to_be_focused()
    press("Tab")
    expect(shared_tab.sidebar.get_by_role("button", name=words.COPY.en)).to_be_focused()
    for _ in range(4):
        press("Shift+Tab")
    expect(shared_tab.cell("w 00")).to_be_focused()
    press("Shift+Tab")
    expect(shared_tab.cell("a 11")).to_be_focused()  # where it was left
    press("ArrowUp")
    press("ArrowUp")
    press("ArrowUp")
    expect(shared_tab.cell("a 01")).to_be_focused()
    press("1")
    press("ArrowRight")  # in what is typed
    expect(shared_tab.cell("a 01")).to_be_focused()
    press("Escape")
    press("Alt+ArrowDown")
    expect(shared_tab.slider("a 01")).to_be_focused()
    before = reading.thumbs(shared_tab.page)[1]
    with shared_tab.run():
        press("PageUp")
    assert reading.thumbs(shared_tab.page)[1] > before
    press("Enter")
    expect(shared_tab.cell("a 01")).to_be_focused()
    shared_tab.check()


@pytest.mark.usefixtures("server")
def test_typing_what_a_field_shows_is_an_entry(shared_tab: Screen) -> None:
    trained = replace(preset("notes"), dense=(-0.71023362, 2.45962277, 0.0, 0.0))
    screen = shared_tab
    screen.go(f"backward?s={encode(trained)}")
    shown = screen.cell("w b").input_value()
    assert shown == "2.45962"
    with screen.run():
        type_into(screen, "w b", shown)
    assert reading.slider_numbers(screen.page)[26] == 2.45962
    screen.cell("w a").click()
    screen.cell("w c").click()  # to look at a field is no entry
    assert reading.slider_numbers(screen.page)[25] == -0.71023362
