"""A sweep's column is the run that one would have made alone."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from lib.network import GEOMETRY
from lib.training import Dataset, Run, TrainingSetup
from lib.training.gradient import cut_patches, mean_gradient
from lib.training.sweep import MOST_LOSSES, Sweep, sweep_setups
from lib.training.sweep_gradient import SweepGradient, SweepVector


@pytest.mark.parametrize("count", [1, 5, 64])
@pytest.mark.parametrize("runs", [1, 3, 32])
def test_every_column_is_the_readable_gradient(count: int, runs: int) -> None:
    random = np.random.default_rng(count)
    images, labels = random.random((count, 4, 4)), random.random(count)
    weights = 3.0 * random.standard_normal((13, runs))
    gradient = np.empty_like(weights)
    alpha, odds = np.empty((2, count, runs))
    batch = SweepGradient(cut_patches(images, GEOMETRY), labels, runs)
    batch(SweepVector(weights, 4), alpha, odds, SweepVector(gradient, 4))
    for run in range(runs):
        _, wanted = mean_gradient(weights[:, run], images, labels)
        np.testing.assert_allclose(gradient[:, run], wanted, rtol=0, atol=1e-12)


@pytest.mark.parametrize("side", [3, 4, 5, 6])
def test_any_number_of_windows(side: int) -> None:
    random = np.random.default_rng(side)
    images = random.random((6, side, side))
    labels = np.arange(6) % 2 * 1.0
    data = Dataset("own", ("0", "1"), images, labels, images, labels)
    setup = TrainingSetup(data="own")
    sweep, run = Sweep([setup, replace(setup, initial_seed=1)], data), Run(setup, data)
    sweep.advance(20)
    run.advance(20)
    np.testing.assert_allclose(sweep.batch_loss[:, 0], run.history.train_loss[:20], rtol=1e-12)


@pytest.mark.parametrize(
    "choices",
    [
        {},
        {"batch_size": 60, "l2": 0.01},
        {"batch_size": 1, "l1": 0.001},
        {"schedule": "exponential", "schedule_steps": 50},
    ],
)
def test_a_sweep_is_its_runs_side_by_side(choices: dict[str, Any]) -> None:
    setups = sweep_setups(
        TrainingSetup(**choices, noise=0.2),
        optimisers=("descent", "adam", "momentum"),
        learning_rates=(0.02, 0.1),
        initial_seeds=(4, 5),
    )
    assert len(setups) == 12
    sweep = Sweep(setups)
    for count in (1, 40, 110):
        sweep.advance(count)
    results = sweep.results()
    for number, setup in enumerate(setups):
        run = Run(setup)
        run.advance(151)
        history = run.history
        np.testing.assert_allclose(sweep.batch_loss[:, number], history.batch_loss, rtol=1e-9)
        np.testing.assert_allclose(
            sweep.parameters(number).kernel, run.parameters.kernel, rtol=0, atol=1e-9
        )
        assert results.train_loss[number] == pytest.approx(history.train_loss[-1], rel=1e-9)
        assert results.test_loss[number] == pytest.approx(history.test_loss[-1], rel=1e-9)
        assert results.train_accuracy[number] == history.train_accuracy[-1]
        assert results.test_accuracy[number] == history.test_accuracy[-1]
        assert not results.diverged[number]


def test_a_diverged_run_leaves_the_others_alone() -> None:
    base = TrainingSetup(optimiser="momentum")
    sweep = Sweep(sweep_setups(base, learning_rates=(0.5, 1e6)))
    alone = Sweep(sweep_setups(base, learning_rates=(0.5,)))
    sweep.advance(200)
    alone.advance(200)
    assert list(sweep.results().diverged) == [False, True]
    np.testing.assert_allclose(sweep.batch_loss[:, 0], alone.batch_loss[:, 0], rtol=1e-12)
    assert np.isfinite(sweep.batch_loss).all()


def test_what_a_sweep_refuses() -> None:
    base = TrainingSetup()
    with pytest.raises(ValueError, match="got 129 runs, wanted at most 128"):
        sweep_setups(base, initial_seeds=range(129))
    with pytest.raises(ValueError, match="got 0, wanted 1 to 128"):
        Sweep([])
    with pytest.raises(ValueError, match="wanted all equal but in optimiser, learning_rate"):
        Sweep([base, replace(base, first_digit=5)])


def test_a_sweep_stops_where_its_memory_ends() -> None:
    sweep = Sweep([TrainingSetup(size=4, train_share=0.5)])
    assert sweep.most_steps == MOST_LOSSES
    sweep.most_steps = 50
    assert sweep.advance(40) == 40
    assert sweep.advance(40) == 10
    assert sweep.advance(40) == 0
    assert sweep.batch_loss.shape == (50, 1)
