"""The document as a whole: language, the way past the menu, what is said, colours, translators."""

from __future__ import annotations

from playwright.sync_api import expect

from lib.scenario import decode, preset
from lib.text import frame
from lib.ui.follow.snapshot import Snapshot
from lib.ui.lessons.backward import numbers
from tests.browser import reading
from tests.browser.conftest import Visit
from tests.browser.network_says import Network
from tests.browser.screen import Screen
from tests.browser.server import Server

# What Chrome's translator does: a <font> of its own stands where each text was.
TRANSLATE = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  let count = 0;
  for (const text of texts) {
    const parent = text.parentElement;
    if (!text.data.trim() || parent.closest("[translate=no], script, style, svg, font")) continue;
    const outer = document.createElement("font"), inner = document.createElement("font");
    count += 1;
    outer.append(inner);
    if (count % 2) {
      text.replaceWith(outer);
      inner.textContent = text.data.toUpperCase();
    } else {
      text.before(outer);
      inner.append(text);
    }
  }
  return count;
}"""

# What Ctrl+C takes of the part of a formula's line between two places.
COPY = """(line, [from, to]) => {
  const flat = line.querySelector(".katex-html");
  const walker = document.createTreeWalker(flat, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  const [first, last] = [texts.at(from), texts.at(to)];
  getSelection().setBaseAndExtent(first, 0, last, last.length);
  const clipboardData = new DataTransfer();
  const copy = new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true });
  line.dispatchEvent(copy);
  return [copy.defaultPrevented, clipboardData.getData("text/plain")];
}"""


def test_the_document_speaks_and_says_what_moved(server: Server, visit: Visit) -> None:
    screen = visit(server, "backward")
    page = screen.page
    html, live = page.locator("html"), page.locator(".backprop-live")
    expect(html).to_have_attribute("lang", "en")
    expect(live).to_have_text("")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text(frame.SKIP.en)
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    lines = page.locator(".sheet .formula")
    copied, rule = lines.first.evaluate(COPY, [1, -1])
    assert copied
    assert rule.startswith(r"${\frac{\partial L}{\partial w_{00}}} = {\frac{\partial L}{")
    assert lines.nth(1).evaluate(COPY, [-1, -1]) == [False, ""]  # a number alone is copied as text

    screen.press(screen.slider("w 00"), "ArrowRight")
    screen.until(lambda: decode(screen.link).numbers != preset("notes").numbers, "a new link")
    expect(live).to_have_text(numbers.partial_told(Snapshot(decode(screen.link))))
    screen.choose("中文")
    expect(html).to_have_attribute("lang", "zh-Hans")
    expect(page.get_by_test_id("stSkipToContent")).to_have_text(frame.SKIP.zh)
    last_link(screen)
    screen.press(screen.slider("w 00"), "ArrowRight")
    screen.until(lambda: live.inner_text().startswith("L = "), "the loss, said aloud")


def test_a_translated_page_still_follows(server: Server, visit: Visit) -> None:
    screen = visit(server, "backward")
    page = screen.page
    expect(page.locator("[data-testid=stMain] .katex:not([translate=no])")).to_have_count(0)
    assert page.evaluate(TRANSLATE) > 50
    screen.press(screen.slider("w 00"), "ArrowRight", "ArrowRight")
    network = Network.of(tuple(reading.slider_numbers(page)))
    tiles = reading.tiles(page)
    assert {name: tiles[name] for name in network.gradient_texts(3)} == network.gradient_texts(3)
    with screen.run():
        page.locator(".tile[data-key=image-2-1]").click()
    assert any(r"\partial a_{21}" in formula for formula in reading.formulas(page))
    screen.reload()  # the way back to the derivation before is the session's
    main = page.get_by_test_id("stMain")
    for step in ("language", "page"):
        assert page.evaluate(TRANSLATE) > 0
        if step == "language":
            screen.choose("中文")
        else:
            last_link(screen)
        # what is written anew is seen: the page is that of a tab that nobody translates
        shown = main.inner_text().lower()
        screen.reload()
        assert shown == main.inner_text().lower()
    assert screen.path == "steps"


def last_link(screen: Screen) -> None:
    """To the page after this one."""
    with screen.run():
        screen.page.get_by_test_id("stMain").get_by_test_id("stPageLink").last.click()


def test_forced_colours_show_nothing_twice_and_nothing_invisible(
    server: Server, visit: Visit
) -> None:
    screen = visit(server, "backward", forced_colors="active")
    page = screen.page
    rooms = page.locator('.katex-html [style*="color"]')
    assert rooms.count() > 5
    assert set(rooms.evaluate_all("all => all.map((n) => getComputedStyle(n).visibility)")) == {
        "hidden"
    }
    # the visual half is for the eye alone: a formula is read once, as mathematics
    for half in ("mathml", "html"):
        assert page.locator(f".katex > .katex-{half}").count() == page.locator(".katex").count()
    expect(page.locator(".katex > .katex-html:not([aria-hidden=true])")).to_have_count(0)
    shown = page.locator(".bars .bar").evaluate_all(
        "bars => bars.map((bar) => getComputedStyle(bar).backgroundColor)"
    )
    ground = page.locator("body").evaluate("node => getComputedStyle(node).backgroundColor")
    assert len(shown) == 5
    assert ground not in shown
