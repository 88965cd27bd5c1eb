"""A factor of a line, by pointer, by keyboard and by finger."""

from __future__ import annotations

from playwright.sync_api import expect

from lib.scenario import decode
from lib.text import backward as words
from tests.browser.conftest import Visit
from tests.browser.server import Server

POINTED = "[data-lights].pointed"


def test_a_factor_lights_its_places_and_opens_what_it_is_made_of(
    server: Server, visit: Visit
) -> None:
    screen = visit(server, "backward")
    page = screen.page
    told, drawer = page.locator(".factor-told"), page.locator(".factor-drawer")
    lines = page.locator(".sheet .formula:has(.factor-reach)")
    expect(lines).to_have_count(5)

    last = lines.nth(4)
    last.locator("[data-factor]").filter(has_text="w").first.hover()
    expect(told).to_have_text("w_a = 1.2")
    expect(page.locator(POINTED)).to_have_count(1)
    expect(screen.sidebar.locator(f".cell{POINTED}")).to_contain_text("wa")
    slope = last.locator("[data-factor]").filter(has_text="σ").nth(1)
    slope.hover()
    expect(told).to_have_text("σ′(s₁) = 0.143")
    expect(page.locator(f".tile{POINTED}")).to_have_attribute("title", "σ′(s₁) = 0.143")
    expect(page.locator("[data-factor].pointed")).to_have_count(4)

    slope.click()
    expect(drawer).to_contain_text("0.828")
    drawer.locator("[data-factor]").filter(has_text="o").first.click()
    expect(told).to_have_text("o₀₁ = 0.828")
    drawer.get_by_role("button", name=words.FACTOR["back"].en).click()
    expect(told).to_have_text("σ′(s₁) = 0.143")
    before = drawer.inner_text()
    screen.press(screen.slider("a 12"), "ArrowLeft")
    expect(drawer).not_to_have_text(before)
    drawer.get_by_role("button", name=words.FACTOR["close"].en).click()
    expect(drawer).to_have_count(0)
    screen.press(screen.slider("a 12"), "ArrowRight")

    # by the keyboard: one stop a line, the arrows within it
    stops = lines.nth(0).get_by_role("button")
    stops.nth(0).focus()
    expect(told).to_have_text("∂L/∂w₀₀ = 0.0110")
    page.keyboard.press("ArrowRight")
    expect(told).to_have_text("∂L/∂yₒᵤₜ = −2.60")
    expect(page.locator(f".tile{POINTED}")).to_have_attribute("data-key", "y_out")
    page.keyboard.press("Enter")
    expect(drawer.get_by_role("button", name=words.FACTOR["close"].en)).to_be_focused()
    page.keyboard.press("Escape")
    expect(stops.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    with screen.run():
        drawer.get_by_role("button", name=words.OPEN_LINES.say("en", partial="∂L/∂yₒᵤₜ")).click()
    screen.until(lambda: decode(screen.link).variable == "y_out", "the other derivation")
    expect(drawer).to_have_count(0)
    with screen.run():
        page.locator(".st-key-opened_back button").click()
    screen.until(lambda: decode(screen.link).variable == "kernel-0-0", "the one before")


def test_a_tap_tells_and_opens(server: Server, visit: Visit) -> None:
    screen = visit(
        server, "backward", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = screen.page
    lines = page.locator(".sheet .formula:has(.factor-reach)")
    lines.nth(4).locator("[data-factor]").filter(has_text="yy").last.tap()
    drawer = page.locator(".factor-drawer")
    expect(drawer).to_contain_text(words.FACTOR["given"].en)
    expect(page.locator(".factor-told")).to_be_in_viewport()
