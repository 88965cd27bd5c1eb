"""Worked examples: the network gives what was published, and each slip gives what learners got."""

from __future__ import annotations

import numpy as np
import pytest

from lib.derivation import State, Variable, derive
from lib.derivation.variable import variable_from_key
from lib.network import backward
from lib.scenario import GEOMETRY, PresetName, preset
from lib.scenario.worked import WORKED, Values
from lib.text import worked as words


def computed(state: State, values: Values) -> list[float]:
    return [state.gradient(variable_from_key(key, GEOMETRY)) for key, _ in values]


@pytest.mark.parametrize("name", WORKED)
def test_the_network_gives_what_was_published(name: PresetName) -> None:
    state, published = preset(name).state(), WORKED[name].published
    assert computed(state, published) == pytest.approx([v for _, v in published], rel=1e-5)


def terms(key: str, state: State) -> list[float]:
    """What each window adds."""
    derivation = derive(variable_from_key(key, GEOMETRY), state)
    error = state.gradient(Variable("alpha"))
    return [error * term.short.value for term in derivation.terms]


def test_each_slip_gives_what_learners_got() -> None:
    state = preset("shared_weight").state()
    slips = dict(WORKED["shared_weight"].slips)
    for key, value in slips["last_window"]:
        assert terms(key, state)[1] == pytest.approx(value, rel=1e-6)
    for key, value in slips["mean_of_windows"]:
        assert sum(terms(key, state)) / 2 == pytest.approx(value, rel=1e-6)
    delta, (left, right) = state.gradients.s[:2], state.parameters.kernel[0, :2]
    turned = np.convolve(delta, (right, left))
    assert turned == pytest.approx([v for _, v in slips["kernel_turned"]], rel=1e-6)


def test_the_lost_minus_is_hidden_by_a_label_of_one() -> None:
    scenario = preset("lost_minus")
    state = scenario.state()
    y_out = float(state.values.y_out)
    assert y_out == pytest.approx(0.7, abs=1e-8)

    def lost(yy: float) -> float:
        return -yy / y_out - (1 - yy) / (1 - y_out)

    ((_, values),) = WORKED["lost_minus"].slips
    assert lost(state.label) == pytest.approx(values[0][1], rel=1e-5)
    for yy, right, wrong in ((0.0, 3.33333, -3.33333), (1.0, -1.42857, -1.42857)):
        found = backward(state.parameters, state.values, state.image, yy).y_out
        assert found == pytest.approx(right, rel=1e-5)
        assert lost(yy) == pytest.approx(wrong, rel=1e-5)


def test_every_example_and_every_slip_has_words() -> None:
    assert words.STORY.keys() == WORKED.keys()
    assert words.SLIP_NAMES.keys() == {slip for one in WORKED.values() for slip, _ in one.slips}
