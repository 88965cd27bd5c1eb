"""The limits fit together: a slider's end is a number that a scenario takes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.scenario import LARGEST, PROBES, SLIDERS, preset
from lib.scenario.limits import COUNTS, MOST_STEPS
from lib.training import RANGES


@pytest.mark.parametrize("name", SLIDERS)
def test_a_slider_goes_in_whole_steps_from_end_to_end(name: str) -> None:
    slider = SLIDERS[name]
    count = (slider.high - slider.low) / slider.step
    assert slider.low < slider.high
    assert count == pytest.approx(round(count), abs=1e-9)
    assert -LARGEST <= slider.low <= slider.high <= LARGEST


def test_every_slider_has_a_group_and_every_group_a_slider() -> None:
    assert set(SLIDERS) == {*COUNTS, "label"}
    assert sum(COUNTS.values()) + 1 == 30


@pytest.mark.parametrize("name", PROBES)
def test_a_probe_starts_inside_its_range(name: str) -> None:
    low, high = PROBES[name]
    assert low <= getattr(preset("notes"), name) <= high


def test_a_link_holds_as_many_steps_as_a_run_may_be_asked_for() -> None:
    assert RANGES["stop_steps"].highest == MOST_STEPS
    assert replace(preset("notes"), step=MOST_STEPS).step == MOST_STEPS
