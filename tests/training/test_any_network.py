"""Any network learns: as PyTorch does, to the last bit however it is stepped, as it is read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.network import NOTES, Architecture, passes
from lib.network.heads import HEADS
from lib.network.places import places, split
from lib.training import (
    Run,
    Sweep,
    TrainingSetup,
    gallery_of,
    load_dataset,
    loss_landscape,
    own_dataset,
    random_directions,
    sweep_setups,
    weight_directions,
    weight_update,
)
from lib.training.head_loss import accuracy, mean_loss
from lib.training.history import BLOCK, STATE_CURVES, STEP_CURVES
from lib.training.initial import initial_weights
from lib.training.layered_gradient import mean_gradient
from lib.training.layered_objective import as_batch
from tests.network.random_architectures import ONE_OF_EACH, architectures

RECORDED = json.loads(Path(__file__).with_name("pytorch_networks.json").read_text())
POOLED = Architecture(rows=6, columns=6, kernels=2, activation="relu", pool="max", kernel_bias=True)
THREE = Architecture(
    rows=8, columns=8, kernels=2, activation="relu", pool="max", outputs=3, dense_bias=True,
    head="softmax",
)  # fmt: skip
TRAINED = [net for net in ONE_OF_EACH if net.has_dense and net != NOTES]


@pytest.mark.parametrize("recorded", RECORDED["runs"], ids=lambda one: str(one["architecture"]))
def test_losses_and_weights_are_those_of_pytorch(recorded: dict[str, Any]) -> None:
    net = Architecture(**recorded["architecture"])
    run = Run(TrainingSetup(architecture=net, **recorded["setup"]))
    run.advance(RECORDED["steps"])
    np.testing.assert_allclose(run.history.batch_loss, recorded["losses"], rtol=0, atol=1e-9)
    np.testing.assert_allclose(run.weights, recorded["weights"], rtol=0, atol=1e-9)
    assert recorded["losses"][-1] < recorded["losses"][0] - 0.01


@pytest.mark.parametrize("net", [POOLED, THREE], ids=["pooled", "three"])
@pytest.mark.parametrize("batch", [0, 24])
def test_the_same_bits_however_it_is_stepped(net: Architecture, batch: int) -> None:
    setup = TrainingSetup(
        architecture=net, size=60, batch_size=batch, optimiser="adam", learning_rate=0.05
    )
    run, other = Run(setup), Run(setup)
    run.advance(BLOCK + 40)
    for count in (1, 5, 100, 0, 190):
        assert other.advance(count) == count
    for name in STATE_CURVES + STEP_CURVES:
        np.testing.assert_array_equal(getattr(run.history, name), getattr(other.history, name))
    np.testing.assert_array_equal(run.weights, other.weights)
    np.testing.assert_array_equal(run.path(BLOCK - 1, BLOCK + 2)[2], run.at(BLOCK + 1).weights)
    sweep = Sweep([setup, replace(setup, initial_seed=1, optimiser="descent")])
    for count in (7, 200, 89):
        sweep.advance(count)
    np.testing.assert_array_equal(sweep.batch_loss[:, 0], run.history.batch_loss)
    np.testing.assert_array_equal(sweep.weights(0), run.weights)
    results = sweep.results()
    assert results.train_loss[0] == run.history.train_loss[-1]
    assert results.test_accuracy[0] == run.history.test_accuracy[-1]


@pytest.mark.parametrize("net", TRAINED, ids=str)
def test_a_moment_and_the_curves_are_what_one_reads(net: Architecture) -> None:
    setup = TrainingSetup(
        architecture=net, data="textures", size=40, noise=0.2, batch_size=9, learning_rate=0.002,
        l2=0.01, batch_loss="sum",
    )  # fmt: skip
    run = Run(setup)
    run.advance(12)
    moment, data = run.at(7), run.dataset
    batch = data.train_images[moment.batch], data.train_labels[moment.batch]
    loss, gradient = mean_gradient(net, moment.weights, *as_batch(net, *batch))
    summed = len(moment.batch) * gradient + 0.01 * moment.weights
    np.testing.assert_allclose(moment.gradient, summed, rtol=1e-10, atol=1e-11)
    assert run.history.batch_loss[7] == pytest.approx(loss, rel=1e-12)
    dense = sum(places(net)[name].count for name in places(net) if name.startswith("dense"))
    norms = np.linalg.norm(summed[:-dense]), np.linalg.norm(summed[-dense:])
    assert run.history.kernel_gradient_norm[7] == pytest.approx(norms[0], rel=1e-9, abs=1e-11)
    assert run.history.dense_gradient_norm[7] == pytest.approx(norms[1], rel=1e-9)
    shown = gallery_of(net, run.weights, data.test_images, data.test_labels)
    assert shown.loss.mean() == pytest.approx(run.history.test_loss[-1], rel=1e-12)
    assert shown.right.mean() == run.history.test_accuracy[-1]
    assert (np.diff(shown.loss) <= 0).all()
    last = weight_update(setup, moment, net.parameter_count - 1)
    assert last.after["w"] == moment.next_weights[-1]
    before = moment.weights[-1] - 0.002 * moment.gradient[-1]
    assert last.after["w"] == pytest.approx(before, rel=1e-12)


@settings(max_examples=25)
@given(architectures(), st.integers(0, 1000), st.sampled_from([1.0, 30.0]))
def test_losses_of_many_states_are_the_head_s(net: Architecture, seed: int, size: float) -> None:
    head = "squared" if net.head == "given" else net.head
    random = np.random.default_rng(seed)
    alpha = size * random.standard_normal((3, net.outputs, 5))
    labels = random.integers(2, size=(net.outputs, 5)).astype(float)
    if head == "softmax":
        labels = np.eye(net.outputs)[random.integers(net.outputs, size=5)].T
    wanted = HEADS[head].loss(np.moveaxis(alpha, 1, -1), labels.T).mean(axis=-1)
    np.testing.assert_allclose(mean_loss(head, alpha, labels), wanted, rtol=1e-12)
    by_row = np.broadcast_to(labels, alpha.shape)
    np.testing.assert_array_equal(mean_loss(head, alpha, by_row), mean_loss(head, alpha, labels))
    one = mean_loss(head, alpha[1:2], labels)
    np.testing.assert_array_equal(one, mean_loss(head, alpha, labels)[1:2])


def test_a_class_is_right_where_its_output_is_the_largest() -> None:
    alpha = np.array([[[3.0, 0.0, -1.0], [1.0, 2.0, -3.0], [2.0, 1.0, -2.0]]])
    labels = np.eye(3)[[0, 1, 2]].T
    assert accuracy("softmax", alpha, labels) == pytest.approx(2 / 3)
    # a single output: above 0 where it goes through σ, from ½ up where it is the number itself
    alone, label = np.array([[[0.3, 0.7]]]), np.array([[1.0, 1.0]])
    assert accuracy("cross_entropy", alone, label) == 1.0
    assert accuracy("squared", alone, label) == 0.5


def test_digits_come_in_the_network_s_size_and_classes() -> None:
    setup = TrainingSetup(architecture=THREE, first_digit=2, second_digit=8)
    assert setup.digits == (2, 8, 0)  # the third was 2 already: the least that is free
    data = load_dataset(setup)
    assert data.classes == ("2", "8", "0")
    assert data.train_images.shape[1:] == (8, 8)
    np.testing.assert_array_equal(data.train_labels.sum(axis=1), 1.0)
    np.testing.assert_array_equal(data.train_labels[:6].argmax(axis=1), [0, 1, 2, 0, 1, 2])
    colours = replace(setup, architecture=Architecture(channels=2, head="squared"))
    grey = load_dataset(colours)
    assert grey.train_images.shape[1:] == (2, 4, 4)
    np.testing.assert_array_equal(grey.train_images[:, 0], grey.train_images[:, 1])
    made_up = load_dataset(replace(colours, data="bars")).train_images
    assert not np.array_equal(made_up[:, 0], made_up[:, 1])


def test_own_images_come_in_the_network_s_size() -> None:
    images = np.random.default_rng(0).random((12, 4, 4))
    classes = np.arange(12.0) % 3
    data = own_dataset(TrainingSetup(architecture=THREE, train_share=1.0), images, classes)
    assert data.train_images.shape == (12, 8, 8)
    assert np.isin(data.train_images[:, ::2, ::2], images).all()
    with pytest.raises(ValueError, match="no image of class 1"):
        own_dataset(TrainingSetup(), images, np.zeros(12))
    with pytest.raises(ValueError, match=r"wanted the classes 0…2"):
        own_dataset(TrainingSetup(architecture=THREE), images, classes / 2)


@pytest.mark.parametrize("net", TRAINED, ids=str)
def test_the_sliders_image_is_learned_to_the_bit_of_the_lessons(net: Architecture) -> None:
    random = np.random.default_rng(3)
    count = int(np.prod(net.image_shape)) + net.parameter_count + net.outputs
    numbers = random.standard_normal(count).round(2)
    label = np.eye(net.outputs)[0] if net.outputs > 1 else np.array([0.3])
    numbers[-net.outputs :] = label
    setup = TrainingSetup(
        architecture=net, numbers=tuple(numbers.tolist()), data="image", initial="given"
    )
    run = Run(setup)
    image, weights, _ = setup.given_parts()
    np.testing.assert_array_equal(run.weights, weights)
    run.advance(3)
    moment = run.at(0)
    batch, parameters = image.reshape(1, *net.image_shape), split(net, weights)
    values = passes.forward(net, parameters, batch)
    found = passes.backward(net, parameters, values, batch, label[None])
    for name, part in split(net, moment.gradient).items():
        np.testing.assert_array_equal(part, found[name][0])
    assert run.history.train_loss[0] == pytest.approx(found["loss"][0], rel=1e-12)
    with pytest.raises(ValueError, match="numbers: got 2, wanted"):
        Run(replace(setup, numbers=(1.0, 2.0)))


def test_first_weights_spread_as_they_say_and_biases_begin_at_nothing() -> None:
    setup = TrainingSetup(architecture=replace(THREE, kernel_bias=True), initial_scale=0.25)
    for kind in ("normal", "uniform", "xavier"):
        drawn = [
            initial_weights(replace(setup, initial=kind, initial_seed=seed)) for seed in range(200)
        ]
        parts = split(setup.architecture, np.stack(drawn))
        assert not parts["kernel_bias"].any()
        assert not parts["dense_bias"].any()
        spread = {name: parts[name].std() for name in ("kernel", "dense")}
        # ±√(6 / (in + out)) is a standard deviation of √(2 / (in + out))
        wanted = {
            "normal": {"kernel": 0.25, "dense": 0.25},
            "uniform": {"kernel": 0.25 / 3**0.5, "dense": 0.25 / 3**0.5},
            "xavier": {"kernel": (2 / (9 + 18)) ** 0.5, "dense": (2 / (18 + 3)) ** 0.5},
        }[kind]
        assert spread == pytest.approx(wanted, rel=0.05)


@pytest.mark.parametrize("net", [POOLED, THREE], ids=["pooled", "three"])
def test_the_landscape_is_the_loss(net: Architecture) -> None:
    run = Run(TrainingSetup(architecture=net, size=30))
    run.advance(5)
    count, data, center = net.parameter_count, run.dataset, run.weights
    steps = np.array([-0.5, 0.0, 0.5])
    for directions in (weight_directions(1, count - 1, count), random_directions(2, count)):
        found = loss_landscape(
            center, directions, steps, steps, data.train_images, data.train_labels, net
        )
        assert found[1, 1] == pytest.approx(run.history.train_loss[-1], rel=1e-12)
        at = center + 0.5 * directions[0] - 0.5 * directions[1]
        batch = as_batch(net, data.train_images, data.train_labels)
        assert found[0, 2] == pytest.approx(mean_gradient(net, at, *batch)[0], rel=1e-12)


def test_what_is_refused() -> None:
    with pytest.raises(ValueError, match="given gradient is not trained"):
        Run(TrainingSetup(architecture=Architecture(head="given")))
    with pytest.raises(ValueError, match="no image of class 2"):
        Run(TrainingSetup(architecture=THREE, size=2))
    with pytest.raises(ValueError, match=r"images: got shape \(.*, 8, 8\)"):
        Run(TrainingSetup(architecture=POOLED), load_dataset(TrainingSetup(architecture=THREE)))
    other = TrainingSetup(architecture=replace(POOLED, outputs=2))
    with pytest.raises(ValueError, match=r"labels: got shape"):
        Run(other, load_dataset(TrainingSetup(architecture=POOLED)))
    with pytest.raises(ValueError, match="got 49 runs, wanted at most 48"):
        sweep_setups(TrainingSetup(architecture=POOLED), initial_seeds=range(49))


def test_a_run_that_grows_beyond_all_bounds_stops() -> None:
    for data in ("digits", "image"):
        setup = TrainingSetup(
            architecture=replace(POOLED, head="squared"), data=data, learning_rate=1e5,
            numbers=(0.5,) * replace(POOLED, head="squared").number_count,
        )  # fmt: skip
        run = Run(setup)
        run.advance(BLOCK)
        assert run.stopped is not None
        assert run.stopped.reason == "diverged"
