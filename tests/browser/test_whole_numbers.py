"""No number is ever cut: at any precision, on a desk and on a phone, however long it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from lib.derivation import Precision
from lib.scenario import Scenario, encode, preset
from lib.text import training_views
from tests.browser.browsers import NARROW, WIDE, Browsers
from tests.browser.layout import too_wide
from tests.browser.screen import Screen
from tests.browser.uncut import cut_numbers, smallest_type

SIZES = (WIDE, NARROW)
NOTES = replace(preset("notes"), variable="kernel-1-1", operations_done=64, step=40)
LARGE = replace(
    NOTES,
    image=tuple(-50.123456 - 2.6 * n if n % 3 else 50.123456 + 2.6 * n for n in range(16)),
    kernel=(-2.0, 1.98765, 2.0, -1.23456, 2.0, -2.0, 0.123456, -2.0, -2.0),
    dense=(-1.2, 123.456, -0.000123456, 1000.0),
)
"""Values of thousands, products of two signed numbers, windows that saturate."""
TINY = replace(
    NOTES,
    image=tuple(-1.23456e-5 / (n + 1) if n % 2 else 0.000123456 * n for n in range(16)),
    kernel=tuple(-0.0123456 * (n + 1) if n % 2 else 2.34567e-7 for n in range(9)),
    dense=(-0.000123456, 6.54321e-6, -1.0, 0.0234567),
    label=0.123456,
)
"""Powers of ten everywhere."""
STATES: tuple[tuple[str, Scenario, Precision], ...] = (("large", LARGE, 6), ("tiny", TINY, 17))
"""Six digits and a sign fill a tile; all digits are the longest text there is."""


@pytest.fixture(scope="module")
def tab(browsers: Browsers) -> Iterator[Screen]:
    """One tab for every page; its window changes its size."""
    screen = browsers.lend()
    screen.open()
    yield screen
    browsers.take_back(screen)


def show(tab: Screen, page: str, scenario: Scenario) -> None:
    tab.problems.clear()
    tab.page.set_viewport_size(WIDE)
    tab.go(f"{'' if page == 'network' else page}?s={encode(scenario)}")


def problems(tab: Screen) -> list[str]:
    """What is cut, at both sizes of the window."""
    found = []
    for size in SIZES:
        tab.page.set_viewport_size(size)
        tab.rest()
        found += [f"{size['width']}: {told}" for told in cut_numbers(tab.page) + too_wide(tab.page)]
    return found


@pytest.mark.parametrize("page", ["network", "forward", "backward", "steps", "training"])
@pytest.mark.usefixtures("server")
def test_every_number_is_whole(tab: Screen, page: str) -> None:
    found = []
    for name, state, precision in STATES if page != "training" else [("notes", NOTES, 17)]:
        show(tab, page, replace(state, precision=precision))
        found += [f"{name} at {precision}, {told}" for told in problems(tab)]
    assert not found, "\n".join(found)
    tab.check()


@pytest.mark.usefixtures("server")
def test_time_travel_shows_whole_numbers(tab: Screen) -> None:
    show(tab, "training", replace(NOTES, precision=6))
    with tab.run():
        tab.page.get_by_text(training_views.VIEWS["travel"].en, exact=True).click()
    found = problems(tab)
    assert not found, "\n".join(found)


@pytest.mark.usefixtures("server")
def test_the_gradients_of_a_step_can_be_read(tab: Screen) -> None:
    """Eleven pixels on a desk, in tiles, dense weights and circles, at three digits and at six."""
    for precision in (3, 6):
        show(tab, "steps", replace(NOTES, operations_done=50, precision=precision))
        assert smallest_type(tab.page, ".diagram .second") >= 11
        assert smallest_type(tab.page, ".diagram .number") >= 11
