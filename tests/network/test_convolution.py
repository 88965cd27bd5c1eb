"""The convolution's three lines against published numbers."""

from __future__ import annotations

import numpy as np
import pytest

from lib.network.convolution import correlate, image_gradient, kernel_gradient
from lib.network.layers import convolution as layer

FLIPPED_IS_DIFFERENT = np.array([[1.0, 2.0], [3.0, 4.0]])


def test_tensorflows_kernel_gradient() -> None:
    """From its conv_ops_test.py."""
    image = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    delta = np.array([[1.0, 2.0]])
    assert kernel_gradient(image, delta).tolist() == [[5, 8], [14, 17]]


def test_tensorflows_image_gradient() -> None:
    kernel = np.array([[1.0, 2.0], [3.0, 4.0]])
    delta = np.array([[1.0, 2.0]])
    assert image_gradient(kernel, delta).tolist() == [[1, 4, 4], [3, 10, 8]]


def test_onnxs_transposed_convolution() -> None:
    """convtranspose.py: the image gradient of a convolution is a transposed convolution."""
    delta = np.arange(9.0).reshape(3, 3)
    assert image_gradient(np.ones((3, 3)), delta).tolist() == [
        [0, 1, 3, 3, 2],
        [3, 8, 15, 12, 7],
        [9, 21, 36, 27, 15],
        [9, 20, 33, 24, 13],
        [6, 13, 21, 15, 8],
    ]


def test_one_delta_copies_the_kernel_and_its_patch() -> None:
    image, kernel = np.arange(16.0).reshape(4, 4), FLIPPED_IS_DIFFERENT
    delta = np.zeros((3, 3))
    delta[0, 0] = 1
    assert kernel_gradient(image, delta).tolist() == [[0, 1], [4, 5]]
    assert image_gradient(kernel, delta).tolist() == [
        [1, 2, 0, 0],
        [3, 4, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
    ]


@pytest.mark.parametrize(
    ("image_shape", "kernel_shape"),
    [((4, 4), (3, 3)), ((1, 1), (1, 1)), ((5, 2), (2, 1)), ((2, 6), (1, 6)), ((3, 4), (3, 4))],
)
def test_every_shape_as_loops_would(
    image_shape: tuple[int, int], kernel_shape: tuple[int, int]
) -> None:
    rng = np.random.default_rng(0)
    image, kernel = rng.normal(size=image_shape), rng.normal(size=kernel_shape)
    (h, w), (kh, kw) = image_shape, kernel_shape
    delta = rng.normal(size=(h - kh + 1, w - kw + 1))
    s, of_kernel, of_image = np.zeros_like(delta), np.zeros_like(kernel), np.zeros_like(image)
    for i, j in np.ndindex(delta.shape):
        for m, n in np.ndindex(kernel.shape):
            s[i, j] += kernel[m, n] * image[i + m, j + n]
            of_kernel[m, n] += delta[i, j] * image[i + m, j + n]
            of_image[i + m, j + n] += delta[i, j] * kernel[m, n]
    np.testing.assert_allclose(correlate(image, kernel), s, rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(kernel_gradient(image, delta), of_kernel, rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(image_gradient(kernel, delta), of_image, rtol=1e-12, atol=1e-14)


def test_the_three_are_adjoint() -> None:
    """⟨δ, correlate(a, w)⟩ = ⟨kernel_gradient(a, δ), w⟩ = ⟨a, image_gradient(w, δ)⟩."""
    rng = np.random.default_rng(1)
    image, kernel, delta = (rng.normal(size=shape) for shape in ((7, 5), (3, 2), (5, 4)))
    want = (delta * correlate(image, kernel)).sum()
    np.testing.assert_allclose((kernel_gradient(image, delta) * kernel).sum(), want, rtol=1e-12)
    np.testing.assert_allclose((image_gradient(kernel, delta) * image).sum(), want, rtol=1e-12)


def test_the_layer_with_channels_stride_and_padding_on_published_numbers() -> None:
    """The same published examples through the layer of any architecture."""
    image, delta = np.array([[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]]), np.array([[[1.0, 2.0]]])
    kernel = np.array([[[[1.0, 2.0], [3.0, 4.0]]]])
    found = layer.kernel_gradient(image, delta, (2, 2), 1, (0, 0))
    assert found.tolist() == [[[[5, 8], [14, 17]]]]
    found = layer.image_gradient(kernel, delta, (2, 3), 1, (0, 0))
    assert found.tolist() == [[[1, 4, 4], [3, 10, 8]]]
    delta = np.arange(9.0).reshape(1, 3, 3)
    found = layer.image_gradient(np.ones((1, 1, 3, 3)), delta, (5, 5), 1, (0, 0))
    assert found[0].tolist()[2] == [9, 21, 36, 27, 15]


def test_onnxs_transposed_convolution_with_a_stride() -> None:
    """convtranspose.py with strides 2: the deltas spread out, zeros between them."""
    delta = np.arange(9.0).reshape(1, 3, 3)
    found = layer.image_gradient(np.ones((1, 1, 3, 3)), delta, (7, 7), 2, (0, 0))
    assert found[0].tolist() == [
        [0, 0, 1, 1, 3, 2, 2],
        [0, 0, 1, 1, 3, 2, 2],
        [3, 3, 8, 5, 12, 7, 7],
        [3, 3, 7, 4, 9, 5, 5],
        [9, 9, 20, 11, 24, 13, 13],
        [6, 6, 13, 7, 15, 8, 8],
        [6, 6, 13, 7, 15, 8, 8],
    ]


@pytest.mark.parametrize(
    ("stride", "padding"), [(1, (0, 0)), (2, (1, 1)), (3, (2, 0)), (1, (0, 1))]
)
def test_the_layer_s_three_are_adjoint(stride: int, padding: tuple[int, int]) -> None:
    rng = np.random.default_rng(1)
    image, kernel = rng.normal(size=(2, 7, 5)), rng.normal(size=(3, 2, 3, 2))
    s = layer.forward(image, kernel, None, stride, padding)
    delta = rng.normal(size=s.shape)
    want = (delta * s).sum()
    of_kernel = layer.kernel_gradient(image, delta, (3, 2), stride, padding)
    of_image = layer.image_gradient(kernel, delta, (7, 5), stride, padding)
    np.testing.assert_allclose((of_kernel * kernel).sum(), want, rtol=1e-12)
    np.testing.assert_allclose((of_image * image).sum(), want, rtol=1e-12)
