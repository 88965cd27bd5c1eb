"""Every kind of mistake that is known, and what each makes of a partial derivative.

A new kind is one decorated function in one of the four modules below, and its words in
``lib/text/practice.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from lib.derivation import State, Variable
from lib.network import Geometry, Parameters
from lib.network.validate import Array
from lib.practice import mistakes_index, mistakes_output, mistakes_slope, mistakes_window
from lib.practice.examples import Examples
from lib.practice.kind import REGISTRY, Kind
from lib.practice.tree import Place
from lib.practice.work import Working
from lib.text import Language

MODULES = (mistakes_output, mistakes_slope, mistakes_window, mistakes_index)
"""Importing them fills the registry."""

KINDS: dict[str, Kind] = REGISTRY


_OF_A_WINDOW = ("one_window", "window_left_out")
"""The kinds whose words name their window."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One kind of mistake, and the window or direction that it is made in."""

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
        numbers = {"window": self.which} if self.kind in _OF_A_WINDOW else {}
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
            return np.broadcast_to(self.tree.evaluate(textbook=False), examples.label.shape)


def spoilt(work: Working) -> tuple[Spoilt, ...]:
    """The right formula with each mistake that means something for this partial."""
    found = []
    for kind in KINDS.values():
        for which, tree in kind.edits(work):
            assert isinstance(tree, Place)
            found.append(Spoilt(Mistake(kind.id, which), tree))
    return tuple(found)


@cache
def mistakes_of(variable: Variable, geometry: Geometry) -> tuple[Mistake, ...]:
    """The mistakes that mean something for a partial, in the order of :func:`spoilt`."""
    return tuple(s.mistake for s in spoilt(Working(variable, _any(geometry))))


def spoilt_formula(mistake: Mistake, variable: Variable, state: State) -> Place | None:
    """The state's formula with this mistake marked; None where it means nothing."""
    work = Working(variable, Examples.of_state(state))
    for which, tree in KINDS[mistake.kind].edits(work):
        if which == mistake.which and isinstance(tree, Place):
            return tree
    return None


def _any(geometry: Geometry) -> Examples:
    """Examples whose numbers do not matter."""
    parameters = Parameters(np.ones(geometry.kernel_shape), np.ones(geometry.window_count))
    return Examples.of(parameters, np.ones(geometry.image_shape), np.ones(()))
