"""The training page: play, pause, one step, reset, another learning rate, on to Backward."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from lib.scenario import decode
from lib.text import training as words
from lib.text import training_views
from tests.browser import reading
from tests.browser.conftest import Visit
from tests.browser.screen import Screen
from tests.browser.server import Server
from tests.browser.training_page import (
    assert_shows,
    button,
    linked,
    pause,
    play_until,
    press,
    run_of,
    shown_step,
    shown_weights,
)

WATCH_CHARTS = """() => {
  window.mounted = 0;
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node.nodeType === 1 && (node.matches("canvas") || node.querySelector("canvas"))) {
          window.mounted += 1;
        }
      }
    }
  }).observe(document.body, { childList: true, subtree: true });
}"""
FRAMES = 20


@pytest.fixture
def training(server: Server, visit: Visit) -> Screen:
    """The page with all digits shown, before the first step."""
    screen = visit(server, "training")
    screen.choose("all")
    assert shown_step(screen) == 0
    return screen


def test_it_plays_frame_by_frame_on_the_same_charts(training: Screen) -> None:
    screen = training
    charts = screen.page.locator("canvas").count()
    assert charts > 0
    screen.page.evaluate(WATCH_CHARTS)
    button(screen, words.PLAY.en).click()
    screen.until(lambda: shown_step(screen) > 0, "the first frame")
    frames = screen.runs_ended
    screen.until(lambda: screen.runs_ended >= frames + FRAMES, "frames")
    pause(screen)
    assert screen.page.evaluate("window.mounted") == 0
    assert screen.page.locator("canvas").count() == charts
    assert_shows(screen, run_of(linked(screen)), 17)


def test_one_step_is_one_step_and_reset_is_the_same_start(training: Screen) -> None:
    first = shown_weights(training)
    for step in (1, 2, 3):
        press(training, words.STEP.en)
        assert shown_step(training) == step
    scenario = linked(training)
    assert scenario.step == 3
    assert_shows(training, run_of(scenario), 17)
    assert all(now != first[name] for name, now in shown_weights(training).items())
    press(training, words.RESTART.en)
    assert shown_step(training) == 0
    assert shown_weights(training) == first
    assert_stops_where_it_is_told_to(training)


def test_the_learning_rate_changes_while_it_plays(training: Screen) -> None:
    button(training, words.PLAY.en).click()
    training.until(lambda: shown_step(training) >= 10, "some steps")
    slider = training.page.get_by_test_id("stMain").get_by_role("slider").first
    before = shown_step(training)
    slider.press("ArrowLeft")

    def changed_at() -> int | None:
        changes = decode(training.link).rate_changes if training.link else ()
        return changes[0][0] if changes else None

    training.until(lambda: changed_at() is not None, "another rate in the link")
    changed = changed_at() or 0
    training.until(lambda: shown_step(training) > changed + 15, "more steps")
    assert button(training, words.PAUSE.en).is_visible()
    pause(training)
    scenario = linked(training)
    ((step, rate),) = scenario.rate_changes
    assert before <= step < scenario.step
    assert rate < scenario.training.learning_rate == 2.0
    assert_shows(training, run_of(scenario), 17)


def test_the_trained_weights_go_to_the_sliders(training: Screen) -> None:
    play_until(training, 20)
    run = run_of(linked(training))
    press(training, words.SEND.en)
    assert training.path == "backward"
    dataset = run.dataset
    expected = [
        *dataset.test_images[0].flat,
        *run.parameters.kernel.flat,
        *run.parameters.dense,
        dataset.test_labels[0],
    ]
    shown = reading.slider_numbers(training.page)
    assert shown == pytest.approx(expected, rel=1e-14)
    assert reading.thumbs(training.page) == pytest.approx(expected, rel=1e-12)


def assert_stops_where_it_is_told_to(training: Screen) -> None:
    main = training.page.get_by_test_id("stMain")
    with training.run():
        main.get_by_role("radio", name=training_views.CONTROL_NAMES["start"].en).click()
    stop = main.get_by_label(words.STOP_AFTER.en)
    stop.fill("12")
    with training.run():
        stop.press("Enter")
    button(training, words.PLAY.en).click()
    expect(training.page.get_by_text(words.DONE.say("en", stop=12))).to_be_visible()
    button(training, words.PLAY.en).wait_for()
    training.rest()
    assert shown_step(training) == 12


def test_on_a_phone_the_buttons_stand_above_all_settings(server: Server, visit: Visit) -> None:
    screen = visit(server, "training", viewport={"width": 390, "height": 844})
    sliders = screen.page.get_by_test_id("stMain").get_by_role("slider")
    highest = min(box["y"] for slider in sliders.all() if (box := slider.bounding_box()))
    for name in (words.PLAY, words.STEP, words.RESTART):
        box = button(screen, name.en).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 844 < highest
