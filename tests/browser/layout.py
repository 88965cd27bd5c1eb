"""What does not fit: a page wider than its window, words or numbers that are cut off."""

from __future__ import annotations

from playwright.sync_api import Page

# A text is cut off where its box is narrower than it, and the box hides the rest. Our components
# live in shadow roots, so the walk goes through those as well.
_CUT_OFF = """
() => {
  const found = [];
  const holds = "button, [data-testid=stMetric], [data-testid=stPageLink], .tile, .cell, input";
  const slack = 3; // px: a formula ends in room for the slant of its last letter
  const visible = (node) => {
    const box = node.getBoundingClientRect();
    return node.checkVisibility() && box.width > 0 && box.right > 0 && box.left < innerWidth;
  };
  const say = (node) => (node.innerText || node.value || node.title || node.tagName).trim();
  function walk(root, inside) {
    for (const node of root.children) {
      const held = inside || node.matches(holds);
      const wide = node.clientWidth > 1 && node.scrollWidth > node.clientWidth + slack;
      if (held && wide && visible(node)) {
        const style = getComputedStyle(node);
        const hides = style.overflowX !== "visible" || node.matches("button, input, .tile, .cell");
        const decoration = node.matches("[type=range]") || node.closest("[aria-hidden=true]");
        if (hides && !decoration) {
          found.push(`${node.tagName} "${say(node)}": ${node.scrollWidth} in ${node.clientWidth}`);
        }
      }
      walk(node, held);
      if (node.shadowRoot) walk(node.shadowRoot, held);
    }
  }
  walk(document.body, false);
  return found;
}
"""

_TOO_WIDE = """
() => {
  const found = [];
  const main = document.querySelector("[data-testid=stMain]");
  for (const box of [document.scrollingElement, main]) {
    if (box.scrollWidth > box.clientWidth) {
      found.push(`${box.tagName}: ${box.scrollWidth} in ${box.clientWidth}`);
    }
  }
  // a formula may stand in a box that scrolls by itself, but must not run out of the window
  const scrolls = (node) => {
    for (let box = node; box && box !== main; box = box.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(box).overflowX)) return true;
    }
    return false;
  };
  for (const formula of main.querySelectorAll(".katex-html .base")) {
    const right = formula.getBoundingClientRect().right;
    if (right > main.getBoundingClientRect().right + 1 && !scrolls(formula)) {
      const source = formula.closest(".katex").querySelector("annotation").textContent;
      found.push(`formula to ${Math.round(right)}: ${source.slice(0, 80)}`);
    }
  }
  return found;
}
"""


_TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def cut_off(page: Page) -> list[str]:
    """Texts of buttons, metrics, tiles and boxes that do not fit, each with its widths."""
    # what is outside the window is not laid out until it is scrolled to: ask for all of it now
    page.add_style_tag(content="* { content-visibility: visible !important; }")
    page.evaluate(_TWO_FRAMES)
    found: list[str] = page.evaluate(_CUT_OFF)
    return found


def too_wide(page: Page) -> list[str]:
    """What makes the page scroll sideways or runs out of the window."""
    found: list[str] = page.evaluate(_TOO_WIDE)
    return found
