"""Initial weights, learning rates and batches."""

from dataclasses import replace

import numpy as np
import pytest

from lib.training import SCHEDULE_LATEX, Run, Sweep, TrainingSetup
from lib.training.batches import PASSES, Batches
from lib.training.initial import initial_weights
from lib.training.rates import Rates
from lib.training.schedule import schedule_factor


def many(kind: str) -> np.ndarray:
    setup = TrainingSetup(initial=kind, initial_scale=0.3)
    return np.stack([initial_weights(replace(setup, initial_seed=seed)) for seed in range(2000)])


def test_initial_weights_have_the_spread_they_say() -> None:
    assert many("normal").std() == pytest.approx(0.3, rel=0.02)
    uniform = many("uniform")
    assert np.abs(uniform).max() <= 0.3
    assert uniform.std() == pytest.approx(0.3 / np.sqrt(3), rel=0.02)
    xavier = many("xavier")
    assert xavier[:, :9].std() == pytest.approx(np.sqrt(2 / 18), rel=0.02)
    assert xavier[:, 9:].std() == pytest.approx(np.sqrt(2 / 5), rel=0.02)
    assert not many("zeros").any()


@pytest.mark.parametrize("size", [20, 74, 120, 350])
def test_from_zeros_a_balanced_full_batch_never_leaves(size: int) -> None:
    setup = TrainingSetup(initial="zeros", size=size, train_share=0.5)
    run, sweep = Run(setup), Sweep([setup, replace(setup, learning_rate=9.0)])
    run.advance(300)
    sweep.advance(300)
    assert not sweep.parameters(1).dense.any()
    assert not run.parameters.kernel.any()
    assert not run.parameters.dense.any()
    np.testing.assert_allclose(run.history.train_loss, np.log(2), rtol=1e-15)
    assert not run.history.kernel_gradient_norm.any()


def test_one_image_more_of_one_class_and_it_leaves() -> None:
    run = Run(TrainingSetup(initial="zeros", size=121, train_share=0.5))
    labels = run.dataset.train_labels
    assert (labels == 0).sum() - labels.sum() == 1
    run.advance(2000)
    assert run.history.train_loss[-1] < 0.5


def test_the_learning_rate_follows_its_schedule() -> None:
    setup = TrainingSetup(schedule_steps=100, schedule_factor=0.25)
    for kind, at_0, at_50, at_100, at_400 in (
        ("constant", 1, 1, 1, 1),
        ("step", 1, 1, 0.25, 0.25**4),
        ("exponential", 1, 0.5, 0.25, 0.25**4),
        ("cosine", 1, 0.625, 0.25, 0.25),
    ):
        factor = schedule_factor(replace(setup, schedule=kind), 0, 401)
        np.testing.assert_allclose(factor[[0, 50, 100, 400]], [at_0, at_50, at_100, at_400])
        assert kind in SCHEDULE_LATEX
        part = schedule_factor(replace(setup, schedule=kind), 37, 80)
        np.testing.assert_array_equal(part, factor[37:80])


def test_a_change_keeps_the_schedule() -> None:
    setup = TrainingSetup(learning_rate=1, schedule="step", schedule_steps=4, schedule_factor=0.5)
    rates = Rates(setup, ((2, 8.0), (6, 100.0)))
    np.testing.assert_array_equal(rates.of(0, 9), [1, 1, 8, 8, 4, 4, 50, 50, 25])
    np.testing.assert_array_equal(rates.of(5, 7), [4, 50])
    rates.forget_after(6)
    assert list(rates.changes) == [(2, 8.0), (6, 100.0)]
    rates.forget_after(5)
    assert list(rates.changes) == [(2, 8.0)]
    rates.change(2, 3.0)
    assert rates.changes == ((2, 3.0),)
    with pytest.raises(ValueError, match="got step 1, wanted 2 or later"):
        rates.change(1, 3.0)
    with pytest.raises(ValueError, match="learning_rate: got nan"):
        rates.change(5, float("nan"))


@pytest.mark.parametrize("size", [1, 3, 10, 11])
def test_each_pass_shows_every_image_once(size: int) -> None:
    batches = Batches(11, size, 5)
    orders = []
    for number in (0, 1, PASSES - 1, PASSES, 3 * PASSES):
        steps = range(number * batches.steps_a_pass, (number + 1) * batches.steps_a_pass)
        order = np.concatenate([batches.at(step) for step in steps])
        assert sorted(order) == list(range(11))
        orders.append(tuple(order))
    assert len(set(orders)) == (1 if size == 11 else 5)
    other = Batches(11, size, 5)
    again = other.at(PASSES * other.steps_a_pass)
    np.testing.assert_array_equal(again, batches.at(PASSES * batches.steps_a_pass))


def test_another_seed_gives_other_batches() -> None:
    assert tuple(Batches(50, 10, 0).at(3)) != tuple(Batches(50, 10, 1).at(3))


def test_a_batch_larger_than_the_data_is_refused() -> None:
    with pytest.raises(ValueError, match="batch_size: got 12, wanted at most 11"):
        Batches(11, 12, 0)
    with pytest.raises(ValueError, match="batch_size: got 400, wanted at most 252"):
        Run(TrainingSetup(batch_size=400))
