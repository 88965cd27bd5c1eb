"""The plan of any architecture is the readable gradient, and for the notes the notes' own plan."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.network import NOTES, Architecture, passes
from lib.network.places import split
from lib.training import gradient as of_notes
from lib.training.layered_gradient import LayeredGradient, cut_columns, mean_gradient
from tests.network.random_architectures import ONE_OF_EACH, architectures

TRAINED = [net for net in ONE_OF_EACH if net.has_dense]


def batch(net: Architecture, count: int, seed: int) -> tuple[Any, Any, Any]:
    random = np.random.default_rng(seed)
    weights = random.standard_normal(net.parameter_count)
    images = random.random((count, *net.image_shape))
    if net.head == "softmax":
        targets = np.eye(net.outputs)[random.integers(net.outputs, size=count)]
    else:
        targets = random.integers(2, size=(count, net.outputs)).astype(float)
    return weights, images, targets


def fast(net: Architecture, weights: Any, images: Any, targets: Any) -> tuple[Any, Any]:
    alpha, gradient = np.empty((net.outputs, len(images))), np.empty(net.parameter_count)
    plan = LayeredGradient(net, cut_columns(net, images), targets, weights, alpha, gradient)
    with np.errstate(all="ignore"):
        plan()
    return alpha, gradient


def check(net: Architecture, count: int, seed: int, size: float = 1.0) -> None:
    weights, images, targets = batch(net, count, seed)
    weights *= size
    alpha, gradient = fast(net, weights, images, targets)
    _, wanted = mean_gradient(net, weights, images, targets)
    values = passes.forward(net, split(net, weights), images)
    scale = max(1.0, float(np.abs(wanted).max()))
    np.testing.assert_allclose(alpha.T, values["alpha"], rtol=1e-11, atol=1e-11 * size)
    np.testing.assert_allclose(gradient, wanted, rtol=0, atol=1e-11 * scale)


@pytest.mark.parametrize("net", TRAINED, ids=str)
@pytest.mark.parametrize("count", [1, 7, 16])
def test_the_plan_is_the_readable_gradient(net: Architecture, count: int) -> None:
    check(net, count, count)


@settings(max_examples=30)
@given(architectures(), st.integers(0, 1000))
def test_of_any_architecture(net: Architecture, seed: int) -> None:
    if not net.has_dense:
        net = replace(net, head="squared")
    check(net, 5, seed)


@pytest.mark.parametrize("net", TRAINED, ids=str)
def test_where_functions_are_full(net: Architecture) -> None:
    if net.head != "squared":
        check(net, 8, 3, size=100.0)


def test_equal_cells_and_zeros_are_taken_as_the_layers_take_them() -> None:
    net = Architecture(rows=6, columns=6, pool="max", activation="relu")
    weights, images, targets = batch(net, 6, 0)
    images[:3] = 0.0
    images[3:5] = 1.0
    _, wanted = mean_gradient(net, weights, images, targets)
    np.testing.assert_allclose(fast(net, weights, images, targets)[1], wanted, rtol=0, atol=1e-13)


def test_for_the_notes_it_is_the_notes_plan() -> None:
    weights, images, targets = batch(NOTES, 16, 1)
    alpha, gradient = fast(NOTES, weights, images, targets)
    loss, wanted = of_notes.mean_gradient(weights, images[:, 0], targets[:, 0])
    np.testing.assert_allclose(gradient, wanted, rtol=0, atol=1e-14)
    assert mean_gradient(NOTES, weights, images, targets)[0] == pytest.approx(loss, rel=1e-14)
    assert alpha.shape == (1, 16)


@pytest.mark.parametrize("net", TRAINED[:5], ids=str)
def test_a_loaded_batch_replaces_the_one_before(net: Architecture) -> None:
    weights, images, targets = batch(net, 20, 7)
    chosen = np.array([3, 19, 0, 8, 11])
    columns = cut_columns(net, images)
    alpha, gradient = np.empty((net.outputs, 5)), np.empty(net.parameter_count)
    first = columns[:, :, :5].copy()
    plan = LayeredGradient(net, first, targets[:5], weights, alpha, gradient)
    plan.load(columns, np.ascontiguousarray(targets.T), chosen)
    with np.errstate(all="ignore"):
        plan()
    _, wanted = mean_gradient(net, weights, images[chosen], targets[chosen])
    np.testing.assert_allclose(gradient, wanted, rtol=0, atol=1e-13)


@pytest.mark.parametrize("net", TRAINED, ids=str)
def test_steps_along_it_lower_the_loss(net: Architecture) -> None:
    weights, images, targets = batch(net, 12, 2)
    weights *= 0.3
    alpha, gradient = np.empty((net.outputs, 12)), np.empty(net.parameter_count)
    plan = LayeredGradient(net, cut_columns(net, images), targets, weights, alpha, gradient)
    before = mean_gradient(net, weights, images, targets)[0]
    for _ in range(200):  # the plan reads the weights where they are
        with np.errstate(all="ignore"):
            plan()
        weights -= 0.02 * gradient
    assert mean_gradient(net, weights, images, targets)[0] < before


def test_a_given_gradient_is_not_trained() -> None:
    net = Architecture(head="given")
    with pytest.raises(ValueError, match="not trained"):
        LayeredGradient(net, np.ones((9, 4, 1)), np.ones((1, 1)), np.ones(9), np.ones((1, 1)),
                        np.ones(9))  # fmt: skip
