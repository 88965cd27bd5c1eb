"""The training page as a test sees it, and the run that it should show."""

from __future__ import annotations

import re

from playwright.sync_api import Error, Locator

from lib.derivation import Precision, computed_number
from lib.network import NOTES
from lib.network.places import weights_of
from lib.scenario import Scenario, decode
from lib.text import training as words
from lib.training import Run
from lib.ui.components.weight_tiles import symbols_of
from tests.browser import reading
from tests.browser.screen import Screen

SYMBOLS, WEIGHTS = symbols_of(NOTES), weights_of(NOTES)


def button(screen: Screen, name: str) -> Locator:
    """A button of the page, not of the sidebar."""
    return screen.page.get_by_test_id("stMain").get_by_role("button", name=name)


def press(screen: Screen, name: str) -> None:
    """Click it while the page is at rest."""
    with screen.run():
        button(screen, name).click()


def shown_step(screen: Screen) -> int:
    """The step that the progress bar tells."""
    told = screen.page.get_by_test_id("stProgress").inner_text()
    found = re.search(r"\d+", told)
    assert found is not None, told
    return int(found[0])


def shown_weights(screen: Screen) -> dict[str, str]:
    """The tiles of the 13 weights."""
    tiles = reading.tiles(screen.page)
    return {name: tiles[name] for name in SYMBOLS}


def play_until(screen: Screen, step: int) -> None:
    """Play until that step at least, then pause."""
    button(screen, words.PLAY.en).click()
    screen.until(lambda: shown_step(screen) >= step, f"step {step}")
    pause(screen)


def pause(screen: Screen) -> None:
    """Hold the run and wait until the page has come to rest.

    On a machine at its limit a click may fall between two frames; a person would press again.
    """
    for patience in (10_000, 30_000):
        button(screen, words.PAUSE.en).click()
        try:
            button(screen, words.PLAY.en).wait_for(timeout=patience)
            break
        except Error:
            if patience == 30_000:
                raise
    screen.rest()


def linked(screen: Screen) -> Scenario:
    """The scenario in the address bar, once it has come to the shown step."""

    def here() -> bool:
        return bool(screen.link) and decode(screen.link).step == shown_step(screen)

    screen.until(here, "a link of this step")
    return decode(screen.link)


def run_of(scenario: Scenario) -> Run:
    """The run, made anew and taken to the scenario's step."""
    run = Run(scenario.training, rate_changes=scenario.rate_changes)
    run.advance(scenario.step)
    return run


def assert_shows(screen: Screen, run: Run, precision: Precision) -> None:
    """Step, losses and weights on the screen are the run's."""
    assert shown_step(screen) == run.step
    shown = reading.metrics(screen.page)
    for label, curve in (
        (words.TRAIN_LOSS, run.history.train_loss),
        (words.TEST_LOSS, run.history.test_loss),
    ):
        # a loss has room for six digits
        assert shown[label.en] == computed_number(float(curve[-1]), 3 if precision == 3 else 6)
    assert shown_weights(screen) == {
        symbol: computed_number(float(getattr(run.parameters, v.group)[v.index]), precision)
        for symbol, v in zip(SYMBOLS, WEIGHTS, strict=True)
    }
