"""``kill -9`` in mid-training: the same step and the same numbers when the server is back."""

from __future__ import annotations

from lib.scenario import decode
from lib.text import training as words
from tests.browser.conftest import Visit
from tests.browser.server import Server
from tests.browser.training_page import assert_shows, button, press, run_of, shown_step

STEPS_A_FRAME = 5


def test_a_run_goes_on_where_the_server_died(own_server: Server, visit: Visit) -> None:
    screen = visit(own_server, "training")
    screen.choose("all")
    button(screen, words.PLAY.en).click()
    screen.until(lambda: shown_step(screen) >= 25, "some steps")
    own_server.kill()
    app = screen.page.get_by_test_id("stApp")
    screen.until(
        lambda: app.get_attribute("data-test-connection-state") != "CONNECTED", "a lost connection"
    )
    shown = shown_step(screen)
    own_server.start()
    screen.reload()
    scenario = decode(screen.link)
    # the death may have cut a frame in two, or have come before the address was written
    assert shown - 3 * STEPS_A_FRAME <= scenario.step <= shown
    screen.until(lambda: shown_step(screen) == scenario.step, "the same step")
    screen.rest()
    run = run_of(scenario)
    assert_shows(screen, run, 17)
    press(screen, words.STEP.en)
    run.advance(1)
    assert_shows(screen, run, 17)
    screen.forgive_absence()
