"""The run of a tab is that of its scenario: at any step, after any change, to the bit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from lib.scenario import encode, preset
from lib.scenario.limits import MOST_RATE_CHANGES
from lib.training import Run, TrainingSetup
from lib.ui.state import own_images, session, training_run
from lib.ui.state.training_run import SLICE
from tests.ui.conftest import Tab

NOTES = preset("notes")
SETUP = NOTES.training
BATCHED = TrainingSetup(optimiser="momentum", batch_size=16, learning_rate=0.3, stop_steps=2000)


@pytest.fixture(autouse=True)
def first_run(tab: Tab) -> Tab:
    return tab.run()


def same(run: Run, other: Run) -> bool:
    """Two runs at the same step with the same bits behind and ahead of them."""
    curves = np.array_equal(run.history.train_loss, other.history.train_loss)
    ahead = np.array_equal(
        run.rates.of(run.step, run.step + 50), other.rates.of(other.step, other.step + 50)
    )
    return run.step == other.step and run.parameters == other.parameters and curves and ahead


def fresh(steps: int, setup: TrainingSetup = SETUP, changes: Any = ()) -> Run:
    run = Run(setup, rate_changes=changes)
    run.advance(steps)
    return run


def catch_up() -> int:
    """Let the run come to its scenario's step; how many slices it took."""
    slices = 0
    while training_run.behind():
        training_run.advance(0)
        slices += 1
        assert slices < 1000
    return slices


def test_the_run_follows_its_scenario_step_by_step() -> None:
    for count in (1, 5, 100):
        training_run.advance(count)
    assert session.scenario().step == 106
    assert same(training_run.current(), fresh(106))


@pytest.mark.parametrize("setup", [SETUP, BATCHED], ids=["descent", "momentum"])
def test_reset_is_the_same_start(setup: TrainingSetup) -> None:
    session.change(training=setup)
    training_run.advance(150)
    training_run.play()
    training_run.reset()
    assert not training_run.playing()
    assert session.scenario() == replace(NOTES, training=setup)
    assert same(training_run.current(), fresh(0, setup))
    training_run.advance(150)
    assert same(training_run.current(), fresh(150, setup))


@pytest.mark.parametrize("setup", [SETUP, BATCHED], ids=["descent", "momentum"])
def test_a_changed_rate_is_no_new_start_and_comes_back_from_the_link(
    tab: Tab, setup: TrainingSetup
) -> None:
    session.change(training=setup)
    training_run.advance(100)
    assert training_run.change_rate(0.125)
    assert session.scenario().step == 100
    training_run.advance(60)
    assert training_run.change_rate(1.5)
    assert training_run.change_rate(1.25)  # at the same step: the last counts
    training_run.advance(3)
    changes = ((100, 0.125), (160, 1.25))
    assert session.scenario().rate_changes == changes
    assert same(training_run.current(), fresh(163, setup, changes))
    link = session.link()
    tab.state.clear()
    tab.run(link)
    catch_up()
    assert same(training_run.current(), fresh(163, setup, changes))


def test_before_the_first_step_a_rate_is_part_of_the_set_up() -> None:
    assert training_run.change_rate(0.5)
    assert session.scenario() == replace(NOTES, training=replace(SETUP, learning_rate=0.5))
    assert training_run.rate_now(session.scenario()) == 0.5


def test_after_reset_the_rate_is_the_last_one() -> None:
    training_run.advance(10)
    training_run.change_rate(0.5)
    training_run.advance(10)
    training_run.reset()
    assert session.scenario() == replace(NOTES, training=replace(SETUP, learning_rate=0.5))


def test_the_41st_change_is_refused_and_the_run_stays_what_it_was() -> None:
    for k in range(MOST_RATE_CHANGES):
        training_run.advance(1)
        assert training_run.change_rate(1.0 + k)
    training_run.advance(5)
    before = session.scenario()
    assert not training_run.change_rate(0.5)
    assert session.scenario() == before
    assert not training_run.behind()
    assert same(training_run.current(), fresh(45, changes=before.rate_changes))


@pytest.mark.parametrize("rate", [-1.0, float("nan"), float("inf"), 1e7])
def test_a_rate_out_of_range_is_refused(rate: float) -> None:
    training_run.advance(5)
    before = session.scenario()
    assert not training_run.change_rate(rate)
    assert session.scenario() == before
    assert same(training_run.current(), fresh(5))


def test_catching_up_goes_in_slices() -> None:
    goal = 2 * SLICE + 17
    session.change(training=replace(SETUP, stop_steps=100_000), step=goal)
    assert training_run.current().step == 0
    assert catch_up() == 3
    assert session.scenario().step == goal
    assert same(training_run.current(), fresh(goal, session.scenario().training))


def test_a_rate_set_while_catching_up_counts_from_the_goal() -> None:
    changes = ((50, 0.5), (9000, 0.25))
    session.change(training=replace(SETUP, stop_steps=100_000), step=9500, rate_changes=changes)
    training_run.advance(0)
    assert training_run.behind()
    assert training_run.change_rate(2.5)
    assert session.scenario().step == 9500
    catch_up()
    training_run.advance(10)
    wanted = (*changes, (9500, 2.5))
    assert session.scenario().rate_changes == wanted
    assert same(training_run.current(), fresh(9510, session.scenario().training, wanted))


def test_an_older_link_of_the_same_run_rewinds_it(tab: Tab) -> None:
    training_run.advance(100)
    training_run.change_rate(0.125)
    older = encode(session.scenario())
    training_run.advance(80)
    run = training_run.current()
    tab.run(older)
    assert session.scenario().step == 100
    assert training_run.current() is run, "not computed again"
    training_run.advance(30)
    assert same(training_run.current(), fresh(130, changes=((100, 0.125),)))


def test_a_link_before_a_change_of_rate_forgets_the_change(tab: Tab) -> None:
    training_run.advance(50)
    older = encode(session.scenario())
    training_run.change_rate(0.125)
    training_run.advance(10)
    tab.run(older)
    catch_up()
    assert same(training_run.current(), fresh(50))


def test_where_to_stop_can_be_moved_without_a_new_start() -> None:
    training_run.change_stop("stop_steps", 40)
    training_run.advance(100)
    assert session.scenario().step == 40
    assert training_run.current().stopped is not None
    training_run.change_stop("stop_steps", 60)
    assert training_run.current().stopped is None
    training_run.advance(100)
    setup = replace(SETUP, stop_steps=60)
    assert same(training_run.current(), fresh(60, setup))
    before = session.scenario()
    training_run.change_stop("stop_steps", -1)
    training_run.change_stop("stop_loss", float("nan"))
    assert session.scenario() == before


def test_a_link_beyond_the_end_of_its_run_comes_to_rest_at_the_end(tab: Tab) -> None:
    tab.run(encode(replace(NOTES, training=replace(SETUP, stop_steps=30), step=5000)))
    catch_up()
    assert session.scenario().step == 30
    assert not training_run.behind()


def test_a_link_to_steps_after_the_run_diverged_does_not_run_for_ever(tab: Tab) -> None:
    wild = replace(SETUP, learning_rate=1e6, stop_steps=0)
    tab.run(encode(replace(NOTES, training=wild, step=5000, rate_changes=((4000, 1.0),))))
    catch_up()
    run = training_run.current()
    assert run.stopped is not None
    assert run.stopped.reason == "diverged"
    training_run.advance(10)
    assert training_run.current().step == run.step


def test_what_no_run_can_be_made_of_changes_nothing() -> None:
    training_run.advance(7)
    before, run = session.scenario(), training_run.current()
    for choices in (
        {"first_digit": 1},
        {"batch_size": 2000},
        {"size": 1},
        {"data": "own"},
        {"data": "nothing of ours"},
        {"learning_rate": -1.0},
    ):
        assert not training_run.change_setup(**choices)
        assert session.scenario() == before
        assert training_run.current() is run


def test_another_set_up_is_a_new_run_from_step_0() -> None:
    training_run.advance(7)
    training_run.change_rate(0.5)
    training_run.play()
    assert training_run.change_setup(initial_seed=3)
    assert not training_run.playing()
    assert session.scenario() == replace(NOTES, training=replace(SETUP, initial_seed=3))
    assert same(training_run.current(), fresh(0, replace(SETUP, initial_seed=3)))


def own(count: int) -> None:
    """Give the tab images of its own."""
    rng = np.random.default_rng(count)
    own_images.replace(rng.random((count, 4, 4)), np.arange(count) % 2.0)


def test_own_images_train_and_more_of_them_are_a_new_run() -> None:
    own(20)
    assert training_run.change_setup(data="own")
    training_run.advance(12)
    first = training_run.current()
    assert first.dataset.name == "own"
    own(30)
    assert training_run.current() is not first


@pytest.mark.parametrize(("left", "data"), [(6, "own"), (0, "digits"), (1, "digits")])
def test_own_images_that_went_away_leave_a_run_that_can_be_made(left: int, data: str) -> None:
    own(60)
    assert training_run.change_setup(data="own", batch_size=32)
    training_run.advance(12)
    own(left)
    run = training_run.current()
    assert session.scenario().training == replace(SETUP, data=data, batch_size=0)
    assert session.scenario().step == run.step == 0
    assert not training_run.playing()


def test_a_run_from_the_sliders_takes_them_as_they_stand() -> None:
    moved = NOTES.with_numbers((0.25,) * 29 + (0.3,))
    session.put(moved)
    assert training_run.change_setup(data="image", initial="given")
    assert session.scenario().training.given == moved.given
    training_run.advance(9)
    run = training_run.current()
    session.put(replace(session.scenario(), dense=(1.0, 2.0, 3.0, 4.0)))
    assert training_run.current() is run, "the sliders have moved, the run is the same"
    training_run.reset()
    assert training_run.current().parameters == moved.parameters
    assert training_run.change_setup(given=session.scenario().given)
    assert training_run.current().parameters.dense.tolist() == [1.0, 2.0, 3.0, 4.0]
    assert training_run.change_setup(data="digits", initial="normal")
    assert session.scenario().training == SETUP, "nothing is left of them in a link"
