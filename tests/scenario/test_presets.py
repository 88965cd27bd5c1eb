"""Every starting point is a state worth seeing, and a seed always gives the same numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from lib.derivation import Variable, derive, plain_number, variables
from lib.derivation.pieces import output_by_alpha, slope_short
from lib.scenario import (
    GEOMETRY,
    LARGEST_SEED,
    PRESETS,
    SLIDERS,
    PresetName,
    Scenario,
    preset,
    randomised,
    with_numbers_of,
)
from lib.scenario.worked import WORKED
from lib.training.digits import all_digits

BLANK = preset("zero")


def kept(scenario: Scenario) -> Scenario:
    """A scenario's choices, its numbers taken away."""
    return with_numbers_of(scenario, BLANK)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_fits_the_sliders(name: PresetName) -> None:
    scenario = preset(name)
    assert kept(scenario) == BLANK
    for group in ("image", "kernel", "dense"):
        slider = SLIDERS[group]
        inside = [slider.low <= number <= slider.high for number in getattr(scenario, group)]
        assert all(inside) or name in WORKED, "only what others published may leave the sliders"
    assert scenario.label in (0.0, 1.0) or name in ("all_different", "lost_minus")


def test_presets_differ() -> None:
    assert len({preset(name).numbers for name in PRESETS}) == len(PRESETS)


def test_no_number_of_all_different_is_taken_for_another() -> None:
    state = preset("all_different").state()
    found = [state.label, float(state.gradients.loss), output_by_alpha(state).number]
    for variable in variables(GEOMETRY):
        found += [state.number(variable), state.gradient(variable)]
        if variable.group == "s":
            found.append(slope_short(state.symbol(variable)).number)
    assert len(found) == 3 + 2 * 39 + 4
    shown = [plain_number(abs(number), 3) for number in found]
    assert len(set(shown)) == len(shown)
    assert not {"0", "1"} & set(shown)


def test_an_edge_answers_to_its_own_detector_only() -> None:
    vertical, horizontal = preset("vertical"), preset("horizontal")
    np.testing.assert_array_equal(vertical.image_array, horizontal.image_array.T)
    assert np.abs(vertical.state().values.s).max() == 3.0
    crossed = replace(vertical, kernel=horizontal.kernel)
    np.testing.assert_array_equal(crossed.state().values.s, 0.0)


def test_the_digit_is_the_first_0_of_the_data() -> None:
    images, digits = all_digits()
    np.testing.assert_allclose(preset("digit").image_array, images[digits == 0][0], atol=0.005)


def test_saturated_is_where_the_long_product_loses_its_digits() -> None:
    state = preset("saturated").state()
    assert 37 < state.values.alpha < 45
    derivation = derive(Variable("kernel", (0, 0)), state)
    assert derivation.loses_digits
    assert np.isfinite(derivation.value)
    assert derivation.value != 0


def test_at_zero_only_the_dense_weights_have_a_gradient() -> None:
    state = BLANK.state()
    moved = {v.group for v in variables(GEOMETRY) if state.gradient(v) != 0}
    assert moved == {"dense", "alpha", "y_out"}


@pytest.mark.parametrize("seed", [0, 1, 2, 12345, LARGEST_SEED])
def test_a_seed_gives_the_same_numbers_whatever_was_there(seed: int) -> None:
    start = replace(preset("digit"), language="zh", precision=6, step=7)
    drawn = randomised(start, seed)
    assert drawn.numbers == randomised(preset("notes"), seed).numbers
    assert kept(drawn) == kept(start)
    assert drawn.numbers != randomised(start, (seed + 1) % LARGEST_SEED).numbers
    assert all(0 <= pixel <= 1 for pixel in drawn.image)
    assert drawn.label in (0.0, 1.0)
    assert all(number == round(number, 2) for number in drawn.numbers)


def test_the_seed_of_the_first_visit_is_fixed_for_good() -> None:
    """A teacher writes "seed 1" on the board: it must not change with a release."""
    drawn = randomised(preset("notes"), 1)
    assert drawn.image[:4] == (0.51, 0.95, 0.14, 0.95)
    assert drawn.kernel[:3] == (0.03, -0.2, -0.55)
    assert drawn.dense == (-2.83, -0.26, -0.63, 0.32)
    assert drawn.label == 0.0


@pytest.mark.parametrize("bad", [-1, LARGEST_SEED + 1, 1.0, True, "1", None])
def test_a_seed_is_a_whole_number_in_range(bad: Any) -> None:
    with pytest.raises(ValueError, match="seed: wanted a whole number from 0 to 999999"):
        randomised(preset("notes"), bad)


def test_both_labels_are_drawn() -> None:
    assert {randomised(BLANK, seed).label for seed in range(20)} == {0.0, 1.0}
