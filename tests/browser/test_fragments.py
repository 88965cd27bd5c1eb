"""What a fragment changes is shown outside of it too: one test for each fragment there is."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import expect

from lib.derivation.steps import walk
from lib.scenario import decode, encode, preset
from lib.text import steps as steps_words
from lib.text import training as words
from lib.text import training_views
from lib.training import Run
from tests.browser import reading
from tests.browser.conftest import Visit
from tests.browser.screen import Screen
from tests.browser.server import Server
from tests.browser.training_page import button, press

NOTES = preset("notes")
OPERATIONS = len(walk(NOTES.state(), NOTES.probe_rate).steps)


def gallery(server: Server, visit: Visit) -> Screen:
    screen = visit(server, "training")
    with screen.run():
        screen.page.get_by_role(
            "radio", name=training_views.VIEWS["gallery"].en, exact=True
        ).click()
    return screen


def test_a_click_on_an_image_chooses_it_and_send_sends_it(server: Server, visit: Visit) -> None:
    screen = gallery(server, visit)
    picture = screen.page.locator(".thumbnails button.thumbnail").nth(5)
    number = int((picture.get_attribute("title") or "").split()[1].rstrip(":,."))
    assert number != 0
    with screen.run():
        picture.click()
    field = screen.page.get_by_label(words.IMAGE.en, exact=True)
    expect(field).to_have_value(str(number))
    expect(picture).to_have_attribute("aria-pressed", "true")
    press(screen, words.SEND.en)
    assert screen.path == "backward"
    run = Run(NOTES.training)
    sent = [float(f"{pixel:.12g}") for pixel in run.dataset.test_images[number].flat]
    assert reading.slider_numbers(screen.page)[:16] == sent


def at_operation(done: int) -> str:
    return f"steps?s={encode(replace(NOTES, operations_done=done))}"


def test_the_last_operation_brings_the_update(server: Server, visit: Visit) -> None:
    screen = visit(server, at_operation(OPERATIONS - 1))
    not_yet = screen.page.get_by_text(steps_words.NOT_YET.en)
    expect(not_yet).to_be_visible()
    with screen.run():
        screen.page.get_by_role("button", name=steps_words.NEXT.en).click()
    expect(not_yet).to_have_count(0)
    expect(screen.page.get_by_test_id("stTable")).to_be_visible()
    with screen.run():
        screen.page.get_by_test_id("stMain").get_by_role("button", name=steps_words.BACK.en).click()
    expect(not_yet).to_be_visible()
    expect(screen.page.get_by_test_id("stTable")).to_have_count(0)
    screen.go(at_operation(3))
    slider = screen.page.get_by_test_id("stMain").get_by_test_id("stSlider").get_by_role("slider")
    screen.press(slider.first, "End")
    expect(screen.page.get_by_test_id("stTable")).to_be_visible()
    expect(screen.page.get_by_text(steps_words.NOT_YET.en)).to_have_count(0)


def test_a_run_that_stops_by_itself_is_at_rest_below_too(server: Server, visit: Visit) -> None:
    setup = replace(NOTES.training, stop_steps=30)
    screen = visit(server, f"training?s={encode(replace(NOTES, training=setup))}")
    button(screen, words.PLAY.en).click()
    expect(screen.page.get_by_text(words.DONE.say("en", stop=30))).to_be_visible()
    expect(button(screen, words.PLAY.en)).to_be_visible()
    expect(screen.page.get_by_text(words.SEND_TITLE.en)).to_be_visible()
    screen.rest()
    screen.until(lambda: decode(screen.link).step == 30, "the last step in the address bar")
