"""One image learns from the weights on the sliders, as the lessons show it, to the last bit."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.derivation.steps import walk
from lib.scenario import PRESETS, Scenario, preset, randomised
from lib.training import Given, Run, Sweep, TrainingSetup


def setup_of(scenario: Scenario, rate: float) -> TrainingSetup:
    return TrainingSetup(
        data="image", initial="given", given=scenario.given, learning_rate=rate, stop_steps=0
    )


def assert_first_step_is_by_hand(scenario: Scenario, rate: float) -> None:
    run = Run(setup_of(scenario, rate))
    assert run.parameters == scenario.parameters
    run.advance()
    by_hand = walk(scenario.state(), rate).after.parameters
    assert run.parameters == by_hand  # every bit of all 13


@pytest.mark.parametrize("name", PRESETS)
def test_the_first_step_is_that_of_step_by_step(name: str) -> None:
    scenario = preset(name)
    assert_first_step_is_by_hand(scenario, scenario.probe_rate)


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 999_999), rate=st.floats(0.001, 100))
def test_whatever_the_numbers_are(seed: int, rate: float) -> None:
    assert_first_step_is_by_hand(randomised(preset("notes"), seed), rate)


def test_many_steps_are_the_steps_of_the_lessons_one_after_another() -> None:
    scenario = preset("notes")
    run = Run(setup_of(scenario, 0.5))
    run.advance(300)  # past a block
    for _ in range(300):
        after = walk(scenario.state(), 0.5).after.parameters
        numbers = (*scenario.image, *after.kernel.flat, *after.dense, scenario.label)
        scenario = scenario.with_numbers(map(float, numbers))
    assert run.parameters == scenario.parameters
    assert run.at(299).next_parameters == run.parameters
    assert run.history.train_loss[-1] < run.history.train_loss[0] / 10
    np.testing.assert_array_equal(run.dataset.train_images[0], scenario.image_array)
    assert np.isnan(run.history.test_loss).all()


def test_it_may_diverge() -> None:
    run = Run(setup_of(preset("notes"), 1e6))
    run.advance(300)
    assert run.stopped is not None
    assert run.stopped.reason == "diverged"


def test_runs_side_by_side_start_there_too() -> None:
    """Whatever their seeds: given weights are not drawn."""
    setup = setup_of(preset("notes"), 0.5)
    sweep = Sweep([setup, TrainingSetup(**{**_fields(setup), "initial_seed": 7})])
    assert sweep.parameters(0) == preset("notes").parameters
    sweep.advance(50)
    run = Run(setup)
    run.advance(50)
    assert sweep.parameters(0) == sweep.parameters(1)
    np.testing.assert_allclose(sweep.parameters(0).kernel, run.parameters.kernel, rtol=1e-12)


def _fields(setup: TrainingSetup) -> dict[str, object]:
    return {name: getattr(setup, name) for name in TrainingSetup.__dataclass_fields__}


@pytest.mark.parametrize(
    ("name", "value"),
    [("image", (1.0,) * 15), ("kernel", (np.nan,) * 9), ("dense", (1.0, 2.0)), ("label", 1.5)],
)
def test_what_is_no_example_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=name):
        Given(**{name: value})
