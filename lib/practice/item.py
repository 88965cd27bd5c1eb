"""An item: one partial derivative of one example, with everything an answer is judged against.

All of it is computed once; judging an answer then only looks numbers up.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from lib.derivation import State, Variable, derive, variables
from lib.derivation.expression import MOST_TERMS
from lib.derivation.state import is_of_notes_kind
from lib.derivation.ways import ways
from lib.network.validate import Array
from lib.practice.examples import Examples
from lib.practice.instance import examples_of_seeds
from lib.practice.mistakes import Mistake, Spoilt, spoilt
from lib.practice.rounding import rounded_runs
from lib.practice.work import Working

LeftOut = Literal["", "given", "zero", "long"]

SAME = 1e-9
"""Closer than this, on the scale of the terms, two values are one: nothing but rounding is left."""


@dataclass(frozen=True, slots=True, eq=False)
class Solved:
    """One partial of B examples, right and with every mistake."""

    variable: Variable
    right: Array
    """∂L/∂variable, (B,)."""
    scale: Array
    """How large the terms are before they cancel, (B,)."""
    mistakes: tuple[Mistake, ...]
    wrong: Array
    """What each mistake gives, (mistakes, B); NaN where it changes nothing or divides by 0."""
    runs: Array
    """What the right method gives when rounded early, (runs, B)."""


def solve(variable: Variable, examples: Examples) -> Solved:
    """Work out one partial for every example."""
    work = Working(variable, examples)
    right = np.atleast_1d(examples.gradient(variable))
    scale = np.atleast_1d(_scale(work))
    formulas = spoilt(work)
    wrong = np.array([np.atleast_1d(formula.values(examples)) for formula in formulas])
    with np.errstate(all="ignore"):
        changed = np.isfinite(wrong) & (np.abs(wrong - right) > SAME * scale)
    wrong = np.where(changed, wrong, np.nan)
    mistakes = tuple(formula.mistake for formula in formulas)
    return Solved(variable, right, scale, mistakes, wrong, rounded_runs(variable, examples))


class Item:
    """One question: what is ∂L/∂variable?"""

    def __init__(self, solved: Solved, index: int, instance: Instance) -> None:
        self.variable = solved.variable
        self.instance = instance
        self.right = float(solved.right[index])
        self.scale = float(solved.scale[index])
        column = solved.wrong[:, index].tolist()
        pairs = [(v, m) for v, m in zip(column, solved.mistakes, strict=True) if v == v]
        pairs.sort(key=lambda pair: pair[0])
        self.wrong: dict[Mistake, float] = {mistake: value for value, mistake in pairs}
        """What each mistake gives that changes the value, smallest value first."""
        self._values = [value for value, _ in pairs]
        self._mistakes = [mistake for _, mistake in pairs]
        self.rounded = sorted(run for run in solved.runs[:, index].tolist() if run == run and run)
        """What the right method gives when rounded early, smallest first; without 0 and NaN."""

    def mistakes_at(self, value: float, within: float) -> list[Mistake]:
        """The mistakes whose value lies that close."""
        low = bisect_left(self._values, value - within)
        return self._mistakes[low : bisect_right(self._values, value + within)]

    def rounded_at(self, value: float, within: float) -> bool:
        """Whether a run of the right method, rounded early, ends that close (and not at 0)."""
        at = bisect_left(self.rounded, value - within)
        return at < len(self.rounded) and self.rounded[at] <= value + within

    def answer_with(self, mistake: Mistake) -> float:
        """What someone who makes this mistake answers: the right value where it changes nothing."""
        return self.wrong.get(mistake, self.right)

    @cached_property
    def work(self) -> Working:
        """The right formula, with this example's numbers."""
        return Working(self.variable, Examples.of_state(self.instance.state))

    @cached_property
    def spoilt(self) -> tuple[Spoilt, ...]:
        """The formula with each mistake that changes the value."""
        return tuple(formula for formula in spoilt(self.work) if formula.mistake in self.wrong)


class Instance:
    """One example, and its items: each worked out when it is first asked for."""

    def __init__(self, examples: Examples, index: int = 0, seed: int | None = None) -> None:
        self.seed = seed
        """The seed that its numbers come from; None for numbers of the learner's own."""
        self._examples, self._index = examples, index
        self._items: dict[Variable, Item] = {}

    @classmethod
    def of_state(cls, state: State) -> Instance:
        """An instance with any numbers."""
        return cls(Examples.of_state(state))

    @classmethod
    def of_seed(cls, seed: int) -> Instance:
        """The instance of a seed.

        Raises:
            ValueError: a seed outside 0 … 999 999.
        """
        return cls(examples_of_seeds([seed]), seed=seed)

    @cached_property
    def state(self) -> State:
        """Its numbers, run forward and backward."""
        return self._examples.state(self._index)

    @cached_property
    def variables(self) -> tuple[Variable, ...]:
        """What may be asked for; in the notes' kind all that the loss is differentiated by."""
        return tuple(v for v in variables(self._examples.architecture) if not self.left_out(v))

    def left_out(self, variable: Variable) -> LeftOut:
        """Why a partial of any other network is not asked for, if it is not.

        ``given``: it is a given gradient itself. ``zero``: a ReLU, a max pool or the label makes it
        0 whatever else is done right or wrong.
        ``long``: it has more terms than a hand adds up.
        """
        net = self._examples.architecture
        if is_of_notes_kind(net):
            return ""
        if not net.has_dense and variable.group == net.last_map:
            return "given"
        if self.state.gradient(variable) == 0.0:
            return "zero"
        in_terms = variable.group not in ("y_out", "alpha", "dense_bias")
        return "long" if in_terms and len(ways(variable, self.state)) > MOST_TERMS else ""

    def item(self, variable: Variable) -> Item:
        """The question of one partial."""
        if variable not in self._items:
            index = slice(self._index, self._index + 1)
            self.put(solve(variable, self._examples.part(index)), 0)
        return self._items[variable]

    def put(self, solved: Solved, index: int) -> None:
        """Take over a partial that was worked out for many examples at once."""
        self._items[solved.variable] = Item(solved, index, self)


def instances_of_seeds(seeds: Sequence[int]) -> list[Instance]:
    """Many instances, all their items worked out together."""
    examples = examples_of_seeds(seeds)
    found = [Instance(examples, index, seed) for index, seed in enumerate(seeds)]
    for variable in variables(examples.architecture):
        solved = solve(variable, examples)
        for index, instance in enumerate(found):
            instance.put(solved, index)
    return found


def _scale(work: Working) -> Array:
    """|∂L/∂α|, before the two classes of a soft label cancel, times the sum of the |terms|."""
    examples = work.examples
    if examples.origin is not None and not is_of_notes_kind(work.net):
        return np.asarray(derive(work.variable, examples.origin, unrolled=True).scale)
    y, yy = examples.values.y_out, examples.label
    scale = np.abs((1.0 - yy) * y) + np.abs(yy * (1.0 - y))
    if work.variable.group == "y_out":
        with np.errstate(all="ignore"):
            return np.asarray(scale / (y * (1.0 - y)))
    terms = [np.abs(place.evaluate(textbook=False)) for place in work.of("term")]
    return np.asarray(scale * sum(terms) if terms else scale)
