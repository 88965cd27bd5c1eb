"""The numbers that stood here before: what a learner can go back to.

Each change of the numbers is a step; moves of the same slider, one after the other, are one. A step
back brings the numbers, their name and their seed; every choice on the pages stays as it is.
"""

from __future__ import annotations

from typing import NamedTuple, cast

import streamlit as st

from lib.scenario import Scenario
from lib.ui.state import keys

MOST = 50
MOVE = "move"
"""The cause of what a hand on a slider did."""
_PASTE = "paste"
_MOST_MOVED = 2
"""A hand moves one number at a time, or two classes of a label; more come by a paste."""


class Step(NamedTuple):
    """Numbers that were there, and what has replaced them.

    Attributes:
        before: the scenario with the numbers.
        cause: what came then, a key of ``lib.text.sidebar.UNDO``.
        changed: which of the numbers it changed, by their places; all where the network changed.
    """

    before: Scenario
    cause: str
    changed: tuple[int, ...]


def _steps() -> list[Step]:
    return cast("list[Step]", st.session_state.setdefault(keys.HISTORY, []))


def remember(before: Scenario, after: Scenario, cause: str) -> None:
    """Keep the numbers of ``before``, which those of ``after`` are about to replace."""
    changed = _changed(before, after)
    if cause == MOVE and len(changed) > _MOST_MOVED:
        cause = _PASTE
    steps = _steps()
    same_sliders = steps and steps[-1][1:] == (MOVE, changed)
    if not changed or (cause == MOVE and same_sliders):
        return
    steps.append(Step(before, cause, changed))
    del steps[:-MOST]


def _changed(before: Scenario, after: Scenario) -> tuple[int, ...]:
    new, old = after.network, before.network
    if (new and new.architecture) != (old and old.architecture):
        return tuple(range(len(after.numbers)))
    pairs = enumerate(zip(before.numbers, after.numbers, strict=True))
    return tuple(k for k, (was, now) in pairs if was != now)


def cause() -> str | None:
    """What a step back would undo; None where there is nothing to go back to."""
    steps = _steps()
    return steps[-1].cause if steps else None


def take() -> Scenario | None:
    """The numbers that were there before the last change; they are kept no longer."""
    steps = _steps()
    return steps.pop().before if steps else None


def forget() -> None:
    """Keep nothing: what was there at the start is nobody's work."""
    _steps().clear()
