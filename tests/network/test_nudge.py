"""The two derivatives without the chain rule agree with each other and with the chain rule."""

from __future__ import annotations

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings

from lib.network import Parameters, central_difference, complex_step
from tests.network.random_networks import VARIABLES, Example, examples, random_example


@settings(max_examples=40)
@given(examples(batched=False))
def test_complex_step_agrees_with_the_chain_rule(example: Example) -> None:
    found = complex_step(example.parameters, example.image, float(example.label))
    for variable in ("loss", *VARIABLES):
        got, want = getattr(found, variable), getattr(example.gradients, variable)
        assert got.shape == want.shape
        scale = np.abs(want).max()
        np.testing.assert_allclose(got, want, rtol=1e-12, atol=1e-12 * scale + 1e-15)


@pytest.mark.parametrize("label", [0.0, 0.4, 1.0])
def test_central_difference_agrees_with_the_complex_step(label: float) -> None:
    for seed in range(5):
        example = random_example(seed, label)
        central = central_difference(example.parameters, example.image, label)
        exact = complex_step(example.parameters, example.image, label)
        for variable in VARIABLES:
            got, want = getattr(central, variable), getattr(exact, variable)
            np.testing.assert_allclose(got, want, rtol=1e-7, atol=2e-10, err_msg=variable)


def test_the_central_difference_is_the_formula() -> None:
    """(L(x+ε) − L(x−ε)) / 2ε with the network's own loss, for one weight."""
    example, epsilon = random_example(2), 1e-4
    kernel = example.parameters.kernel
    losses = []
    for sign in (1, -1):
        moved = kernel.copy()
        moved[1, 2] += sign * epsilon
        losses.append(
            Example(
                Parameters(moved, example.parameters.dense), example.image, example.label
            ).gradients.loss
        )
    by_hand = (losses[0] - losses[1]) / (2 * epsilon)
    found = central_difference(example.parameters, example.image, 1.0, epsilon).kernel[1, 2]
    np.testing.assert_allclose(found, by_hand, rtol=1e-9)


def test_a_large_epsilon_sees_the_curve_bend() -> None:
    """The error grows with ε²: what a page shows when a learner drags ε."""
    example = random_example(4)
    exact = complex_step(example.parameters, example.image, 1.0).dense
    gaps = [
        np.abs(central_difference(example.parameters, example.image, 1.0, e).dense - exact).max()
        for e in (1e-1, 1e-2, 1e-3)
    ]
    assert 80 < gaps[0] / gaps[1] < 120
    assert 80 < gaps[1] / gaps[2] < 120


@pytest.mark.parametrize("alpha", [-30.0, -10.0, 10.0, 20.0, 36.0, 40.0, 600.0])
@pytest.mark.parametrize("label", [0.0, 0.5, 1.0])
def test_y_out_keeps_its_digits_near_0_and_1(alpha: float, label: float) -> None:
    found = complex_step(Parameters([[1000.0]], [alpha]), [[1.0]], label).y_out
    with mpmath.workdps(400):
        want = (1 - label) * (1 + mpmath.exp(alpha)) - label * (1 + mpmath.exp(-alpha))
    np.testing.assert_allclose(found, float(want), rtol=1e-13)


def test_no_room_is_nan_and_silent() -> None:
    parameters = Parameters([[1000.0]], [800.0])
    assert np.isnan(complex_step(parameters, [[1.0]], 0.0).y_out)
    assert np.isnan(central_difference(parameters, [[1.0]], 0.0).y_out)
    huge = Parameters([[1e20]], [1.0])
    assert np.isnan(central_difference(huge, [[1.0]], 0.0).kernel).all()  # ε is lost beside 1e20


@pytest.mark.parametrize("step", [0.0, -1e-5, np.nan, np.inf])
def test_bad_steps_are_refused(step: float) -> None:
    example = random_example()
    with pytest.raises(ValueError, match=r"epsilon: got .*, wanted a finite number above 0"):
        central_difference(example.parameters, example.image, 1.0, step)
    with pytest.raises(ValueError, match=r"step: got .*, wanted a finite number above 0"):
        complex_step(example.parameters, example.image, 1.0, step)


def test_one_example_only() -> None:
    example = random_example()
    with pytest.raises(ValueError, match=r"image \(2, 4, 4\), .*wanted \(H, W\)"):
        complex_step(example.parameters, np.ones((2, 4, 4)), 1.0)
    with pytest.raises(ValueError, match=r"label: got shape \(2,\), wanted \(\)"):
        complex_step(example.parameters, example.image, [0.0, 1.0])
