"""What a hand does to the components: a stroke of the brush, a pointer on a curve, buttons."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from lib.derivation import variables
from lib.scenario import GEOMETRY, decode
from lib.text import looks
from lib.text import sliders as words
from lib.ui.components.diagram import highlight_of
from lib.ui.state import keys
from tests.browser.conftest import Visit
from tests.browser.server import Server


def middle(target: Locator) -> tuple[float, float]:
    """Where a pointer meets an element."""
    box = target.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_an_image_is_painted_and_added(server: Server, visit: Visit) -> None:
    screen = visit(server, "training")
    page = screen.page
    page.get_by_test_id("stMain").get_by_test_id("stExpander").locator("summary").click()
    dots = page.locator(".dot")
    dots.first.scroll_into_view_if_needed()
    page.mouse.move(*middle(dots.nth(0)))
    page.mouse.down()
    for n in (1, 2, 6):
        page.mouse.move(*middle(dots.nth(n)), steps=4)
    page.mouse.up()
    page.mouse.move(*middle(dots.nth(15)))
    expect(dots.nth(6)).to_be_in_viewport()
    page.locator(".side input[type=range]").fill("0.5")
    dots.nth(6).focus()
    for key in ("ArrowDown", "Space", "ArrowRight", "ArrowRight", "ArrowDown", "Enter"):
        page.keyboard.press(key)  # the second step to the right would leave the row: it stays
    painted = {0: "1", 1: "1", 2: "1", 6: "1", 10: "0.5", 15: "0.5"}
    wanted = [painted.get(n, "") for n in range(16)]
    assert dots.all_inner_texts() == wanted
    with screen.run():
        page.locator(".side .row button").nth(1).click()
    added = page.locator(f".st-key-{keys.OWN_PICTURES} .thumbnail")
    expect(added).to_have_count(1)
    expect(added).to_have_attribute("title", "0: yy = 1")
    levels: list[int] = added.locator("canvas").evaluate(
        """(canvas) => [...canvas.getContext("2d").getImageData(0, 0, 4, 4).data]
             .filter((_, n) => n % 4 === 3)"""
    )
    assert levels == [round(255 * float(text or 0)) for text in wanted]


def test_a_copied_link_leads_to_these_numbers(server: Server, visit: Visit) -> None:
    screen = visit(server, "forward", permissions=["clipboard-read", "clipboard-write"])
    screen.press(screen.slider("w 11"), "ArrowRight")
    screen.press(screen.slider("w 12"), "ArrowRight")
    screen.sidebar.get_by_role("button", name=words.COPY.en).click()
    expect(screen.sidebar.get_by_role("button", name=words.COPIED.en)).to_be_visible()
    copied: str = screen.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{screen.origin}/forward?s=")
    screen.until(lambda: screen.page.url == copied, "the same link in the address bar")
    assert decode(screen.link).kernel[5] == 0.15


def test_the_picture_draws_the_ways_to_the_loss(server: Server, visit: Visit) -> None:
    screen = visit(server, "backward")
    page = screen.page
    with screen.run():
        page.get_by_role("radio", name=looks.PICTURE.en, exact=True).click()
    for key in ("kernel-0-0", "image-0-0", "dense-2", "y_out"):
        variable = next(v for v in variables(GEOMETRY) if v.key == key)
        if page.locator(f".node.open[data-key={key}]").count() == 0:
            with screen.run():
                page.locator(f".node[data-key={key}]").click()
        ways = page.locator(".diagram .path")
        expect(ways).to_have_count(len(highlight_of(variable).paths))
        for way, nodes in zip(ways.all(), highlight_of(variable).paths, strict=True):
            assert (way.get_attribute("d") or "").count("C") == len(nodes) - 1
