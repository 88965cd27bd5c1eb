"""Which instances are fit for an exercise: where one number can mean one thing only.

An exercise is a seed and a variable. The list is stored, not searched for, so that a sheet handed
out stays the same when a kind of mistake is added.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lib.derivation import State, Variable, variables
from lib.network import Geometry
from lib.practice.examples import Examples
from lib.practice.instance import examples_of_seeds
from lib.practice.item import Solved, solve
from lib.practice.mistakes import Mistake
from lib.practice.rounding import to_digits

SMALLEST, LARGEST = 1e-2, 10.0
"""The size that an answer may have: a hand that rounds to four decimals keeps 1 % of it."""

NEAR = 0.02
"""No mistake may come this close to the right value, relative to it."""

GEOMETRY = Geometry((4, 4), (3, 3))
STORE = Path(__file__).with_name("certified_1.npy")
"""Version 1 of the list: each entry a seed and, in 39 bits below it, its certified variables."""


def certify(solved: Solved) -> NDArray[np.bool_]:
    """Which examples of a solved partial are fit for an exercise, (B,).

    The answer has a size that four decimals write, every mistake changes it by more than 2 %, and
    no two mistakes agree in four significant digits.
    """
    right, wrong = solved.right, solved.wrong
    with np.errstate(all="ignore"):
        sized = (np.abs(right) >= SMALLEST) & (np.abs(right) <= LARGEST)
        apart = (np.abs(wrong - right) > NEAR * np.abs(right)).all(axis=0)  # false where NaN
        four = np.sort(to_digits(wrong, 4), axis=0)
        distinct = (np.diff(four, axis=0) > 1e-6 * np.abs(four[1:])).all(axis=0)
    return np.asarray(sized & apart & distinct)


@dataclass(frozen=True, slots=True)
class Exercise:
    """A certified seed and its certified variables, in the order of the notes."""

    seed: int
    variables: tuple[Variable, ...]


@cache
def exercises() -> tuple[Exercise, ...]:
    """The stored list, version 1."""
    order = variables(GEOMETRY)
    found = []
    for entry in np.load(STORE, allow_pickle=False).tolist():
        mask = entry & ((1 << len(order)) - 1)
        kept = tuple(v for bit, v in enumerate(order) if mask >> bit & 1)
        found.append(Exercise(entry >> len(order), kept))
    return tuple(found)


def certified_entries(seeds: Sequence[int]) -> NDArray[np.uint64]:
    """What the store holds for those of the seeds that have enough to ask.

    Enough is one variable at least of the kernel, the dense weights, the pixels and the s.
    """
    examples, order = examples_of_seeds(seeds), variables(GEOMETRY)
    fit = np.array([certify(solve(variable, examples)) for variable in order])
    groups = np.array([variable.group for variable in order])
    enough = np.all(
        [fit[groups == g].any(axis=0) for g in ("kernel", "dense", "image", "s")], axis=0
    )
    masks = [sum(1 << int(bit) for bit in np.flatnonzero(column)) for column in fit.T]
    kept = [i for i in range(len(seeds)) if enough[i]]
    return np.array([seeds[i] << len(order) | masks[i] for i in kept], dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Indistinguishable:
    """What the numbers of a state cannot tell apart in one partial, at four digits."""

    hidden: tuple[Mistake, ...]
    """Mistakes that change nothing, or too little to be seen beside the right value."""
    alike: tuple[tuple[Mistake, ...], ...]
    """Groups of mistakes that give one and the same number."""


def indistinguishable(state: State, variable: Variable) -> Indistinguishable:
    """Say what an exercise on these numbers could not see."""
    solved = solve(variable, Examples.of_state(state))
    right = float(solved.right[0])
    hidden, alike = [], dict[float, list[Mistake]]()
    for mistake, value in zip(solved.mistakes, solved.wrong[:, 0].tolist(), strict=True):
        if value != value or abs(value - right) <= NEAR * abs(right):
            hidden.append(mistake)
        else:
            alike.setdefault(float(f"{value:.4g}"), []).append(mistake)
    groups = tuple(tuple(group) for group in alike.values() if len(group) > 1)
    return Indistinguishable(tuple(hidden), groups)
