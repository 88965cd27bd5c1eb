"""Sheets of formulas: what they are made of, and what is left where they cannot be set."""

from __future__ import annotations

from playwright.sync_api import expect

from lib.text import backward as words
from lib.text import sigmoid
from tests.browser import reading
from tests.browser.conftest import Visit
from tests.browser.server import Server


def test_without_katex_the_latex_stands_there(server: Server, visit: Visit) -> None:
    screen = visit(server, "sigmoid")
    slope = reading.metrics(screen.page)[r"\displaystyle \sigma'(x)"]
    screen.page.route("**/katex-*.js", lambda route: route.abort())
    screen.page.context.clear_cookies()
    screen.reload()
    screen.problems = [told for told in screen.problems if "ERR_FAILED" not in told]
    sheets = screen.page.locator(".sheet")
    expect(sheets.nth(1)).to_contain_text(r"\sigma(x) = \frac{1}{1 + e^{-x}}")
    metric = screen.page.locator(".sheet .metric .value").nth(1)
    expect(metric).to_have_text(slope)
    screen.press(screen.page.get_by_test_id("stMain").get_by_role("slider"), "End")
    expect(sheets.first).to_contain_text(sigmoid.SATURATED.en)
    expect(sheets.nth(1)).to_contain_text("e^{-10}")


def test_help_opens_by_keyboard(server: Server, visit: Visit) -> None:
    screen = visit(server, "backward")
    help_ = screen.page.get_by_role("button", name=words.NUDGED_HELP.en)
    told = screen.page.get_by_role("tooltip").filter(has_text=words.NUDGED_HELP.en)
    expect(told).to_be_hidden()
    help_.focus()
    expect(told).to_be_visible()
    help_.blur()
    expect(told).to_be_hidden()


def test_every_formula_is_read_aloud(server: Server, visit: Visit) -> None:
    """KaTeX leaves MathML beside what it draws."""
    screen = visit(server, "backward")
    formulas = screen.page.locator(".sheet .katex")
    assert formulas.count() == 39 + 10, "all partials, and five lines twice"
    assert screen.page.locator(".sheet .katex-mathml math").count() == formulas.count()
    assert screen.page.locator(".sheet .katex-error").count() == 0
