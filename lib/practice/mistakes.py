"""Every kind of mistake that is known, and what each makes of a partial derivative.

A new kind is one decorated function in one of the modules below, and its words in
``lib/text/practice.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from lib.derivation import State, Variable
from lib.network import NOTES, Parameters
from lib.network.validate import Array
from lib.practice import (
    mistakes_activation,
    mistakes_index,
    mistakes_layers,
    mistakes_output,
    mistakes_pool,
    mistakes_slope,
    mistakes_window,
)
from lib.practice.examples import Examples
from lib.practice.kind import REGISTRY, Kind
from lib.practice.tree import Place
from lib.practice.work import Working
from lib.text import Language

MODULES = (
    mistakes_output,
    mistakes_slope,
    mistakes_window,
    mistakes_index,
    mistakes_activation,
    mistakes_pool,
    mistakes_layers,
)
"""Importing them fills the registry."""

KINDS: dict[str, Kind] = REGISTRY


_NUMBERED = {
    "one_window": "window",
    "window_left_out": "window",
    "one_kernel": "kernel",
    "one_output": "output",
}
"""The kinds whose words name a number, and of what."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One kind of mistake, and the window, direction, kernel or output that it is made in."""

    kind: str
    which: int | None = None

    @property
    def key(self) -> str:
        """A short name that stays: ``sign``, ``one_window-2``."""
        return self.kind if self.which is None else f"{self.kind}-{self.which}"

    @property
    def rare(self) -> bool:
        """Whether five digits have to agree before it is named outright."""
        return KINDS[self.kind].rare

    def words(self, language: Language) -> str:
        """What is wrong, as the end of "this would explain it: …"."""
        numbers = {_NUMBERED[self.kind]: self.which} if self.kind in _NUMBERED else {}
        return KINDS[self.kind].words.say(language, **numbers)


@dataclass(frozen=True, slots=True, eq=False)
class Spoilt:
    """A formula with one mistake in it."""

    mistake: Mistake
    tree: Place
    """The right formula with the wrong place marked."""

    def values(self, examples: Examples) -> Array:
        """What it gives for each example, (...); infinite or NaN where it divides by 0."""
        with np.errstate(all="ignore"):
            return np.broadcast_to(self.tree.evaluate(textbook=False), examples.shape)


def spoilt(work: Working) -> tuple[Spoilt, ...]:
    """The right formula with each mistake that means something for this partial."""
    found = []
    for kind in KINDS.values():
        for which, tree in kind.edits(work):
            assert isinstance(tree, Place)
            found.append(Spoilt(Mistake(kind.id, which), tree))
    return tuple(found)


@cache
def mistakes_of(variable: Variable) -> tuple[Mistake, ...]:
    """The mistakes that mean something for a partial of the notes' network."""
    return tuple(s.mistake for s in spoilt(Working(variable, _any())))


def spoilt_formula(mistake: Mistake, variable: Variable, state: State) -> Place | None:
    """The state's formula with this mistake marked; None where it means nothing."""
    work = Working(variable, Examples.of_state(state))
    for which, tree in KINDS[mistake.kind].edits(work):
        if which == mistake.which and isinstance(tree, Place):
            return tree
    return None


def _any() -> Examples:
    """Examples whose numbers do not matter."""
    parameters = Parameters(np.ones(NOTES.kernel_shape), np.ones(4))
    return Examples.of(parameters, np.ones((NOTES.rows, NOTES.columns)), np.ones(()))
