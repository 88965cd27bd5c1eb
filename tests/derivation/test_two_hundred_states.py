"""200 random states: every printed number within its printed precision of an outside oracle."""

from __future__ import annotations

import numpy as np
import pytest

from lib.derivation import PRECISIONS, State, derive, plain_number, variables
from lib.scenario import GEOMETRY, preset, randomised
from tests.network.oracle import gradients_of_one
from tests.pages.reading import number

ALL = variables(GEOMETRY)
EXACT = 1e-12


@pytest.mark.parametrize("seed", range(200))
def test_every_number_of_every_derivation_is_the_oracles(seed: int) -> None:
    scenario = randomised(preset("notes"), seed)
    state: State = scenario.state()
    oracle = gradients_of_one(
        scenario.image_array,
        np.reshape(scenario.kernel, (3, 3)),
        np.array(scenario.dense),
        scenario.label,
    )
    for variable in ALL:
        true = float(oracle[variable.group][variable.index])
        scale = float(np.abs(oracle[variable.group]).max())
        derivation = derive(variable, state)
        forms = [line.expression for line in derivation.lines]
        for form in (*forms, derivation.short, derivation.long):
            assert abs(form.value - true) <= EXACT * scale
        for precision in PRECISIONS:
            shown = number(plain_number(derivation.value, precision))
            half_a_digit = 0.5 * 10.0 ** (1 - min(precision, 16))
            assert abs(shown - true) <= half_a_digit * abs(true) * 1.01 + EXACT * scale
