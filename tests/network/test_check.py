"""The gradient check passes what is right and catches what is wrong."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from lib.network import Gradients, Parameters, backward, check_gradients, forward
from lib.network.check import relative_error
from lib.network.convolution import image_gradient, kernel_gradient
from lib.network.validate import Array
from tests.network.random_networks import Example, examples, random_example

Mistake = Callable[[Example], Gradients]


def _delta(example: Example) -> Array:
    return example.gradients.s.reshape(2, 2)


def flipped_kernel(example: Example) -> Gradients:
    """The kernel is not flipped on the way back to the image."""
    flipped = example.parameters.kernel[::-1, ::-1]
    return replace(example.gradients, image=image_gradient(flipped, _delta(example)))


def flipped_image(example: Example) -> Gradients:
    image = example.image[::-1, ::-1]
    return replace(example.gradients, kernel=kernel_gradient(image, _delta(example)))


def missing_sigmoid_slope(example: Example) -> Gradients:
    return replace(example.gradients, s=example.gradients.o)


def slope_twice(example: Example) -> Gradients:
    """δ = (ŷ − y)·σ': the collapse of N10, and then its factor once more."""
    y = example.values.y_out
    return replace(example.gradients, alpha=example.gradients.alpha * y * (1 - y))


def wrong_sign(example: Example) -> Gradients:
    return replace(example.gradients, dense=-example.gradients.dense)


def transposed_kernel(example: Example) -> Gradients:
    return replace(example.gradients, kernel=example.gradients.kernel.T)


def transposed_image(example: Example) -> Gradients:
    return replace(example.gradients, image=example.gradients.image.T)


def windows_by_columns(example: Example) -> Gradients:
    return replace(example.gradients, o=example.gradients.o[[0, 2, 1, 3]])


def one_entry_off(example: Example) -> Gradients:
    kernel = example.gradients.kernel.copy()
    kernel[2, 1] *= 1 + 1e-6
    return replace(example.gradients, kernel=kernel)


def one_small_entry_off(example: Example) -> Gradients:
    image = example.gradients.image.copy()
    image[0, 0] += 1e-6 * np.abs(image).max()
    return replace(example.gradients, image=image)


def label_upside_down(example: Example) -> Gradients:
    y_out = example.gradients.y_out
    return replace(example.gradients, y_out=1 / y_out)


def not_a_number(example: Example) -> Gradients:
    dense = example.gradients.dense.copy()
    dense[3] = np.nan
    return replace(example.gradients, dense=dense)


WRONG: dict[Mistake, str] = {
    flipped_kernel: "image",
    flipped_image: "kernel",
    missing_sigmoid_slope: "s",
    slope_twice: "alpha",
    wrong_sign: "dense",
    transposed_kernel: "kernel",
    transposed_image: "image",
    windows_by_columns: "o",
    one_entry_off: "kernel",
    one_small_entry_off: "image",
    label_upside_down: "y_out",
    not_a_number: "dense",
}


@pytest.mark.parametrize("mistake", WRONG, ids=lambda mistake: mistake.__name__)
@pytest.mark.parametrize("label", [0.0, 0.3, 1.0])
def test_a_wrong_gradient_is_caught(mistake: Mistake, label: float) -> None:
    example = random_example(6, label)
    gradients = mistake(example)
    found = check_gradients(example.parameters, example.image, label, gradients)
    assert {one.variable for one in found} == {WRONG[mistake]}
    for one in found:  # both numbers are in the answer, and where they are from
        given = getattr(gradients, one.variable)[one.index]
        np.testing.assert_equal(one.analytic, float(given))
        right = getattr(example.gradients, one.variable)[one.index]
        np.testing.assert_allclose(one.nudged, right, rtol=1e-9)


def test_a_single_wrong_entry_is_the_only_one_named() -> None:
    example = random_example(6)
    (found,) = check_gradients(example.parameters, example.image, 1.0, one_entry_off(example))
    assert (found.variable, found.index) == ("kernel", (2, 1))
    np.testing.assert_allclose(found.relative_error, 1e-6, rtol=1e-3)


@settings(max_examples=40)
@given(examples(batched=False))
def test_the_librarys_own_gradient_passes(example: Example) -> None:
    assert check_gradients(example.parameters, example.image, float(example.label)) == []


@pytest.mark.parametrize("alpha", [-800.0, -700.0, -650.0, -20.0, 20.0, 30.0, 37.0, 40.0, 700.0])
@pytest.mark.parametrize("label", [0.0, 0.5, 1.0])
def test_no_false_alarm_at_saturation(alpha: float, label: float) -> None:
    parameters = Parameters(np.full((3, 3), 0.5), np.full(4, alpha / 4))
    assert check_gradients(parameters, np.ones((4, 4)), label) == []


@pytest.mark.parametrize("alpha", [0.0, 1e-9, -3e-15])
def test_no_false_alarm_where_a_soft_label_is_met(alpha: float) -> None:
    """y_out ≈ yy: the slope is the small rest of two that cancel."""
    parameters = Parameters([[1000.0]], [alpha])
    assert check_gradients(parameters, [[1.0]], 0.5) == []
    doubled = backward(parameters, forward(parameters, [[1.0]]), [[1.0]], 0.5)
    doubled = replace(doubled, alpha=doubled.alpha + 1e-6)
    assert [one.variable for one in check_gradients(parameters, [[1.0]], 0.5, doubled)] == ["alpha"]


def test_a_wrong_shape_is_named() -> None:
    example = random_example()
    gradients = replace(example.gradients, kernel=np.ones(9))
    with pytest.raises(ValueError, match=r"kernel: got shape \(9,\), wanted \(3, 3\)"):
        check_gradients(example.parameters, example.image, 1.0, gradients)


def test_relative_error() -> None:
    assert relative_error([0, 1, -2, 0], [0, 1, 2, 1]).tolist() == [0, 0, 2, 1]


def test_the_check_shares_no_convolution_with_what_it_checks() -> None:
    """A wrong ``correlate`` cannot make its own check pass."""
    from lib.network import nudge

    assert "correlate" not in inspect.getsource(nudge)
    assert "convolution" not in inspect.getsource(nudge).split('"""', 2)[2]
