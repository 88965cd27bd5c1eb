"""A run stops where it should, says why, and keeps what it has."""

import numpy as np
import pytest

from lib.training import Run, TrainingSetup
from lib.training.history import BLOCK
from lib.training.stops import DIVERGED_WEIGHT, PLATEAU_TOLERANCE, first_stop


def test_at_a_loss() -> None:
    run, other = Run(TrainingSetup(stop_loss=0.2)), Run(TrainingSetup())
    done = run.advance(5000)
    assert run.stopped is not None
    assert (run.stopped.reason, run.stopped.step, run.step) == ("loss", done, done)
    losses = run.history.train_loss
    assert losses[-1] <= 0.2 < losses[:-1].min()
    other.advance(done)
    assert run.parameters == other.parameters
    np.testing.assert_array_equal(losses, other.history.train_loss)
    assert run.advance(10) == 0


@pytest.mark.parametrize("steps", [1, BLOCK - 1, BLOCK, BLOCK + 1, 300])
def test_at_a_step(steps: int) -> None:
    run = Run(TrainingSetup(stop_steps=steps))
    assert run.advance(1000) == steps
    assert run.stopped is not None
    assert run.stopped.reason == "steps"


@pytest.mark.parametrize("batch_size", [0, 16])
def test_at_a_plateau(batch_size: int) -> None:
    setup = TrainingSetup(data="xor", stop_plateau=50, batch_size=batch_size)
    run = Run(setup)
    run.advance(20_000)
    assert run.stopped is not None
    assert run.stopped.reason == "plateau"
    lowest = np.minimum.accumulate(run.history.train_loss)
    drops = lowest[:-50] - lowest[50:]
    assert drops[-1] < PLATEAU_TOLERANCE <= drops[:-1].min()


@pytest.mark.parametrize("optimiser", ["descent", "momentum", "nesterov", "rmsprop", "adam"])
def test_when_it_diverges_and_the_history_stays(optimiser: str) -> None:
    setup = TrainingSetup(learning_rate=1e6, optimiser=optimiser)
    run = Run(setup)
    run.advance(1000)
    assert run.stopped is not None
    assert run.stopped.reason == "diverged"
    assert run.step == run.stopped.step
    assert np.isfinite(run.history.train_loss).all()
    path = run.path()
    assert np.abs(path[-1]).max() > DIVERGED_WEIGHT >= np.abs(path[:-1]).max()
    run.set_stops()
    assert run.advance(10) == 0
    run.rewind(0)
    run.rates.change(run.step, 1e-3)
    assert run.advance(10) == 10


def test_other_conditions_let_it_go_on() -> None:
    run, other = Run(TrainingSetup(stop_steps=70)), Run(TrainingSetup())
    run.advance(200)
    run.set_stops(steps=90)
    assert run.advance(200) == 20
    other.advance(90)
    assert run.parameters == other.parameters
    with pytest.raises(ValueError, match="stop_steps: got -1"):
        run.set_stops(steps=-1)


def test_the_first_condition_that_is_met_wins() -> None:
    setup = TrainingSetup(stop_loss=0.5, stop_steps=12)
    losses = np.array([0.9, 0.8, 0.4, np.nan])
    stop = first_stop(setup, 10, losses, np.ones(15), np.ones(4))
    assert stop is not None
    assert (stop.step, stop.reason) == (12, "steps")
    stop = first_stop(TrainingSetup(), 10, losses, np.ones(15), np.ones(4))
    assert stop is not None
    assert (stop.step, stop.reason) == (14, "diverged")
    assert first_stop(TrainingSetup(), 10, losses[:3], np.ones(14), np.ones(3)) is None
