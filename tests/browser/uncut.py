"""Numbers that do not stand whole in their place: cut, broken over lines, out of their tile."""

from __future__ import annotations

from playwright.sync_api import Page

# What a text covers is measured by a range: an element that hides its overflow keeps its own width.
_CUT = r"""
() => {
  const found = [];
  const slack = 0.75; // px: a text's box is rounded differently from its tile's
  const say = (kind, text, much) => found.push(`${kind} "${text}": ${much}`);
  function lines(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((box) => box.width > 0);
  }
  function whole(kind, node, box) {
    const text = node.textContent;
    const parts = lines(node);
    if (!parts.length) return;
    const bottoms = new Set(parts.map((part) => Math.round(part.bottom)));
    if (bottoms.size > 1) say(kind, text, `on ${bottoms.size} lines`);
    for (const part of parts) {
      const out = Math.max(box.left - part.left, part.right - box.right, part.bottom - box.bottom);
      if (out > slack) say(kind, text, `${out.toFixed(1)} px out of its place`);
    }
    if (node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).overflowX !== "visible") {
      say(kind, text, `${node.scrollWidth} in ${node.clientWidth}`);
    }
    const size = parseFloat(getComputedStyle(node).fontSize);
    if (size < 7.5) say(kind, text, `set in ${size} px`);
  }
  function inside(shape, text) {
    const box = shape.getBBox(), own = text.getBBox();
    const ends = [own.x, own.x + own.width];
    if (shape.tagName === "circle") {
      const middle = own.y + own.height * 0.62 - box.y - box.height / 2;
      return ends.every((x) => Math.hypot(x - box.x - box.width / 2, middle) <= box.width / 2);
    }
    // a line's box is taller than its digits
    const within = own.y >= box.y - 3 && own.y + own.height <= box.y + box.height + 3;
    return within && ends[0] >= box.x - slack && ends[1] <= box.x + box.width + slack;
  }
  function nodes(svg) {
    for (const node of svg.querySelectorAll(".node")) {
      const shape = node.querySelector(".shape");
      const texts = [".name", ".number", ".second"].map((name) => node.querySelector(name));
      for (const text of texts) {
        if (text.getBBox().width && !inside(shape, text)) {
          say("node", text.textContent, `${text.getBBox().width.toFixed(1)} is too wide`);
        }
      }
      const [name, number, second] = texts.map((text) => text.getBBox());
      if (second.width && number.y + 0.8 * number.height > second.y + 0.3 * second.height) {
        say("node", node.textContent, "its numbers run into each other");
      }
      if (name.y + 0.75 * name.height > number.y + 0.35 * number.height) {
        say("node", node.textContent, "its name runs into its number");
      }
    }
  }
  function walk(root) {
    for (const node of root.querySelectorAll("*")) {
      if (node.shadowRoot) walk(node.shadowRoot);
      if (node.closest("[hidden]")) continue;
      if (node.matches(".tile")) {
        for (const text of node.querySelectorAll(".number, .detail span")) {
          whole("tile", text, node.getBoundingClientRect());
        }
      }
      if (node.matches(".diagram svg")) nodes(node);
      if (node.matches(".picture span")) {
        whole("picture", node, node.parentNode.getBoundingClientRect());
      }
      if (node.matches(".panel input.number") && node.clientWidth) {
        const size = parseFloat(getComputedStyle(node).fontSize);
        if (node.scrollWidth > node.clientWidth + 1 || size < 9.5) {
          say("field", node.value, `${node.scrollWidth} in ${node.clientWidth} at ${size} px`);
        }
      }
      const metrics = ".metric .value, [data-testid=stMetricValue] *:not(:has(*)), .bars .value";
      if (node.matches(metrics)) whole("metric", node, { left: 0, right: innerWidth, bottom: 1e9 });
      if (node.matches("td, td p") && !node.querySelector("p, .katex")) {
        whole("table", node, node.getBoundingClientRect());
      }
      if (node.matches(".katex-html > .base")) {
        const parent = node.parentNode.parentNode.querySelector("annotation").textContent;
        const [one, ten] = [...node.children].filter((child) => child.matches(".mord"));
        const power = one?.textContent === "1" && ten?.querySelector(":scope > .msupsub");
        if (power && /^0.?\d/.test(ten.textContent)) {
          say("formula", parent, "may break before its power of ten");
        }
        if (/^yy\)/.test(node.textContent)) say("formula", parent, "may break inside its brackets");
      }
    }
  }
  walk(document);
  return found;
}
"""


def cut_numbers(page: Page) -> list[str]:
    """Every number of tiles, fields, nodes, metrics, tables, formulas that is cut, and how."""
    # what is outside the window is not laid out until it is scrolled to: ask for all of it now
    page.add_style_tag(content="* { content-visibility: visible !important; }")
    page.evaluate("() => document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    found: list[str] = page.evaluate(_CUT)
    return found


def smallest_type(page: Page, selector: str) -> float:
    """The smallest type of the texts there, in px on the screen; an SVG's scale counts."""
    sizes: list[float] = page.locator(selector).evaluate_all(
        """texts => texts.filter((t) => t.textContent).map((text) => {
          const size = parseFloat(getComputedStyle(text).fontSize);
          const svg = text.closest("svg");
          return svg ? size * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : size;
        })"""
    )
    return min(sizes)
