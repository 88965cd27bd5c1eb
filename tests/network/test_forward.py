"""The forward pass against loops, Stanford's neuron, and bad input."""

from __future__ import annotations

import math
import warnings

import numpy as np
import pytest
from hypothesis import given, settings

from lib.network import Parameters, Values, forward
from lib.network.validate import Array
from tests.network.random_networks import Example, examples


@settings(max_examples=80)
@given(examples())
def test_forward_is_the_notes_sums(example: Example) -> None:
    """s, o, α and y_out in plain Python, one example after another."""
    values, p = example.values, example.parameters
    leading = values.alpha.shape
    assert leading == np.broadcast_shapes(
        p.kernel.shape[:-2], p.dense.shape[:-1], example.image.shape[:-2]
    )
    windows = p.dense.shape[-1]
    assert values.s.shape == values.o.shape == (*leading, windows)
    assert values.y_out.shape == leading
    kernel = np.broadcast_to(p.kernel, (*leading, *p.kernel.shape[-2:]))
    dense = np.broadcast_to(p.dense, (*leading, windows))
    image = np.broadcast_to(example.image, (*leading, *example.image.shape[-2:]))
    kh, kw = p.kernel.shape[-2:]
    columns = example.image.shape[-1] - kw + 1
    for at in np.ndindex(leading):
        w, a = kernel[at].tolist(), image[at].tolist()
        s = [
            math.fsum(
                w[m][n] * a[k // columns + m][k % columns + n] for m in range(kh) for n in range(kw)
            )
            for k in range(windows)
        ]
        o = [1 / (1 + math.exp(-x)) for x in s]
        alpha = math.fsum(x * y for x, y in zip(dense[at].tolist(), o, strict=True))
        np.testing.assert_allclose(values.s[at], s, rtol=1e-12, atol=1e-13)
        np.testing.assert_allclose(values.o[at], o, rtol=1e-12)
        np.testing.assert_allclose(values.alpha[at], alpha, rtol=1e-12, atol=1e-12)
        np.testing.assert_allclose(values.y_out[at], 1 / (1 + math.exp(-alpha)), rtol=1e-12)


def test_windows_are_numbered_by_rows() -> None:
    """s_k with k = 2i + j, each seen through a kernel that picks its first pixel."""
    kernel = np.zeros((3, 3))
    kernel[0, 0] = 1
    values = forward(Parameters(kernel, np.ones(4)), np.arange(16.0).reshape(4, 4))
    assert values.s.tolist() == [0, 1, 4, 5]


def test_stanfords_sigmoid_neuron() -> None:
    """cs231n: w = [2, −3, −3] over x = [−1, −2, 1] gives 0.73."""
    values = forward(Parameters([[2.0, -3.0, -3.0]], [1.0]), [[-1.0, -2.0, 1.0]])
    assert values.s.tolist() == [1.0]
    np.testing.assert_allclose(values.o, [0.7310586], atol=5e-8)


def test_saturation_is_silent() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        values = forward(Parameters(np.full((3, 3), [-1e4]), [800, 0, 0, -1e300]), np.ones((4, 4)))
    assert values.o.tolist() == [0, 0, 0, 0]
    assert float(values.y_out) == 0.5


def test_outputs_are_new_arrays() -> None:
    parameters, image = Parameters(np.ones((1, 1)), np.ones((3, 1))), np.ones((2, 1, 1, 1))
    values = forward(parameters, image)
    outputs = [getattr(values, name) for name in Values.__slots__]
    for output in outputs:
        output[...] = np.nan  # writable, so nothing is a broadcast view
    for number, output in enumerate(outputs):
        for other in [*outputs[number + 1 :], image, parameters.kernel, parameters.dense]:
            assert not np.shares_memory(output, other)
    assert (image == 1).all()


def test_a_caller_may_reuse_its_buffers() -> None:
    """Parameters keeps copies: what the caller does to its arrays later does not reach it."""
    kernel, dense = np.ones((3, 3)), np.ones(4)
    parameters = Parameters(kernel, dense)
    kernel[...], dense[...] = 7, 7
    assert (parameters.kernel == 1).all()
    assert (parameters.dense == 1).all()


@pytest.mark.parametrize(
    ("image", "message"),
    [
        (np.ones(4), r"image: got shape \(4,\), wanted \(\.\.\., H, W\)"),
        (np.ones((0, 4, 4)), r"image: got shape \(0, 4, 4\), wanted \(\.\.\., H, W\)"),
        (np.ones((3, 3)), r"dense: got shape \(4,\), wanted \(\.\.\., 1\)"),
        (np.ones((2, 9)), r"kernel: got shape \(3, 3\), wanted .*image's shape \(2, 9\)"),
        (np.full((4, 4), np.nan), r"image: NaN or infinity .* \(4, 4\).* \(\.\.\., H, W\)"),
        (np.full((4, 4), -np.inf), r"image: NaN or infinity"),
        ([[1, 2], [3]], r"image: got rows of unequal length, wanted .* \(\.\.\., H, W\)"),
        ([["a"] * 4] * 4, r"image: got <U1 in shape \(4, 4\), wanted .* \(\.\.\., H, W\)"),
        (np.ones((4, 4)) * 1j, r"image: got complex128 in shape \(4, 4\)"),
        (np.full((4, 4), 1e308), r"s: got numbers beyond float64 in shape \(2, 2\)"),
    ],
)
@pytest.mark.filterwarnings("error")
def test_bad_images_are_named(image: Array, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        forward(Parameters(np.ones((3, 3)), np.ones(4)), image)


def test_an_infinite_alpha_is_refused() -> None:
    with pytest.raises(ValueError, match=r"alpha: got numbers beyond float64 in shape \(\)"):
        forward(Parameters(np.ones((3, 3)), np.full(4, 1e308)), np.ones((4, 4)))


def test_leading_axes_must_broadcast() -> None:
    parameters = Parameters(np.ones((2, 3, 3)), np.ones((2, 4)))
    with pytest.raises(ValueError, match=r"image \(3,\), kernel \(2,\), dense \(2,\)"):
        forward(parameters, np.ones((3, 4, 4)))
