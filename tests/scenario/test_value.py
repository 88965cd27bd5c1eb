"""A scenario takes what a page can show and refuses everything else, naming what it wanted."""

from __future__ import annotations

import math
from dataclasses import FrozenInstanceError, fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from lib.network import Parameters, backward, forward
from lib.scenario import GEOMETRY, LARGEST, PROBES, Scenario, preset
from lib.scenario.limits import COUNTS, MOST_OPERATIONS, MOST_RATE_CHANGES, MOST_STEPS
from lib.training import TrainingSetup
from tests.scenario.strategies import same_bits, scenarios

NOTES = preset("notes")

REFUSED_NUMBERS: list[Any] = [
    math.nan,
    math.inf,
    -math.inf,
    np.nextafter(LARGEST, math.inf),
    -np.nextafter(LARGEST, math.inf),
    10**400,
    True,
    "1",
    None,
    1j,
    [1.0],
]


@pytest.mark.parametrize("group", COUNTS)
@pytest.mark.parametrize("bad", REFUSED_NUMBERS, ids=lambda bad: repr(bad)[:12])
def test_a_number_that_does_not_fit_is_refused(group: str, bad: Any) -> None:
    row = (bad, *getattr(NOTES, group)[1:])
    with pytest.raises(ValueError, match=f"{group}: wanted"):
        replace(NOTES, **{group: row})


@pytest.mark.parametrize("group", COUNTS)
def test_both_ends_are_taken_and_only_the_right_count(group: str) -> None:
    row = getattr(NOTES, group)
    for end in (LARGEST, -LARGEST):
        assert getattr(replace(NOTES, **{group: (end, *row[1:])}), group)[0] == end
    for wrong in (row[1:], (*row, 0.0), (), 1.0, "1234", {}, None):
        with pytest.raises(ValueError, match=f"{group}: wanted {COUNTS[group]} numbers"):
            replace(NOTES, **{group: wrong})


@pytest.mark.parametrize("bad", [*REFUSED_NUMBERS, -0.01, 1.01, np.nextafter(1, 2)], ids=repr)
def test_a_label_is_from_0_to_1(bad: Any) -> None:
    with pytest.raises(ValueError, match="label: "):
        replace(NOTES, label=bad)


@pytest.mark.parametrize("name", PROBES)
def test_a_probe_stays_in_its_range(name: str) -> None:
    low, high = PROBES[name]
    for end in (low, high):
        assert getattr(replace(NOTES, **{name: end}), name) == end
    for bad in (np.nextafter(low, -math.inf), np.nextafter(high, math.inf), *REFUSED_NUMBERS):
        with pytest.raises(ValueError, match=f"{name}: "):
            replace(NOTES, **{name: bad})


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        *(("variable", bad) for bad in ("", "kernel", "kernel-3-0", "image-0-4", "loss", None, 7)),
        *(("precision", bad) for bad in (0, 4, 3.0, True, "3", None, [3])),
        *(("language", bad) for bad in ("", "de", "EN", None, ["en"])),
        *(("look", bad) for bad in ("", "Code", None, 0, ["code"])),
        *(("operations_done", bad) for bad in (-1, MOST_OPERATIONS + 1, 1.0, True, "1", None)),
        *(("step", bad) for bad in (-1, MOST_STEPS + 1, 1.0, True, "1", None)),
    ],
)
def test_a_page_choice_is_one_that_the_page_has(name: str, bad: Any) -> None:
    with pytest.raises(ValueError, match=rf"{name}: wanted|{name}: no such"):
        replace(NOTES, **{name: bad})


@pytest.mark.parametrize(
    "bad",
    [
        ((11, 1.0),),  # a step not yet taken
        ((-1, 1.0),),
        ((5, 1.0), (4, 1.0)),
        ((5, -1.0),),
        ((5, math.nan),),
        ((5, math.inf),),
        ((5, "1"),),
        ((5.0, 1.0),),
        ((True, 1.0),),
        ((5, 1.0, 2.0),),
        (5,),
        ([5, 1.0],),
        [(5, 1.0)],
        None,
        tuple((0, 1.0) for _ in range(MOST_RATE_CHANGES + 1)),
    ],
    ids=repr,
)
def test_rate_changes_are_those_of_a_run(bad: Any) -> None:
    with pytest.raises(ValueError, match=r"rate_changes: |rate change: |learning_rate: "):
        replace(NOTES, step=10, rate_changes=bad)


def test_two_changes_at_one_step_are_the_last_of_them() -> None:
    scenario = replace(NOTES, step=9, rate_changes=((3, 1.0), (3, 2.0), (9, 5.0)))
    assert scenario.rate_changes == ((3, 2.0), (9, 5.0))


def test_numbers_become_plain_floats_without_a_negative_zero() -> None:
    row = (np.float64(-0.0), 1, *NOTES.dense[2:])
    scenario = replace(NOTES, dense=list(row), label=-0.0, probe_x=-0.0)  # type: ignore[arg-type]
    assert all(type(number) is float for number in scenario.numbers)
    signs = (scenario.dense[0], scenario.label, scenario.probe_x)
    assert [math.copysign(1, zero) for zero in signs] == [1, 1, 1]
    assert math.copysign(1, TrainingSetup(noise=-0.0).noise) == 1


@settings(deadline=None, max_examples=40)
@given(scenarios())
def test_numbers_go_out_and_in_again(scenario: Scenario) -> None:
    assert len(scenario.numbers) == 30
    assert same_bits(scenario.with_numbers(scenario.numbers), scenario)


@pytest.mark.parametrize("count", [0, 29, 31])
def test_30_numbers_are_wanted(count: int) -> None:
    with pytest.raises(ValueError, match=f"numbers: got {count}, wanted 30"):
        NOTES.with_numbers([0.0] * count)


def test_nothing_can_be_changed_in_place() -> None:
    for field in fields(Scenario):
        with pytest.raises(FrozenInstanceError):
            setattr(NOTES, field.name, getattr(NOTES, field.name))


@settings(deadline=None, max_examples=40)
@given(scenarios())
def test_the_state_is_the_network_on_these_numbers(scenario: Scenario) -> None:
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
