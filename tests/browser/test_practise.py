"""A wrong number to the right one in a real browser; a bug found; ± on a phone in Chinese."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from lib.derivation import plain_number
from lib.derivation.plain import plain_symbol
from lib.practice import hunt_in_derivation
from lib.scenario import GEOMETRY, decode
from lib.text import find_the_bug, practise
from lib.ui.frame.pages import PAGES
from lib.ui.lessons.practise.plain import plain
from tests.browser.conftest import Visit
from tests.browser.screen import Screen
from tests.browser.server import Server
from tests.pages.practising import first, named

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def field(screen: Screen) -> Locator:
    return screen.page.get_by_test_id("stMain").get_by_role("textbox").first


def verdict(screen: Screen) -> Locator:
    return screen.page.locator("[role=status].verdict")


def test_from_a_wrong_number_to_the_right_one_and_a_bug(server: Server, visit: Visit) -> None:
    item = first()
    mistake, wrong = named(item)
    right = plain_number(item.right, 6)
    screen = visit(server, "practise")
    expect(verdict(screen)).to_be_empty()
    expect(screen.page.get_by_label(f"∂L/∂{plain_symbol(item.variable, GEOMETRY)}")).to_have_count(
        1
    )
    field(screen).fill(wrong)
    with screen.page.expect_response("**/_backprop/numbers"):  # it is told before the page is run
        screen.press(field(screen), "Enter")
    expect(verdict(screen)).to_contain_text(plain(mistake.words("en")))
    expect(field(screen)).to_be_focused()
    for rung in ("where", "factor", "worked"):
        with screen.run():
            screen.page.get_by_role("button", name=practise.HELP[rung].en).click()
    worked = screen.page.locator("annotation").last.text_content()
    assert worked is not None
    assert right in worked.replace("-", "−")
    field(screen).fill(right)
    screen.press(field(screen), "Enter")
    expect(verdict(screen)).to_contain_text("Right")
    screen.until(lambda: decode(screen.link).practice.answer == right, "the answer in the link")
    screen.reload()
    expect(field(screen)).to_have_value(right)
    expect(verdict(screen)).to_contain_text("Right")
    with screen.run():
        screen.page.get_by_role("button", name=practise.NEXT.en).click()
    expect(field(screen)).to_have_value("")

    screen.follow_link(PAGES["find_the_bug"].title.en)
    hunt = hunt_in_derivation(0)
    for step, option in enumerate((min(hunt.wrong), hunt.name, hunt.repair, 0)):
        screen.page.get_by_test_id("stRadio").locator("label").nth(option + 1).click()
        with screen.run():
            screen.page.get_by_role("button", name=find_the_bug.CHECK.en).click()
        expect(screen.page.locator("[role=status] p")).to_have_count(step + 1)
    expect(verdict(screen)).to_contain_text(find_the_bug.GUESSED[hunt.nudged.noticed].en)


def test_a_phone_changes_the_sign_and_nothing_is_judged_yet(server: Server, visit: Visit) -> None:
    item = first()
    text = plain_number(abs(item.right), 6)
    screen = visit(server, "practise", locale="zh-CN", **PHONE)
    field(screen).tap()
    field(screen).fill(text)
    sign = screen.page.get_by_role("button", name=practise.CHANGE_SIGN.zh)
    sign.tap()
    expect(field(screen)).to_have_value(f"−{text}")
    expect(field(screen)).to_be_focused()
    expect(verdict(screen)).to_be_empty()
    if item.right > 0:
        sign.tap()
    with screen.run():
        screen.page.get_by_role("button", name=practise.CHECK.zh).tap()
    expect(verdict(screen)).to_contain_text("正确")
    assert "不" not in (verdict(screen).text_content() or "不")
