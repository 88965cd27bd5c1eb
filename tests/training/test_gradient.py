"""The fast gradient is the readable one, and the readable one is the network's own, averaged."""

from dataclasses import replace

import numpy as np
import pytest

from lib.network import GEOMETRY, Geometry, check_gradients
from lib.network.backward import backward
from lib.network.forward import forward
from lib.training import Given, Run, Sweep, TrainingSetup
from lib.training.gradient import (
    BatchGradient,
    Vector,
    as_parameters,
    cut_columns,
    cut_patches,
    gradients_by_image,
    mean_gradient,
)


def batch(count: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    images, labels = random.random((count, 4, 4)), random.integers(2, size=count) * 1.0
    return random.standard_normal(13), images, labels


def fast(
    weights: np.ndarray, images: np.ndarray, labels: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    alpha, gradient = np.empty(len(images)), np.empty(13)
    one_batch = BatchGradient(-cut_columns(images, GEOMETRY), labels)
    with np.errstate(all="ignore"):
        one_batch(Vector(weights, 4), alpha, Vector(gradient, 4))
    return alpha, gradient


@pytest.mark.parametrize("count", [1, 2, 7, 16, 256])
@pytest.mark.parametrize("scale", [0.0, 1.0, 30.0])
def test_fast_is_readable(count: int, scale: float) -> None:
    weights, images, labels = batch(count, count)
    weights *= scale
    alpha, gradient = fast(weights, images, labels)
    _, wanted = mean_gradient(weights, images, labels)
    values = forward(as_parameters(weights), images)
    np.testing.assert_allclose(gradient, wanted, rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(alpha, values.alpha, rtol=1e-12, atol=1e-12)


def test_a_batch_is_averaged_or_summed() -> None:
    """Two images whose ∂L/∂w₀₀ differ in sign; computed independently."""
    notes = Given()
    images = np.stack([notes.image_array, notes.image_array.T])
    labels = np.array([1.0, 0.0])
    weights = Vector(notes.weights, 4)
    found = {}
    for batch_loss in ("mean", "sum"):
        gradient, alpha = Vector(np.empty(13), 4), np.empty(2)
        batch = BatchGradient(-cut_columns(images, GEOMETRY), labels, batch_loss)
        batch(weights, alpha, gradient)
        found[batch_loss] = gradient.all
    _, one_by_one = gradients_by_image(notes.weights, images, labels)
    np.testing.assert_allclose(one_by_one[:, 0], [0.0109641, -0.0440138], rtol=0, atol=5e-8)
    assert found["mean"][0] == pytest.approx(-0.0165248, abs=5e-8)
    assert found["sum"][0] == pytest.approx(-0.0330497, abs=5e-8)
    np.testing.assert_allclose(found["sum"], one_by_one.sum(axis=0), rtol=1e-12)


@pytest.mark.parametrize("batch_size", [0, 16])
def test_a_sum_is_the_mean_with_a_larger_rate_but_losses_stay_means(batch_size: int) -> None:
    setup = TrainingSetup(learning_rate=0.004, batch_size=batch_size, batch_loss="sum")
    run, sweep = Run(setup), Sweep([setup, replace(setup, learning_rate=0.001)])
    count = batch_size or len(run.dataset.train_images)
    mean = Run(replace(setup, batch_loss="mean", learning_rate=0.004 * count))
    for each in (run, mean, sweep):
        each.advance(15)
    np.testing.assert_allclose(run.history.train_loss, mean.history.train_loss, rtol=1e-10)
    np.testing.assert_allclose(run.history.batch_loss, mean.history.batch_loss, rtol=1e-10)
    np.testing.assert_allclose(sweep.batch_loss[:, 0], run.history.batch_loss, rtol=1e-10)
    norms = run.history.kernel_gradient_norm / mean.history.kernel_gradient_norm
    np.testing.assert_allclose(norms, count, rtol=1e-9)


def test_fast_takes_soft_labels() -> None:
    weights, images, _ = batch(9, 3)
    labels = np.linspace(0, 1, 9)
    _, wanted = mean_gradient(weights, images, labels)
    np.testing.assert_allclose(fast(weights, images, labels)[1], wanted, rtol=0, atol=1e-14)


@pytest.mark.parametrize("size", [1e3, 1e6])
def test_fast_stays_finite_where_sigmoids_are_full(size: float) -> None:
    weights, images, labels = batch(8, 5)
    alpha, gradient = fast(size * weights, images, labels)
    _, wanted = mean_gradient(size * weights, images, labels)
    assert np.isfinite(alpha).all()
    np.testing.assert_allclose(gradient, wanted, rtol=1e-9, atol=1e-12)


def test_a_loaded_batch_replaces_the_one_before() -> None:
    weights, images, labels = batch(20, 7)
    chosen = np.array([3, 19, 0, 8, 11])
    minus = -cut_columns(images, GEOMETRY)
    one_batch = BatchGradient(minus[:, :, :5], labels[:5])
    one_batch.load(minus, 1.0 - labels, chosen)
    alpha, gradient = np.empty(5), np.empty(13)
    one_batch(Vector(weights, 4), alpha, Vector(gradient, 4))
    _, wanted = mean_gradient(weights, images[chosen], labels[chosen])
    np.testing.assert_allclose(gradient, wanted, rtol=0, atol=1e-14)


def test_readable_is_the_mean_over_the_images_one_by_one() -> None:
    weights, images, labels = batch(6, 1)
    parameters = as_parameters(weights)
    losses, by_image = [], []
    for image, label in zip(images, labels, strict=True):
        gradients = backward(parameters, forward(parameters, image), image, label)
        assert check_gradients(parameters, image, label, gradients) == []
        losses.append(float(gradients.loss))
        by_image.append([*gradients.kernel.ravel(), *gradients.dense])
    loss, gradient = mean_gradient(weights, images, labels)
    np.testing.assert_allclose(loss, np.mean(losses), rtol=1e-14)
    np.testing.assert_allclose(gradient, np.mean(by_image, axis=0), rtol=0, atol=1e-15)


def test_patches_of_another_size() -> None:
    image = np.arange(15.0).reshape(1, 3, 5)
    patches = cut_patches(image, Geometry((3, 5), (2, 3)))
    assert patches.shape == (6, 1, 6)
    np.testing.assert_array_equal(patches[4, 0], [6, 7, 8, 11, 12, 13])
    np.testing.assert_array_equal(
        cut_columns(image, Geometry((3, 5), (2, 3)))[:, 4, 0], patches[4, 0]
    )
