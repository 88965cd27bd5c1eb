"""While a hand moves and after it rests, the page shows the same numbers, whoever gave them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from playwright.sync_api import Route

from lib.scenario import encode, preset
from lib.text import sidebar as words
from lib.ui.frame.pages import PAGES
from tests.browser import reading
from tests.browser.conftest import Visit
from tests.browser.screen import Screen
from tests.browser.server import Server
from tests.browser.test_links import settled

QUESTION = "**/_backprop/numbers"
OWN = {"cross_entropy": "y out", "sigmoid": "x"}
AWAY = ("backward", "training")  # a page whose parts follow, and one without parts
LIVE = ("network", "cross_entropy", "sigmoid", "forward", "backward")


def link(screen: Screen) -> str:
    """The link to the numbers on the screen."""
    found: str = screen.page.evaluate("window.backpropBus.link")
    return found


def is_another(screen: Screen, before: str) -> bool:
    return link(screen) != before


def is_taken(screen: Screen) -> bool:
    """Whether no slider waits for its move to be taken."""
    return not screen.page.locator(".panel[aria-busy]").count()


def path(page: str) -> str:
    return "" if page == "network" else page


def keep_the_session_out(screen: Screen) -> None:
    """No move reaches the session: what is shown is what the questions brought."""
    screen.page.evaluate(
        """() => {
          const bus = window.backpropBus, give = bus.send, send = WebSocket.prototype.send;
          window.letThrough = () => { bus.send = give; WebSocket.prototype.send = send; };
          bus.send = () => {};
          WebSocket.prototype.send = () => {};
        }"""
    )


def shown_after(screen: Screen, sliders: list[str]) -> dict[str, object]:
    """Press a key on each slider, wait for the answer to the last, and read the page."""
    answers: list[int] = []
    screen.page.on("response", lambda response: answers.append(response.status))
    screen.unfold()
    for name in sliders:
        before = link(screen)
        screen.page.get_by_role("slider", name=name, exact=True).first.press("ArrowRight")
        screen.until(partial(is_another, screen, before), "an answer")
    assert set(answers) == {200}
    return reading.everything(screen.page)


def test_what_a_hand_sees_is_what_the_session_shows(server: Server, visit: Visit) -> None:
    screen, other = visit(server), visit(server)
    for page in LIVE:
        screen.go(f"{path(page)}?s={encode(replace(preset('notes'), precision=6))}")
        start = reading.everything(screen.page)
        keep_the_session_out(screen)
        sliders = ["w 11", "a 22", *([OWN[page]] if page in OWN else [])]
        seen = shown_after(screen, sliders)
        assert seen != start, page
        other.go(f"{path(page)}?s={link(screen)}")
        assert reading.everything(other.page) == seen, page
        screen.page.evaluate("window.letThrough()")


def test_the_session_answers_where_no_question_gets_through(server: Server, visit: Visit) -> None:
    screen = visit(server, "backward")

    def refuse(route: Route) -> None:
        route.fulfill(status=400)

    screen.page.route(QUESTION, refuse)
    screen.press(screen.slider("w 11"), "ArrowRight", "ArrowRight")
    seen = reading.everything(screen.page)
    screen.problems = [told for told in screen.problems if "400" not in told]
    other = visit(server, "backward")
    other.press(other.slider("w 11"), "ArrowRight", "ArrowRight")
    assert reading.everything(other.page) == seen


def test_two_hands_on_one_label_agree(server: Server, visit: Visit) -> None:
    screen = visit(server, "cross_entropy")
    label = screen.page.get_by_test_id("stMain").get_by_role("slider", name="yy", exact=True)
    screen.press(label, "Home", "PageUp")
    in_lesson = reading.everything(screen.page)["sliders of the page"]
    assert reading.slider_numbers(screen.page)[29] == in_lesson[1]  # type: ignore[index]
    screen.press(screen.slider("yy"), "End")
    assert label.input_value() == "1"
    assert reading.thumbs(screen.page)[29] == 1.0


def test_a_preset_wins_over_a_move_that_is_on_its_way(server: Server, visit: Visit) -> None:
    screen = visit(server, "forward")
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    screen.page.route(QUESTION, hold)
    screen.slider("w 00").press("ArrowRight")
    screen.until(lambda: bool(waiting), "a question")
    with screen.run():
        screen.page.get_by_role("button", name=words.RANDOMISE.en).click()
    seen = reading.everything(screen.page)
    with screen.page.expect_response(QUESTION):
        waiting[0].continue_()  # the answer to a hand that moved other numbers
    screen.rest()
    assert reading.everything(screen.page) == seen
    screen.reload()
    assert reading.everything(screen.page) == seen


def at_once(screen: Screen, slider: str, then: str) -> None:
    """A step of a slider and, before the hand rests, a click: on a page's link, or a selector's."""
    screen.unfold()
    titles = [page.title.en for page in PAGES.values()]
    target = screen.open_menu(then) if then in titles else screen.page.locator(then).first
    screen.slider(slider).press("ArrowRight")
    with screen.run():
        target.click()
    screen.rest()


def test_what_is_done_before_the_hand_rests_loses_no_move(server: Server, visit: Visit) -> None:
    screen, other = visit(server), visit(server)
    for page, then in (
        ("backward", ".tile[title^='∂L/∂a₂₁ =']"),
        ("cross_entropy", PAGES["backward"].title.en),
        ("training", PAGES["forward"].title.en),
        ("backward", "[data-testid=stSidebar] [role=radio]:has-text('中文')"),
    ):
        screen.go(path(page))
        before = reading.slider_numbers(screen.page)[20]
        at_once(screen, "w 11", then)
        assert reading.slider_numbers(screen.page)[20] == pytest.approx(before + 0.05), then
        settled(screen)
        other.go(f"{screen.path}?s={screen.link}")
        assert reading.everything(screen.page) == reading.everything(other.page), then


def test_a_lessons_own_slider_loses_no_move_to_another_page(server: Server, visit: Visit) -> None:
    screen = visit(server, "sigmoid")
    slider = screen.page.get_by_test_id("stMain").get_by_role("slider")
    slider.press("ArrowRight")
    screen.follow_link(PAGES["forward"].title.en)
    screen.rest()
    screen.follow_link(PAGES["sigmoid"].title.en)
    assert slider.input_value() == "1.05"


def test_charts_follow_once_the_hand_rests(server: Server, visit: Visit) -> None:
    """The other looks have charts, which only a whole run draws."""
    screen = visit(server, "backward")
    with screen.run():
        screen.page.get_by_role("radio", name="Nudge it").click()
    before = reading.metrics(screen.page)
    screen.press(screen.slider("w 11"), *["ArrowRight"] * 5)
    seen = reading.everything(screen.page)
    assert reading.metrics(screen.page) != before
    assert reading.slider_numbers(screen.page)[20] == pytest.approx(0.8 + 5 * 0.05)
    settled(screen)
    screen.reload()
    assert reading.everything(screen.page) == seen


def test_a_move_made_while_the_server_was_away_is_not_lost(
    own_server: Server, visit: Visit
) -> None:
    screen = visit(own_server)
    for page in AWAY:
        screen.follow_link(PAGES[page].title.en)
        screen.press(screen.slider("w 00"), "ArrowRight")
        own_server.kill()
        screen.slider("w 22").press("ArrowRight")
        numbers = reading.thumbs(screen.page)
        own_server.start()
        screen.until(
            partial(is_taken, screen),
            f"the move on {page} to be taken",
        )
        screen.rest()
        assert reading.thumbs(screen.page) == numbers, page
    seen = reading.everything(screen.page)
    settled(screen)
    screen.reload()
    assert reading.everything(screen.page) == seen
    screen.forgive_absence()
