"""A scenario takes what a page can show and refuses everything else, naming what it wanted."""

from __future__ import annotations

import math
from dataclasses import FrozenInstanceError, fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from lib.network import Parameters, backward, forward
from lib.scenario import GEOMETRY, LARGEST, PROBES, SLIDERS, Scenario, preset
from lib.scenario.limits import MOST_RATE_CHANGES, MOST_STEPS
from lib.scenario.network import counts
from lib.training import RANGES
from tests.scenario.strategies import same_bits, scenarios

NOTES = preset("notes")


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        *(
            (group, (LARGEST + 1, *getattr(NOTES, group)[1:]))
            for group in ("image", "kernel", "dense")
        ),
        *((group, getattr(NOTES, group)[1:]) for group in ("image", "kernel", "dense")),
        *(("label", bad) for bad in (-0.01, np.nextafter(1, 2), math.nan, True, "1")),
        *((name, high + 0.001) for name, (_, high) in PROBES.items()),
        *(("variable", bad) for bad in ("", "kernel", "kernel-3-0", "image-0-4", "loss", None, 7)),
        *(("precision", bad) for bad in (0, 4, 3.0, True, "3", None, [3])),
        *(("language", bad) for bad in ("", "de", "EN", None, ["en"])),
        *(("look", bad) for bad in ("", "Code", None, 0, ["code"])),
        *(("operations_done", bad) for bad in (-1, 2001, 1.0, True, "1", None)),
        *(("step", bad) for bad in (-1, MOST_STEPS + 1, 1.0, True, "1", None)),
        *(("name", bad) for bad in ("a" * 61, "<b>", None)),
        *(("training", bad) for bad in (None, "adam", 1)),
    ],
)
def test_a_value_that_no_page_shows_is_refused(name: str, bad: Any) -> None:
    with pytest.raises(ValueError, match=rf"^{name}(\[\d+\])?: wanted "):
        replace(NOTES, **{name: bad})


@pytest.mark.parametrize(
    "bad",
    [
        ((11, 1.0),),  # a step not yet taken
        ((-1, 1.0),),
        ((5, 1.0), (4, 1.0)),
        ((5, -1.0),),
        ((5, math.nan),),
        ((5.0, 1.0),),
        ((5, 1.0, 2.0),),
        (5,),
        None,
        tuple((0, 1.0) for _ in range(MOST_RATE_CHANGES + 1)),
    ],
    ids=repr,
)
def test_rate_changes_are_those_of_a_run(bad: Any) -> None:
    with pytest.raises(ValueError, match=r"^rate_changes.*: wanted "):
        replace(NOTES, step=10, rate_changes=bad)


def test_two_changes_at_one_step_are_the_last_of_them() -> None:
    scenario = replace(NOTES, step=9, rate_changes=((3, 1.0), (3, 2.0), (9, 5.0)))
    assert scenario.rate_changes == ((3, 2.0), (9, 5.0))


def test_a_slider_goes_in_whole_steps_inside_what_its_field_holds() -> None:
    for name, slider in SLIDERS.items():
        count = (slider.high - slider.low) / slider.step
        assert count == pytest.approx(round(count), abs=1e-9)
        row = getattr(NOTES, name)
        for end in (slider.low, slider.high):
            replace(NOTES, **{name: end if name == "label" else (end,) * len(row)})
    assert set(PROBES) == {field.name for field in fields(Scenario) if "probe" in field.name}


def test_a_link_holds_as_many_steps_as_a_run_may_be_asked_for() -> None:
    assert RANGES["stop_steps"].highest == MOST_STEPS
    assert replace(NOTES, step=MOST_STEPS).step == MOST_STEPS


@settings(max_examples=40)
@given(scenarios())
def test_numbers_go_out_and_in_again(scenario: Scenario) -> None:
    assert len(scenario.numbers) == (sum(counts(scenario.architecture).values()))
    assert same_bits(scenario.with_numbers(scenario.numbers), scenario)


@pytest.mark.parametrize("count", [0, 29, 31])
def test_30_numbers_are_wanted(count: int) -> None:
    with pytest.raises(ValueError, match=f"numbers: got {count}, wanted 30"):
        NOTES.with_numbers([0.0] * count)


def test_nothing_can_be_changed_in_place() -> None:
    for field in fields(Scenario):
        with pytest.raises(FrozenInstanceError):
            setattr(NOTES, field.name, getattr(NOTES, field.name))


@settings(max_examples=30)
@given(scenarios())
def test_the_state_is_the_network_on_these_numbers(scenario: Scenario) -> None:
    scenario = scenario.with_network(None)
    state = scenario.state()
    parameters = Parameters(np.reshape(scenario.kernel, (3, 3)), np.array(scenario.dense))
    image = np.reshape(scenario.image, (4, 4))
    values = forward(parameters, image)
    gradients = backward(parameters, values, image, scenario.label)
    assert state.geometry == GEOMETRY
    assert state.values.alpha == values.alpha
    np.testing.assert_array_equal(state.gradients.kernel, gradients.kernel)
    np.testing.assert_array_equal(state.gradients.image, gradients.image)
    assert state.gradients.loss == gradients.loss
