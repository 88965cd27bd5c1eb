"""Nudges: the three losses, the three slopes, and the V of their errors."""

import numpy as np
import pytest
from hypothesis import given, settings

from lib.derivation import State, Variable, variables
from lib.derivation.nudge import EPSILONS, central, estimates, loss_curve, nudge
from lib.network import Parameters, backward, forward
from lib.network.nudge import EPSILON
from lib.network.validate import Array
from tests.derivation.states import (
    SHAPES,
    Shape,
    condition,
    saturated_state,
    scale_of,
    seeded_state,
    states,
)
from tests.network.random_architectures import ONE_OF_EACH, filled

W11 = Variable("kernel", (1, 1))


def loss_with(state: State, variable: Variable, value: float) -> float:
    """The loss by the network's own forward pass, with one weight or pixel replaced."""
    arrays = {
        "kernel": state.parameters.kernel.copy(),
        "dense": state.parameters.dense.copy(),
        "image": state.image.copy(),
    }
    arrays[variable.group][variable.index] = value
    parameters = Parameters(arrays["kernel"], arrays["dense"])
    values = forward(parameters, arrays["image"])
    return float(backward(parameters, values, arrays["image"], state.label).loss)


def test_the_three_losses_are_those_of_the_network() -> None:
    state = seeded_state(0, label=0.3)
    for variable in variables(state.geometry):
        if variable.group in ("kernel", "dense", "image"):
            found = nudge(variable, state, 0.125)
            at = state.number(variable)
            assert found.at == at
            for got, value in (
                (found.behind, at - 0.125),
                (found.here, at),
                (found.ahead, at + 0.125),
            ):
                assert got == pytest.approx(loss_with(state, variable, value), rel=1e-14)


def test_the_slopes_are_what_they_say() -> None:
    found = nudge(W11, seeded_state(0), 0.125)
    assert found.forward == pytest.approx((found.ahead - found.here) / 0.125, rel=1e-13)
    assert found.central == pytest.approx((found.ahead - found.behind) / 0.25, rel=1e-13)


@settings(max_examples=40)
@given(states(size=1.5))
def test_every_variable_s_nudges_agree_with_the_chain_rule(state: State) -> None:
    for variable in variables(state.geometry):
        found = nudge(variable, state)
        scale = scale_of(variable, state) * condition(state)
        small = nudge(variable, state, 1e-20)
        assert found.analytic == state.gradient(variable)
        assert abs(small.complex_step - found.analytic) <= 1e-13 * scale + 1e-290
        size = max(scale, 1.0 + float(state.gradients.loss))
        rounded = 1e-15 / found.epsilon  # 1 − y_out has this much of it in its last digit
        assert abs(found.central - found.analytic) <= 1e-7 * size + rounded
        assert abs(found.forward - found.analytic) <= 1e-3 * size + rounded


@pytest.mark.parametrize("shape", SHAPES)
def test_any_shape(shape: Shape) -> None:
    state = seeded_state(4, shape)
    for variable in variables(state.geometry):
        assert nudge(variable, state, 1e-20).complex_step == pytest.approx(
            state.gradient(variable), rel=1e-11, abs=1e-14 * scale_of(variable, state)
        )


def slope_of(errors: Array, epsilons: Array, low: float, high: float) -> float:
    """The power of ε with which the error grows between two nudges."""
    chosen = (epsilons >= low) & (epsilons <= high) & (errors > 0)
    return float(np.polyfit(np.log(epsilons[chosen]), np.log(errors[chosen]), 1)[0])


def test_both_arms_of_the_v() -> None:
    found = estimates(W11, seeded_state(0))
    errors = found.relative_errors()
    assert np.array_equal(found.epsilons, EPSILONS)
    # right arm: the curve bends
    assert slope_of(errors["forward"], EPSILONS, 1e-5, 1e-2) == pytest.approx(1.0, abs=0.1)
    assert slope_of(errors["central"], EPSILONS, 1e-3, 1e-1) == pytest.approx(2.0, abs=0.1)
    assert slope_of(errors["complex_step"], EPSILONS, 1e-3, 1e-1) == pytest.approx(2.0, abs=0.1)
    # left arm: digits cancel, but not in the complex step
    assert slope_of(errors["forward"], EPSILONS, 1e-14, 1e-9) == pytest.approx(-1.0, abs=0.3)
    assert slope_of(errors["central"], EPSILONS, 1e-14, 1e-7) == pytest.approx(-1.0, abs=0.3)
    assert errors["complex_step"][EPSILONS < 1e-8].max() < 1e-14
    # the valleys lie where theory puts them
    assert 1e-9 < EPSILONS[errors["forward"].argmin()] < 1e-6
    assert 1e-7 < EPSILONS[errors["central"].argmin()] < 1e-4


def test_a_nudge_lost_in_rounding_is_no_estimate() -> None:
    state = State.of(Parameters(np.full((1, 1), 1e9), [1.0]), [[1e-9]], 1.0)
    found = estimates(Variable("kernel", (0, 0)), state, [1e-9, 1.0])
    assert np.isnan(found.forward[0])
    assert np.isnan(found.central[0])
    assert np.isnan(found.relative_errors()["central"][0])
    assert np.isfinite(found.central[1])


def test_y_out_is_nudged_within_its_room() -> None:
    state = saturated_state(20.0, 0.0)
    found = nudge(Variable("y_out"), state, 0.5)
    assert found.epsilon == pytest.approx(0.5 * np.exp(-20.0), rel=1e-8)
    assert np.isfinite([found.behind, found.here, found.ahead]).all()


def test_the_curve_of_the_loss_along_a_variable() -> None:
    state = seeded_state(0)
    values = np.linspace(-3, 3, 13)
    for variable in (W11, Variable("image", (2, 1)), Variable("dense", (3,))):
        want = [loss_with(state, variable, value) for value in values]
        assert loss_curve(variable, state, values) == pytest.approx(want, rel=1e-12)
    here = state.number(Variable("alpha"))
    at_alpha = loss_curve(Variable("alpha"), state, [here, here])
    assert at_alpha == pytest.approx([float(state.gradients.loss)] * 2, rel=1e-14)


def test_y_out_has_no_loss_outside_its_range() -> None:
    found = loss_curve(Variable("y_out"), seeded_state(0), [-0.5, 0.5, 1.5])
    assert np.isnan(found[[0, 2]]).all()
    assert found[1] == pytest.approx(np.log(2.0), rel=1e-12)


@pytest.mark.parametrize("epsilon", [0.0, -1e-3, np.nan, np.inf])
def test_a_nudge_that_is_none_is_refused(epsilon: float) -> None:
    with pytest.raises(ValueError, match="epsilon"):
        nudge(W11, seeded_state(0), epsilon)


def test_the_central_difference_alone_is_that_of_the_estimates() -> None:
    for architecture in ONE_OF_EACH:
        case = filled(architecture, 3)
        state = State.of_network(architecture, case.parameters, case.image, case.target)
        for variable in variables(architecture)[::5]:
            expected = estimates(variable, state, [EPSILON]).central[0]
            np.testing.assert_array_equal(central(variable, state), expected)
    huge = State.of(Parameters(np.full((3, 3), 1e300), np.ones(4)), np.zeros((4, 4)), 1.0)
    assert np.isnan(central(Variable("kernel", (0, 0)), huge)), "the nudge is lost in the weight"
