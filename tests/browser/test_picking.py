"""A tile or a node of the picture opens its derivation, by mouse and by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from lib.derivation import Variable, plain_symbol, symbol_of, variable_from_key
from lib.scenario import GEOMETRY
from lib.text import backward as words
from lib.text import network
from tests.browser import reading
from tests.browser.conftest import Visit
from tests.browser.screen import Screen
from tests.browser.server import Server


def assert_open(screen: Screen, variable: Variable) -> None:
    """The choice, the tile and the derivation are the variable's, and no other's."""
    symbol = plain_symbol(variable, GEOMETRY)
    chosen = screen.page.get_by_test_id("stMain").get_by_label(words.CHOOSE.en)
    expect(chosen).to_have_value(f"∂L/∂{symbol}")
    pressed: list[str] = screen.page.locator(".tile[aria-pressed=true]").evaluate_all(
        "tiles => tiles.map((t) => t.dataset.key)"
    )
    assert pressed == [variable.key]
    left = rf"\displaystyle \frac{{\partial L}}{{\partial {symbol_of(variable, GEOMETRY)}}} = "
    first = next(text for text in reading.formulas(screen.page) if r"\frac{\partial L}" in text)
    assert first.startswith(left)


@pytest.mark.parametrize("key", ["image-2-1", "kernel-1-1", "dense-3", "s-0", "y_out"])
@pytest.mark.usefixtures("server")
def test_a_click_on_a_tile_opens_it(shared_tab: Screen, key: str) -> None:
    with shared_tab.run():
        shared_tab.page.locator(f"button.tile[data-key={key}]").click()
    assert_open(shared_tab, variable_from_key(key, GEOMETRY))
    shared_tab.check()


@pytest.mark.usefixtures("server")
def test_the_keyboard_opens_a_tile(shared_tab: Screen) -> None:
    screen = shared_tab
    screen.page.locator(".tile[data-key=image-0-0]").focus()
    screen.page.keyboard.press("Tab")
    screen.page.keyboard.press("Tab")
    with screen.run():
        screen.page.keyboard.press("Enter")
    assert_open(screen, Variable("image", (0, 2)))
    # the focus has not been lost: the next Tab goes on from here
    screen.page.keyboard.press("Tab")
    with screen.run():
        screen.page.keyboard.press("Space")
    assert_open(screen, Variable("image", (0, 3)))


@pytest.mark.usefixtures("server")
def test_the_list_opens_a_variable(shared_tab: Screen) -> None:
    screen = shared_tab
    chosen = screen.page.get_by_test_id("stMain").get_by_label(words.CHOOSE.en)
    chosen.fill("o₁₀")  # the list is long: what is typed narrows it
    with screen.run():
        chosen.press("Enter")
    assert_open(screen, Variable("o", (2,)))


def test_a_node_of_the_picture_opens_its_derivation(server: Server, visit: Visit) -> None:
    screen = visit(server)
    with screen.run():
        screen.page.locator(".diagram .node[data-key=kernel-2-2]").click()
    assert_leads_to(screen, Variable("kernel", (2, 2)))
    screen.go()
    screen.page.locator(".diagram .node[data-key=kernel-2-0]").focus()
    screen.page.keyboard.press("Tab")
    with screen.run():
        screen.page.keyboard.press("Enter")
    assert_leads_to(screen, Variable("kernel", (2, 1)))


def assert_leads_to(screen: Screen, variable: Variable) -> None:
    """The link below the picture opens the derivation of the chosen node."""
    opening = network.OPEN.say("en", partial=f"∂L/∂{plain_symbol(variable, GEOMETRY)}")
    with screen.run():
        screen.page.get_by_test_id("stMain").get_by_role("link").filter(has_text=opening).click()
    assert screen.path == "backward"
    assert_open(screen, variable)
