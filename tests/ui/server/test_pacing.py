"""Frames share the core: one learner plays at full pace, twenty rest."""

from __future__ import annotations

import threading
import time

import pytest

from lib.ui.server.pacing import AROUND, BUDGET, FORGET_AFTER, LONGEST_REST, Pace


def test_one_learner_does_not_rest() -> None:
    pace = Pace()
    assert all(pace.rest_of("a", 0.013, 0.1, 0.1 * n) == 0.0 for n in range(50))


def test_twenty_learners_stay_within_the_budget() -> None:
    pace = Pace()
    names = [str(n) for n in range(20)]
    for name in names:
        pace.rest_of(name, 0.013, 0.1, 0.0)
    rests = [pace.rest_of(name, 0.013, 0.1, 1.0) for name in names]
    used = sum((1 + AROUND) * 0.013 / (0.1 + rest) for rest in rests)
    assert min(rests) > 0.0
    assert abs(used - BUDGET) < 1e-9


def test_who_stopped_is_forgotten() -> None:
    pace = Pace()
    for n in range(20):
        pace.rest_of(str(n), 0.013, 0.1, 0.0)
    assert pace.rest_of("0", 0.013, 0.1, FORGET_AFTER + 0.1) == 0.0
    assert set(pace.last) == {"0"}


def test_no_rest_is_longer_than_three_seconds() -> None:
    pace = Pace()
    for n in range(500):
        pace.rest_of(str(n), 0.5, 0.1, 0.0)
    assert pace.rest_of("x", 0.5, 0.1, 0.0) == LONGEST_REST


def test_frames_take_turns_and_rest_without_one() -> None:
    pace = Pace()
    at_work, most = [0], [0]

    def play(name: str) -> None:
        for _ in range(5):
            with pace.frame(name, 0.0):
                at_work[0] += 1
                most[0] = max(most[0], at_work[0])
                time.sleep(0.001)
                at_work[0] -= 1

    threads = [threading.Thread(target=play, args=(str(n),)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert most == [1]
    assert not pace.turn.locked()


def test_a_frame_that_fails_gives_its_turn_back() -> None:
    pace = Pace()
    with pytest.raises(ZeroDivisionError), pace.frame("a", 0.1):
        raise ZeroDivisionError
    assert not pace.turn.locked()
