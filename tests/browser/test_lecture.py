"""The lecture view: every lesson can be read from the last row, and a clicker goes through them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import ViewportSize, expect

from lib.derivation import Variable, computed_number
from lib.scenario import decode, encode, preset
from lib.text import lecture as words
from lib.text import predict
from lib.text import steps as words_of_steps
from lib.ui.follow.readout import UNKNOWN
from lib.ui.frame.pages import PAGES
from tests.browser import reading
from tests.browser.conftest import Visit
from tests.browser.layout import cut_off, too_wide
from tests.browser.screen import Screen
from tests.browser.server import Server

NOTES = preset("notes")
LESSONS = [name for name, page in PAGES.items() if page.lecture]
PROJECTED: tuple[ViewportSize, ...] = (
    {"width": 1280, "height": 720},
    {"width": 1920, "height": 1080},
    {"width": 1440, "height": 900},
    {"width": 1024, "height": 768},
)
ZOOMED: tuple[ViewportSize, ...] = (
    {"width": 853, "height": 480},  # 1280×720 at 150 %
    {"width": 640, "height": 360},  # the same at 200 %
)
SMALLEST = 0.022
"""Of the height of the window."""

_TEXTS = """
() => {
  const found = [];
  const left_out = ".katex-mathml, .backprop-live, .spoken, style, script, option, title, "
    + "[data-testid=stSkipToContent]";
  // KaTeX puts the parts of a formula where they belong: a formula is one box
  const box_of = (node, range) => (node.closest(".katex") ?? range).getBoundingClientRect();
  const seen = (node, box) => box.width > 1 && box.height > 1
    && box.right > 0 && box.left < innerWidth
    && node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  function add(node, text, box) {
    const style = getComputedStyle(node);
    const scale = node instanceof SVGElement ? node.getScreenCTM().a : 1;
    const size = parseFloat(style.fontSize) * scale;
    const holder = node.closest("[data-testid=stElementContainer]")?.getBoundingClientRect();
    if (size && seen(node, box)) found.push({
      text: text.trim(), size, formula: Boolean(node.closest(".katex")),
      low: Boolean(holder) && box.bottom > holder.bottom + 4,
      bar: Boolean(node.closest(".foot-bar")), box: [box.left, box.top, box.right, box.bottom],
    });
  }
  function walk(root) {
    for (const node of root.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && node.data.trim().replaceAll("\\u200b", "")) {
        const range = document.createRange();
        range.selectNodeContents(node);
        const parent = node.parentElement ?? node.getRootNode().host;
        add(parent, node.data, box_of(parent, range));
      }
      if (!(node instanceof Element) || node.matches(left_out)) continue;
      if (node.matches("input:not([type=range], [type=checkbox])")) {
        add(node, node.value, node.getBoundingClientRect());
      }
      if (node.shadowRoot) walk(node.shadowRoot);
      walk(node);
    }
  }
  walk(document.body);
  return found;
}
"""


def texts(screen: Screen) -> list[dict[str, Any]]:
    """Every text that can be seen when the page is scrolled to it: its size in px, its box."""
    found: list[dict[str, Any]] = screen.page.evaluate(_TEXTS)
    return found


def resize(screen: Screen, size: ViewportSize) -> None:
    """Another window, and all that is measured in it at rest."""
    screen.page.set_viewport_size(size)
    screen.page.evaluate(
        """height => new Promise((done) => {
          let frames = 0; // of the new height: the second one has laid out what watches its size
          const look = () => ((frames += innerHeight === height) > 2 ? done() : again());
          const again = () => requestAnimationFrame(look);
          again();
        })""",
        size["height"],
    )


def overlaps(found: list[dict[str, Any]]) -> list[str]:
    """Texts that lie over one another; the room above and below letters does not count."""
    boxes = []
    for told in found:
        left, top, right, bottom = told["box"]
        edge = 0.28 * (bottom - top)
        boxes.append((told, (left + 1, top + edge, right - 1, bottom - edge)))
    return [
        f"{one['text']} over {other['text']}"
        for place, (one, a) in enumerate(boxes)
        for other, b in boxes[place + 1 :]
        if one["bar"] == other["bar"]
        and not (one["formula"] and one["box"] == other["box"])
        and a[0] < b[2]
        and b[0] < a[2]
        and a[1] < b[3]
        and b[1] < a[3]
    ]


def opened(visit: Visit, server: Server, page: str = "network", **changed: Any) -> Screen:
    """A tab on a lesson in the lecture view."""
    link = encode(replace(NOTES, lecture=True, **changed))
    return visit(server, address(page, link), viewport=PROJECTED[0])


def address(page: str, link: str) -> str:
    return f"{'' if page == 'network' else page}?s={link}"


def test_every_lesson_is_read_from_the_last_row(server: Server, visit: Visit) -> None:
    screen = opened(visit, server)
    assert len(LESSONS) == 6
    for name in LESSONS:
        for view in ("heatmaps", "picture") if name == "backward" else ("heatmaps",):
            at = replace(NOTES, lecture=True, backward_view=view, operations_done=40)
            screen.page.set_viewport_size(PROJECTED[0])
            screen.open(address(name, encode(at)))
            expect(screen.page.locator(".foot-bar").get_by_role("slider")).to_be_visible()
            for size in (*PROJECTED, *ZOOMED):
                resize(screen, size)
                assert cut_off(screen.page) == [], (name, size)  # lays out what is not in sight
                assert too_wide(screen.page) == [], (name, size)
                found = texts(screen)
                assert len(found) > 15, name
                assert overlaps(found) == [], (name, size)
                assert [t["text"] for t in found if t["low"] and not t["bar"]] == [], (name, size)
                if size in PROJECTED:
                    least = SMALLEST * size["height"]
                    assert [t for t in found if t["size"] < least - 0.01] == [], (name, size)
                    main = screen.page.get_by_test_id("stMain")
                    fits = main.evaluate("main => main.scrollHeight <= main.clientHeight + 1")
                    assert fits, (name, size)
    screen.page.set_viewport_size(PROJECTED[0])
    screen.open(address("network", encode(replace(preset("channels"), lecture=True))))
    found = texts(screen)
    assert len([t for t in found if t["text"].startswith("Kernel")]) == 6
    assert overlaps(found) == []
    assert min(t["size"] for t in found) > 0.95 * SMALLEST * PROJECTED[0]["height"]


def test_a_clicker_goes_through_the_lessons(server: Server, visit: Visit) -> None:
    screen = visit(server)
    title = screen.page.get_by_test_id("stMain").get_by_role("heading")
    switch = screen.sidebar.get_by_text(words.SWITCH.en, exact=True)
    with screen.run():
        switch.click()
    expect(title).to_have_text(PAGES["network"].title.en)
    expect(screen.sidebar.get_by_role("radio").first).not_to_be_in_viewport()
    screen.until(lambda: decode(screen.link).lecture, "the view in the link")

    def press(key: str) -> None:
        with screen.run():
            screen.page.keyboard.press(key)

    for name, key in zip(LESSONS[1:4], ("PageDown", "ArrowRight", "PageDown"), strict=True):
        press(key)
        expect(title).to_have_text(PAGES[name].title.en)
    for window in ("1", "2", "3"):
        press("PageDown")
        formula = reading.formulas(screen.page)[0]
        assert formula.startswith(rf"\displaystyle s_{{{window}}} ="), formula
    press("PageUp")
    assert reading.formulas(screen.page)[0].startswith(r"\displaystyle s_{2} =")
    for _ in range(2):  # the last window, and on
        press("PageDown")
    expect(title).to_have_text(PAGES["backward"].title.en)
    for variable in ("y_out", "alpha", "dense-0", "o-0", "s-0", "kernel-0-0", "image-0-0"):
        expect(screen.page.locator(".tile.open")).to_have_attribute("data-key", variable)
        press("PageDown")  # layer by layer back from the loss
    expect(title).to_have_text(PAGES["steps"].title.en)
    for _ in range(2):
        press("PageDown")
    press("PageUp")
    screen.until(lambda: decode(screen.link).operations_done == 1, "one operation")
    loss = [f"L = {UNKNOWN}", f"L = {computed_number(NOTES.state().loss, 3)}"]
    told = screen.page.locator(".foot-bar output")
    expect(told.nth(1)).to_have_text(loss[0])  # the walk has not come to it
    screen.open(address("steps", encode(replace(NOTES, lecture=True, operations_done=11))))
    expect(told).to_have_text([f"∂L/∂w00 = {UNKNOWN}", loss[1]])
    press("Escape")
    expect(screen.sidebar.get_by_role("radio").first).to_be_in_viewport()
    expect(screen.page.locator(".foot-bar")).to_be_hidden()
    screen.until(lambda: not decode(screen.link).lecture, "the view out of the link")


def test_the_slider_has_its_partial_and_the_loss_beside_it(server: Server, visit: Visit) -> None:
    screen = opened(visit, server, "backward")
    bar = screen.page.locator(".foot-bar")
    slider, told = bar.get_by_role("slider"), bar.locator("output")
    with screen.run():
        screen.page.locator(".tile[data-key=image-1-1]").click()
    expect(slider).to_have_accessible_name("a 11")
    screen.press(slider, "ArrowRight")  # an arrow of the slider's, which the clicker leaves to it
    expect(screen.page.get_by_role("heading")).to_have_text(PAGES["backward"].title.en)
    screen.until(lambda: decode(screen.link).image[5] == 0.31, "the move in the link")
    state = decode(screen.link).state()
    partial = computed_number(state.gradient(Variable("image", (1, 1))), 3)
    assert told.all_inner_texts() == [
        f"∂L/∂a11 = {partial}",
        f"L = {computed_number(float(state.gradients.loss), 3)}",
    ]


def test_what_is_to_be_predicted_is_asked_and_hidden(server: Server, visit: Visit) -> None:
    screen = opened(visit, server, "backward", predict=True)
    told, shown = screen.page.locator(".foot-bar output"), screen.page.get_by_test_id("stMain")
    partial = computed_number(NOTES.state().gradient(Variable("kernel", (0, 0))), 3)
    for name in ("backward", "steps"):
        at = replace(
            NOTES, lecture=True, predict=True, operations_done=40 if name == "steps" else 0
        )
        screen.page.set_viewport_size({"width": 1440, "height": 900})
        screen.open(address(name, encode(at)))
        foot = screen.page.locator(".foot-bar").bounding_box()
        reveal = shown.get_by_role("button", name=predict.REVEAL.en)
        button = reveal.bounding_box()
        assert foot
        assert button
        assert button["y"] + button["height"] <= foot["y"]  # without scrolling
        if name == "backward":
            expect(told.first).to_have_text(f"∂L/∂w00 = {UNKNOWN}")
            expect(shown.locator(".tile")).to_have_count(0)
        with screen.run():
            screen.page.keyboard.press("PageDown")  # first what was asked for
        expect(reveal).to_have_count(0)
        if name == "backward":
            expect(told.first).to_have_text(f"∂L/∂w00 = {partial}")
            continue
        expect(shown).to_contain_text(
            words_of_steps.AT.say("en", done=41, count=64, phase="Backward")
        )
        with screen.run():
            screen.page.keyboard.press("PageDown")
        expect(reveal).to_be_visible()


@pytest.mark.usefixtures("server")
def test_a_page_that_is_no_lesson_stays_as_it_is(server: Server, visit: Visit) -> None:
    screen = opened(visit, server, "training")
    expect(screen.sidebar.get_by_text(words.SWITCH.en, exact=True)).to_be_visible()
    expect(screen.page.locator(".foot-bar")).to_be_hidden()
