"""The gradients against an outside oracle, published numbers, loops, and the ends of float64."""

from __future__ import annotations

import warnings
from dataclasses import replace

import mpmath
import numpy as np
import pytest
from hypothesis import example as always
from hypothesis import given, settings

from lib.network import Gradients, Parameters, backward, forward, sigmoid
from lib.network.validate import Array
from tests.network import oracle
from tests.network.random_networks import VARIABLES, Example, examples, random_example

HARD = np.array([0.0, 1.0])


def scale(example: Example, variable: str) -> Array:
    """The size of each example's group before a soft label's two halves cancel, shape (..., 1…)."""
    ndim, leading = getattr(example.gradients, variable).ndim, example.gradients.loss.ndim
    own = tuple(range(leading, ndim))
    zero, one = (
        np.abs(getattr(replace(example, label=np.full_like(example.label, c)).gradients, variable))
        for c in HARD
    )
    label = example.label.reshape((*example.label.shape, *(1,) * len(own)))
    return np.max((1 - label) * zero + label * one, axis=own, keepdims=True)


@settings(max_examples=120)
@given(examples())
@always(random_example(label=0.3))
def test_every_gradient_is_autograds(example: Example) -> None:
    found, want = example.gradients, oracle.gradients(example)
    np.testing.assert_allclose(found.loss, want["loss"], rtol=1e-12, atol=1e-300)
    for variable in VARIABLES:
        got = getattr(found, variable)
        assert got.shape == want[variable].shape, variable
        gap = np.abs(got - want[variable])
        assert (gap <= 1e-12 * scale(example, variable) + 1e-280).all(), variable


@settings(max_examples=60)
@given(examples())
def test_a_batch_is_a_loop(example: Example) -> None:
    found = example.gradients
    leading = found.loss.shape
    p = example.parameters
    kernel = np.broadcast_to(p.kernel, (*leading, *p.kernel.shape[-2:]))
    dense = np.broadcast_to(p.dense, (*leading, *p.dense.shape[-1:]))
    image = np.broadcast_to(example.image, (*leading, *example.image.shape[-2:]))
    label = np.broadcast_to(example.label, leading)
    for at in np.ndindex(leading):
        one = Example(Parameters(kernel[at], dense[at]), image[at], label[at]).gradients
        for variable in ("loss", *VARIABLES):
            got, want = getattr(found, variable)[at], getattr(one, variable)
            np.testing.assert_allclose(got, want, rtol=1e-12, atol=1e-12, err_msg=variable)


def test_32_networks_meet_a_batch() -> None:
    rng = np.random.default_rng(1)
    parameters = Parameters(rng.normal(size=(32, 1, 3, 3)), rng.normal(size=(32, 1, 4)))
    image, label = rng.uniform(size=(50, 4, 4)), rng.integers(0, 2, 50)
    found = Example(parameters, image, label.astype(float)).gradients
    assert found.kernel.shape == (32, 50, 3, 3)
    assert found.image.shape == (32, 50, 4, 4)
    assert found.dense.shape == found.s.shape == found.o.shape == (32, 50, 4)
    one = Example(
        Parameters(parameters.kernel[7, 0], parameters.dense[7, 0]), image[9], np.asarray(label[9])
    ).gradients
    np.testing.assert_allclose(found.kernel[7, 9], one.kernel, rtol=1e-13, atol=1e-16)
    np.testing.assert_allclose(found.image[7, 9], one.image, rtol=1e-13, atol=1e-16)


def test_dense_weights_back_through_a_sigmoid_map() -> None:
    """A published trace of two outputs: δ_k = Σ_n upstream_n·w_{kn} · o_k(1−o_k).

    Our network has one output, so each of the two is a network of its own, with ∂L/∂α = upstream
    by choice of α and label; their δ add up, since the chain rule is a sum over the paths.
    """
    upstream = (0.25, -0.15)
    weights = np.array([(0.61, 0.02), (0.82, -0.50), (0.96, 0.23), (-1.00, 0.17)])
    o = np.array([0.58, 0.57, 0.65, 0.55])
    s = np.log(o / (1 - o))  # one window a pixel: a 1×1 kernel of weight 1 hands the pixels on
    total = np.zeros(4)
    for n, wanted in enumerate(upstream):
        parameters = Parameters(kernel=[[1.0]], dense=weights[:, n])
        values = forward(parameters, s.reshape(2, 2))
        np.testing.assert_allclose(values.o, o, rtol=1e-14)
        grads = backward(parameters, values, s.reshape(2, 2), float(values.y_out) - wanted)
        np.testing.assert_allclose(grads.alpha, wanted, rtol=1e-14)
        total += grads.s
    np.testing.assert_allclose(total, [0.0364182, 0.068628, 0.04675125, -0.06818625], rtol=1e-12)


def test_stanfords_sigmoid_neuron() -> None:
    """cs231n's neuron f = σ(w·x): in our network s is the neuron, o its output; ∂o/∂s = σ'(s).

    w = [2, −3, −3] over x = [−1, −2, 1] is one window; dense = 1 makes ∂L/∂o = ∂L/∂α = y_out − yy,
    so each gradient divided by it is the published ∂f.
    """
    w, x = [[2.0, -3.0, -3.0]], [[-1.0, -2.0, 1.0]]
    parameters = Parameters(kernel=w, dense=[1.0])
    values = forward(parameters, x)
    grads = backward(parameters, values, x, 0.0)
    np.testing.assert_allclose(values.o, 0.7310586, atol=5e-8)
    np.testing.assert_allclose(grads.kernel / grads.o, [[-0.1966, -0.3932, 0.1966]], atol=5e-5)
    # Stanford rounds σ' to 0.2 and prints dx = [0.4, −0.6]; exactly it is 0.3932 and −0.5898
    np.testing.assert_allclose((grads.image / grads.o)[0, :2], [0.3932, -0.5898], atol=5e-5)


@pytest.mark.parametrize("label", [0.0, 0.25, 1.0])
@pytest.mark.parametrize("alpha", [-800.0, -40.0, 0.0, 40.0, 800.0])
def test_saturation_is_finite_right_and_silent(alpha: float, label: float) -> None:
    parameters = Parameters(np.full((3, 3), 100.0), np.full(4, alpha / 4))
    image = np.ones((4, 4))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        values = forward(parameters, image)
        grads = backward(parameters, values, image, label)
    assert float(values.alpha) == alpha
    for variable in ("loss", *VARIABLES):
        assert np.isfinite(getattr(grads, variable)).all(), variable
    with mpmath.workdps(400):
        y_out = 1 / (1 + mpmath.exp(-mpmath.mpf(alpha)))
        yy = mpmath.mpf(label)
        loss = -(yy * mpmath.log(y_out) + (1 - yy) * mpmath.log(1 - y_out))
        slope_at_output = -yy / y_out + (1 - yy) / (1 - y_out)
        largest = np.finfo(float).max  # a slope beyond float64 is held at its end
        want = {
            "loss": float(loss),
            "alpha": float(y_out - yy),
            "y_out": float(min(max(slope_at_output, -largest), largest)),
        }
    np.testing.assert_allclose(values.y_out, float(y_out), rtol=1e-15)
    for variable, number in want.items():
        np.testing.assert_allclose(getattr(grads, variable), number, rtol=1e-14)
    np.testing.assert_allclose(grads.dense, np.full(4, want["alpha"]), rtol=1e-14)
    assert (grads.kernel == 0).all()  # σ'(900) is below float64


def test_a_small_slope_keeps_its_digits() -> None:
    """At α = 40 and label 1, y_out − yy would be 1 − 1 = 0; the slope is −e^{-40}/(1+e^{-40})."""
    example = Example(Parameters([[100.0]], [-40.0]), np.ones((1, 1)), np.asarray(0.0))
    np.testing.assert_allclose(example.gradients.alpha, np.exp(-40.0), rtol=1e-14)
    mirrored = Example(Parameters([[100.0]], [40.0]), np.ones((1, 1)), np.asarray(1.0))
    np.testing.assert_allclose(mirrored.gradients.alpha, -np.exp(-40.0), rtol=1e-14)


def test_soft_labels_mix_the_two_classes() -> None:
    for label in (0.0, 0.1, 0.5, 0.9, 1.0):
        found = random_example(3, label).gradients
        zero, one = random_example(3, 0.0).gradients, random_example(3, 1.0).gradients
        for variable in ("loss", *VARIABLES):
            mix = (1 - label) * getattr(zero, variable) + label * getattr(one, variable)
            np.testing.assert_allclose(getattr(found, variable), mix, rtol=1e-12, atol=1e-15)


def test_the_collapse() -> None:
    """∂L/∂y_out · ∂y_out/∂α = y_out − yy: the product of N10 and its shortcut."""
    for seed, label in ((0, 0.0), (1, 1.0), (2, 0.3)):
        example = random_example(seed, label)
        values, grads = example.values, example.gradients
        product = grads.y_out * values.y_out * sigmoid(-values.alpha)
        np.testing.assert_allclose(product, grads.alpha, rtol=1e-13)
        np.testing.assert_allclose(grads.alpha, values.y_out - label, rtol=1e-13)


def test_derivation_1_and_2_as_the_notes_write_them() -> None:
    """N12 and N13 in the notes' own letters and textbook forms."""
    example = random_example(5, 1.0)
    a, w = example.image, example.parameters.kernel
    wa, wb, wc, wd = example.parameters.dense
    s0, s1, s2, s3 = example.values.s
    alpha, y, yy = example.values.alpha, example.values.y_out, 1.0

    def slope(x: float) -> float:
        return float(np.exp(-x) / (1 + np.exp(-x)) ** 2)

    front = (y - yy) / (y * (1 - y)) * slope(float(alpha))
    ds = [wa * slope(s0), wb * slope(s1), wc * slope(s2), wd * slope(s3)]
    w00 = front * np.dot(ds, [a[0, 0], a[0, 1], a[1, 0], a[1, 1]])
    a21 = front * np.dot(ds, [w[2, 1], w[2, 0], w[1, 1], w[1, 0]])
    np.testing.assert_allclose(example.gradients.kernel[0, 0], w00, rtol=1e-12)
    np.testing.assert_allclose(example.gradients.image[2, 1], a21, rtol=1e-12)


def test_nothing_is_changed_and_nothing_is_shared() -> None:
    example = random_example()
    kernel, dense = example.parameters.kernel, example.parameters.dense
    values, label = example.values, np.asarray(0.5)
    inputs = [example.image, kernel, dense, label, values.s, values.o, values.alpha, values.y_out]
    before = [array.copy() for array in inputs]
    grads = backward(example.parameters, values, example.image, label)
    outputs = [getattr(grads, name) for name in Gradients.__slots__]
    for output in outputs:
        assert output.flags.writeable
        assert output.dtype == np.float64
        output[...] = np.nan
    for array, copy in zip(inputs, before, strict=True):
        np.testing.assert_array_equal(array, copy)
    for number, output in enumerate(outputs):
        for other in outputs[number + 1 :]:
            assert not np.shares_memory(output, other)


@pytest.mark.parametrize(
    ("image", "label", "message"),
    [
        (np.ones((4, 4)), 1.5, r"label: got 1\.5 in shape \(\), wanted numbers in \[0, 1\]"),
        (np.ones((4, 4)), -1e-9, r"label: got -1e-09 in shape \(\)"),
        (np.ones((4, 4)), np.nan, r"label: NaN or infinity .* shape \(\)"),
        (np.ones((4, 4)), "1", r"label: got <U1 in shape \(\)"),
        (np.ones((4, 4)), None, r"label: got object in shape \(\)"),
        (np.ones((5, 4)), 1.0, r"dense: got shape \(4,\), wanted \(\.\.\., 6\)"),
        (np.ones((2, 4)), 1.0, r"kernel: got shape \(3, 3\), wanted .* \(2, 4\)"),
        (np.ones(4), 1.0, r"image: got shape \(4,\), wanted \(\.\.\., H, W\)"),
        (np.full((4, 4), np.inf), 1.0, r"image: NaN or infinity .* \(4, 4\)"),
        (np.ones((2, 4, 4)), 1.0, r"values\.s: got shape \(4,\), wanted \(2, 4\)"),
    ],
)
def test_bad_input_is_named(image: Array, label: float, message: str) -> None:
    example = random_example()
    with pytest.raises(ValueError, match=message):
        backward(example.parameters, example.values, image, label)


def test_values_of_another_batch_are_refused() -> None:
    parameters = random_example().parameters
    five = forward(parameters, np.ones((5, 4, 4)))
    with pytest.raises(ValueError, match=r"values\.s: got shape \(5, 4\), wanted \(4,\)"):
        backward(parameters, five, np.ones((4, 4)), 1.0)
    with pytest.raises(ValueError, match=r"label \(3,\), values \(5,\)"):
        backward(parameters, five, np.ones((5, 4, 4)), [0, 1, 0])


def test_a_gradient_beyond_float64_is_refused() -> None:
    parameters = Parameters(np.zeros((3, 3)), np.full(4, 1e200))
    image = np.full((4, 4), 1e200)
    values = forward(parameters, image)
    with pytest.raises(
        ValueError, match=r"∂L/∂kernel: got numbers beyond float64 in shape \(3, 3\)"
    ):
        backward(parameters, values, image, 0.0)
