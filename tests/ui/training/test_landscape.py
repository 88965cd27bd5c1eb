"""The map shows the run's own loss, and is computed again only when it has to be."""

from __future__ import annotations

import numpy as np
import pytest

from lib.network import NOTES
from lib.network.validate import Array
from lib.training import Run, TrainingSetup, random_directions, weight_directions
from lib.ui.state import choice, training_run
from lib.ui.training import landscape
from lib.ui.training.thinned_path import thinned_path
from tests.ui.conftest import Tab

TWO_WEIGHTS = weight_directions(0, 9)


@pytest.fixture
def run() -> Run:
    made = Run(TrainingSetup(size=40))
    made.advance(60)
    return made


def chosen(tab: Tab, kind: str = "weights") -> None:
    tab.run()
    choice.change("training_page", landscape=kind)


def made(run: Run, directions: Array = TWO_WEIGHTS, far: float = 2.0) -> landscape.Map:
    return landscape.map_of(run, *thinned_path(run), directions, far)


@pytest.mark.parametrize("kind", ["weights", "random"])
def test_the_middle_is_the_loss_of_now(tab: Tab, run: Run, kind: str) -> None:
    chosen(tab, kind)
    found = made(run, TWO_WEIGHTS if kind == "weights" else random_directions(3))
    assert found.now == pytest.approx(run.history.train_loss[-1], rel=1e-12)
    assert found.low <= found.now
    marks = found.rows[found.rows.kind == "mark"].set_index("name")
    at = [run.parameters.kernel[0, 0], run.parameters.dense[0]] if kind == "weights" else [0, 0]
    assert list(marks.loc["now", ["x", "y"]]) == pytest.approx(at, abs=1e-12)


def test_the_axes_of_two_weights_are_the_weights(tab: Tab, run: Run) -> None:
    chosen(tab)
    way = made(run, far=10.0).rows.query("kind == 'way'")
    _, weights = thinned_path(run)
    np.testing.assert_allclose(way[["x", "y"]], weights[:, [0, 9]], atol=1e-12)


def test_a_map_is_kept_until_run_or_choices_change(tab: Tab, run: Run) -> None:
    chosen(tab)
    first = made(run)
    assert made(run) is first
    run.advance(1)
    second = made(run)
    assert second is not first
    training_run.play()
    run.advance(10)
    assert made(run) is second, "while it plays, a map may be a little old"
    training_run.pause()
    assert made(run) is not second
    kept = made(run)
    assert made(run, far=5.0) is not kept


def test_a_start_outside_is_noticed(tab: Tab, run: Run) -> None:
    chosen(tab)
    _, weights = thinned_path(run)
    far = np.abs(weights[0, [0, 9]] - weights[-1, [0, 9]]).max()
    assert made(run, far=0.5).start_outside == (far > 0.5)
    assert not made(run, far=50.0).start_outside


def test_a_map_never_has_one_weight_on_both_axes(tab: Tab) -> None:
    chosen(tab)
    for across, up in ((0, 9), (3, 3), (9, 9), (12, 0)):
        choice.change("training_page", landscape_across=across, landscape_up=up)
        shown = landscape.chosen_weights(NOTES)
        assert shown[0] == across
        assert shown[1] == up or across == up != shown[1]
