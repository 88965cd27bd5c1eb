"""Find the bug: a derivation with one mistake in it, and whether a nudge would have noticed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lib.derivation import Expression
from lib.derivation.nudge import nudge
from lib.practice.item import Item
from lib.practice.lines import lines_of, shows
from lib.practice.mistakes import Mistake, Spoilt
from lib.practice.tree import unmarked

NOTICED = 1e-6
"""A central difference is right to about ten digits; beyond this gap nobody overlooks it."""


@dataclass(frozen=True)
class Bug:
    """One partial's formula with one mistake, as the learner sees it and as it is explained."""

    item: Item
    formula: Spoilt

    @property
    def mistake(self) -> Mistake:
        """What is wrong."""
        return self.formula.mistake

    @cached_property
    def shown(self) -> Expression:
        """The formula to be searched: nothing in it is marked."""
        return unmarked(self.formula.tree)

    @property
    def marked(self) -> Expression:
        """The same with the wrong place marked: the solution."""
        return self.formula.tree

    @property
    def repaired(self) -> Expression:
        """The right formula."""
        return self.item.work.tree

    @property
    def wrong(self) -> float:
        """What the formula gives."""
        return self.item.wrong[self.mistake]

    @cached_property
    def line(self) -> str:
        """The key of the first line that is wrong.

        What is left out is missed in the line that should use it: a window in the sum, a factor in
        the product.
        """
        lines = lines_of(self.item)
        return next(key for key, place in lines.items() if shows(self.formula, place))

    @cached_property
    def nudged(self) -> float:
        """∂L/∂x by a central difference, which knows nothing of the formula."""
        return nudge(self.item.variable, self.item.instance.state).central

    @property
    def noticed(self) -> bool:
        """Whether that nudge shows that the formula is wrong."""
        gap = abs(self.wrong - self.nudged)
        return gap > NOTICED * max(abs(self.wrong), abs(self.nudged))


def bugs(item: Item) -> tuple[Bug, ...]:
    """Every bug that this partial's formula can have; none that leaves its value as it is."""
    return tuple(Bug(item, formula) for formula in item.spoilt)
