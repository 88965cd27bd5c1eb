"""The page to print as paper shows it: what is torn, where lines go on, how many pages."""

from __future__ import annotations

import re
from dataclasses import replace

from playwright.sync_api import Page

from lib.derivation import variables
from lib.scenario import GEOMETRY, encode, preset
from lib.text import looks
from lib.ui.state import keys
from tests.browser.conftest import Visit
from tests.browser.server import Server

MOST_PAGES = 14
TORN = """(blocks) => blocks.flatMap((block) => {
  const wrong = [];
  if (getComputedStyle(block).breakInside !== "avoid") wrong.push("may be torn");
  if (!block.querySelector("h3, h4")?.innerText.trim()) wrong.push("has no heading");
  for (const equation of block.querySelectorAll(".equation")) {
    const left = equation.querySelector(".left").getBoundingClientRect().right;
    for (const line of equation.querySelectorAll("p")) {
      const pieces = [...line.querySelectorAll(".base")].map((one) => one.getBoundingClientRect());
      if (pieces.some((one) => one.left < left)) wrong.push("goes on left of its =");
      if (pieces.some((one) => one.right > innerWidth)) wrong.push("is cut");
    }
  }
  return wrong.map((what) => `${block.className}: ${what}`);
})"""


def pages_of(page: Page) -> int:
    """How many pages the browser makes of it on the paper that the page asks for."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def test_all_39_derivations_fit_on_fourteen_pages_and_none_is_torn(
    server: Server, visit: Visit
) -> None:
    # each of these has a warning of two lines as well
    every = replace(preset("saturated"), print_all=True, language="zh")
    screen = visit(server, f"print?s={encode(every)}", color_scheme="dark")
    assert 3 < pages_of(screen.page) <= MOST_PAGES
    screen.page.set_viewport_size({"width": 703, "height": 1017})  # A4 without its margins
    screen.page.emulate_media(media="print")
    blocks = screen.page.locator(f"[class*=st-key-{keys.PRINTED_BLOCK}]")
    assert blocks.count() == len(variables(GEOMETRY)) + len(("given", "forward pass"))
    assert blocks.evaluate_all(TORN) == []
    white = "rgb(255, 255, 255)"
    assert screen.page.evaluate("getComputedStyle(document.body).backgroundColor") == white
    assert screen.page.evaluate("document.querySelectorAll('.equation p').length") > 300
    assert not screen.sidebar.is_visible()


def test_the_button_prints_and_one_derivation_takes_two_pages(server: Server, visit: Visit) -> None:
    screen = visit(server, f"print?s={encode(preset('notes'))}")
    screen.page.evaluate(
        "() => { window.printed = 0; window.print = () => { window.printed += 1; }; }"
    )
    screen.page.get_by_role("button", name=looks.PRINT.en).click()
    assert screen.page.evaluate("window.printed") == 1
    assert pages_of(screen.page) <= 2
