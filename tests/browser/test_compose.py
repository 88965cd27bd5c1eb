"""A network is composed with the mouse: sizes, a wrong one, an example, a slider, the way back."""

from __future__ import annotations

from playwright.sync_api import expect

from lib.network import Architecture
from lib.scenario import PRESETS, decode, preset
from lib.text import backward, compose, worked
from tests.browser import reading
from tests.browser.conftest import Visit
from tests.browser.screen import Screen
from tests.browser.server import Server


def choose(screen: Screen, name: str) -> None:
    """A choice of the page by what it shows."""
    with screen.run():
        screen.page.get_by_test_id("stMain").get_by_role("radio", name=name, exact=True).click()


def lower(screen: Screen, field: str, times: int = 1) -> None:
    """The minus of a field for a size."""
    main = screen.page.get_by_test_id("stMain")
    box = main.get_by_test_id("stNumberInput").filter(has_text=compose.FIELDS[field].en).first
    for _ in range(times):
        with screen.run():
            box.get_by_test_id("stNumberInputStepDown").click()


def composed(screen: Screen) -> Architecture:
    """The network of the link in the address bar, once it has come there."""
    return decode(screen.link).architecture


def test_an_exercise_is_composed_followed_and_left(server: Server, visit: Visit) -> None:
    screen = visit(server, "compose")
    main = screen.page.get_by_test_id("stMain")
    for field in ("rows", "columns"):
        lower(screen, field)
    choose(screen, compose.POOLS["max"].en)  # a map of one cell: there is nothing to pool
    expect(main.get_by_test_id("stAlert")).to_contain_text(compose.STAYS.en)
    wanted = Architecture(rows=3, columns=3)
    screen.until(lambda: composed(screen) == wanted, "the network as it was")
    for field in ("kernel_rows", "kernel_columns"):
        lower(screen, field)
    expect(main.get_by_test_id("stAlert")).to_have_count(0)
    choose(screen, compose.ACTIVATIONS["relu"].en)
    choose(screen, compose.HEADS["softmax"].en)
    wanted = Architecture(
        rows=3, columns=3, kernel_rows=2, kernel_columns=2, activation="relu", pool="max",
        outputs=2, head="softmax",
    )  # fmt: skip
    screen.until(lambda: composed(screen) == wanted, "the exercise in the link")

    screen.follow_link(backward.IN_MENU.en)
    tile = screen.page.locator(".tile[data-key=dense-0-0] .number")
    before = tile.inner_text()
    slider = screen.slider("w 0a")
    ended = screen.runs_ended
    slider.press("ArrowRight")
    screen.until(lambda: tile.inner_text() != before, "a number of Backward that follows")
    screen.until(lambda: screen.runs_ended > ended, "the run after the move")
    screen.rest()
    screen.check()

    screen.follow_link(compose.IN_MENU.en)
    with screen.run():
        main.get_by_role("button", name=worked.NAMES["max_pool"].en, exact=True).click()
    rows = reading.table_rows(screen.page)
    assert rows[0][1:] == [r"\displaystyle \begin{matrix} 9 & 2 \\ 6 & 3 \end{matrix}"] * 2 + ["0"]
    with screen.run():
        main.get_by_role("button", name=compose.BACK.en).click()
    screen.until(lambda: composed(screen) == preset("notes").architecture, "the notes' network")
    assert preset(PRESETS[0]).numbers == decode(screen.link).numbers
    screen.check()
