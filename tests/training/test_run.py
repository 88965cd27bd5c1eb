"""A run repeats itself to the last bit, whatever way one goes through it."""

from typing import Any

import numpy as np
import pytest

from lib.network import forward
from lib.training import History, Run, TrainingSetup
from lib.training.gradient import as_parameters, mean_gradient
from lib.training.history import BLOCK, STATE_CURVES, STEP_CURVES
from lib.training.initial import initial_weights

KINDS: list[dict[str, Any]] = [
    {},
    {"batch_size": 16, "optimiser": "adam", "learning_rate": 0.05},
    {"batch_size": 1, "optimiser": "nesterov", "schedule": "cosine", "learning_rate": 0.1},
    {"optimiser": "rmsprop", "l1": 1e-3, "l2": 1e-3, "learning_rate": 0.01},
]


def curves(history: History) -> dict[str, np.ndarray]:
    return {name: getattr(history, name) for name in STATE_CURVES + STEP_CURVES}


def assert_same_bits(run: Run, other: Run) -> None:
    assert run.step == other.step
    assert run.parameters == other.parameters
    for name, curve in curves(run.history).items():
        np.testing.assert_array_equal(curve, getattr(other.history, name), err_msg=name)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_setup_gives_the_same_bits_however_it_is_stepped(kind: dict[str, Any]) -> None:
    run, other = Run(TrainingSetup(**kind)), Run(TrainingSetup(**kind))
    run.advance(300)
    for count in (1, 1, 5, 100, 0, 43, 50, 100):
        assert other.advance(count) == count
    assert_same_bits(run, other)


@pytest.mark.parametrize("kind", KINDS)
def test_any_step_again_is_the_step_that_was(kind: dict[str, Any]) -> None:
    run = Run(TrainingSetup(**kind))
    seen = [run.parameters]
    for _ in range(2 * BLOCK + 3):
        run.advance()
        seen.append(run.parameters)
    for step in (0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 2 * BLOCK + 3):
        assert run.at(step).parameters == seen[step]
    path = run.path()
    assert path.shape == (len(seen), 13)
    for row, parameters in zip(path, seen, strict=True):
        assert as_parameters(row) == parameters
    np.testing.assert_array_equal(run.path(BLOCK - 2, BLOCK + 2), path[BLOCK - 2 : BLOCK + 3])


@pytest.mark.parametrize("kind", KINDS)
def test_a_moment_names_the_batch_that_makes_the_next_step(kind: dict[str, Any]) -> None:
    setup = TrainingSetup(**kind)
    run = Run(setup)
    run.advance(150)
    moment = run.at(137)
    assert moment.next_parameters == run.at(138).parameters
    weights = np.append(moment.parameters.kernel, moment.parameters.dense)
    images = run.dataset.train_images[moment.batch]
    labels = run.dataset.train_labels[moment.batch]
    assert len(images) == (setup.batch_size or len(run.dataset.train_labels))
    loss, gradient = mean_gradient(weights, images, labels)
    gradient = gradient + setup.l1 * np.sign(weights) + setup.l2 * weights
    np.testing.assert_allclose(moment.gradient, gradient, rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(run.history.batch_loss[137], loss, rtol=1e-12)
    norms = np.linalg.norm(gradient[:9]), np.linalg.norm(gradient[9:])
    np.testing.assert_allclose(run.history.kernel_gradient_norm[137], norms[0], rtol=1e-10)
    np.testing.assert_allclose(run.history.dense_gradient_norm[137], norms[1], rtol=1e-10)
    assert run.history.learning_rate[137] == moment.learning_rate


@pytest.mark.parametrize("kind", KINDS)
def test_curves_tell_loss_and_accuracy_of_each_state(kind: dict[str, Any]) -> None:
    run = Run(TrainingSetup(**kind, noise=0.3, second_digit=6))
    run.advance(BLOCK + 20)
    history, data = run.history, run.dataset
    for step in (0, 1, 17, BLOCK, BLOCK + 19, BLOCK + 20):
        parameters = run.at(step).parameters
        weights = np.append(parameters.kernel, parameters.dense)
        for part in ("train", "test"):
            images, labels = getattr(data, f"{part}_images"), getattr(data, f"{part}_labels")
            loss, _ = mean_gradient(weights, images, labels)
            right = (forward(parameters, images).y_out > 0.5) == labels
            assert getattr(history, f"{part}_loss")[step] == pytest.approx(loss, rel=1e-12)
            assert getattr(history, f"{part}_accuracy")[step] == np.mean(right)
    np.testing.assert_array_equal(history.lowest_loss, np.minimum.accumulate(history.train_loss))


def test_a_rewind_to_the_start_is_the_same_start() -> None:
    setup = TrainingSetup(batch_size=32)
    run = Run(setup)
    run.advance(200)
    run.rates.change(run.step, 0.5)
    run.advance(50)
    run.rewind(0)
    assert run.step == 0
    assert run.rates.changes == ()
    np.testing.assert_array_equal(run.parameters.kernel.ravel(), initial_weights(setup)[:9])
    run.advance(90)
    other = Run(setup)
    other.advance(90)
    assert_same_bits(run, other)


def test_a_changed_learning_rate_belongs_to_the_history() -> None:
    setup = TrainingSetup(batch_size=8, optimiser="momentum", learning_rate=0.1)
    run = Run(setup)
    run.advance(100)
    run.rates.change(run.step, 0.01)
    run.advance(100)
    np.testing.assert_array_equal(run.history.learning_rate, [0.1] * 100 + [0.01] * 100)
    assert run.at(200).parameters == run.parameters
    again = Run(setup, rate_changes=run.rates.changes)
    again.advance(200)
    assert_same_bits(run, again)


def test_rewind_forgets_what_came_after() -> None:
    run, other = Run(TrainingSetup(batch_size=10)), Run(TrainingSetup(batch_size=10))
    run.advance(BLOCK + 30)
    run.rates.change(run.step, 9.0)
    run.advance(2 * BLOCK)
    run.rewind(BLOCK + 11)
    other.advance(BLOCK + 11)
    assert_same_bits(run, other)
    run.advance(3 * BLOCK)
    other.advance(3 * BLOCK)
    assert_same_bits(run, other)
    assert run.at(2 * BLOCK).parameters == other.at(2 * BLOCK).parameters


def test_going_back_to_where_one_is_changes_nothing() -> None:
    run, other = Run(TrainingSetup()), Run(TrainingSetup())
    for each in (run, other):
        each.advance(50)
        each.rates.change(each.step, 0.01)
    run.rewind(50)
    run.advance(30)
    other.advance(30)
    assert_same_bits(run, other)


def test_a_stop_keeps_the_rate_changes_that_wait_behind_it() -> None:
    setup = TrainingSetup(stop_steps=70)
    run = Run(setup, rate_changes=((70, 0.01), (90, 0.5)))
    run.advance(500)
    assert run.step == 70
    run.set_stops()
    run.advance(50)
    rates = [2.0] * 70 + [0.01] * 20 + [0.5] * 30
    np.testing.assert_array_equal(run.history.learning_rate, rates)


def test_steps_that_were_never_made_are_refused() -> None:
    run = Run(TrainingSetup())
    run.advance(10)
    for call in (lambda: run.at(11), lambda: run.rewind(-1), lambda: run.path(3, 12)):
        with pytest.raises(ValueError, match=r"wanted .*0…10"):
            call()
    with pytest.raises(ValueError, match="count: got -1"):
        run.advance(-1)
    assert run.step == 10


def test_a_hundred_thousand_steps_stay_under_fifty_megabytes() -> None:
    run = Run(TrainingSetup(size=4, train_share=0.5, learning_rate=0.1, optimiser="adam"))
    run.advance(100_000)
    assert run.step == 100_000
    assert run.history.size_in_bytes < 50e6 / 4
    assert run.at(99_999).next_parameters == run.parameters


def test_the_default_run_learns_the_digits() -> None:
    run = Run(TrainingSetup())
    run.advance(300)
    assert run.history.test_accuracy[-1] >= 0.98
    assert run.history.test_loss[-1] < 0.2 < run.history.test_loss[0]
