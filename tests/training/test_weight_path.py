"""The kept states are those of the run, evenly spaced and never too many."""

import numpy as np

from lib.training import Run, TrainingSetup
from lib.training.weight_path import MOST, WeightPath


def test_a_short_run_is_kept_in_full() -> None:
    run = Run(TrainingSetup())
    for count in (1, 200, 3):
        run.advance(count)
    kept = run.history.weight_path
    np.testing.assert_array_equal(kept.steps, np.arange(205))
    np.testing.assert_array_equal(kept.weights, run.path())


def test_a_long_run_is_kept_evenly() -> None:
    run = Run(TrainingSetup(size=10))
    run.advance(5 * MOST)
    kept = run.history.weight_path
    assert MOST // 2 < len(kept.steps) <= MOST
    assert set(np.diff(kept.steps)) == {8}
    np.testing.assert_array_equal(kept.weights, run.path()[kept.steps])


def test_what_a_rewind_forgets() -> None:
    run = Run(TrainingSetup(size=10))
    run.advance(300)
    run.rewind(100)
    assert run.history.weight_path.steps[-1] == 100
    run.rates.change(run.step, 9.0)
    run.advance(20)
    np.testing.assert_array_equal(run.history.weight_path.weights, run.path())


def test_states_out_of_step_leave_nothing() -> None:
    path = WeightPath()
    path.add(0, np.zeros((MOST + 1, 13)))
    length = len(path.steps)
    path.add(MOST + 1, np.ones((1, 13)))
    assert len(path.steps) == length
