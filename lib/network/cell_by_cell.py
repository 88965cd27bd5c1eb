"""The forward pass a second time, cell by cell, for real and for complex numbers.

A check that shares code with what it checks shares its mistakes: nothing of the layers is used
here. An array of numbers for one cell gives an array of losses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lib.network.architecture import Architecture
from lib.network.layers.activation import LEAK
from lib.network.made_of import (
    LOSS,
    Elementwise,
    Largest,
    Loss,
    Made,
    Mean,
    Products,
    Share,
    made_of,
)
from lib.network.places import Variable

Numbers = NDArray[Any]


def evaluate(
    architecture: Architecture,
    given: Mapping[Variable, Any],
    held: Mapping[Variable, Any] | None = None,
) -> dict[Variable, Numbers]:
    """Every number of the network, L under ``Variable("loss", ())``.

    Args:
        architecture: the network.
        given: image, parameters and target: real or complex numbers, or arrays that broadcast.
        held: values that are not computed but have these numbers.
    """
    numbers: dict[Variable, Numbers] = {cell: np.asarray(number) for cell, number in given.items()}
    fixed = held or {}
    for cell, made in made_of(architecture).items():
        numbers[cell] = np.asarray(fixed[cell]) if cell in fixed else _value(made, numbers)
    return numbers


def loss_along(
    architecture: Architecture, numbers: Mapping[Variable, Any], cell: Variable
) -> Callable[[Numbers], Numbers]:
    """The loss by how far one cell has moved, everything before it held fixed.

    Args:
        architecture: the network.
        numbers: every number of one example, as ``evaluate`` or the forward pass gives them.
        cell: what moves.

    Returns:
        A function from moves (n,), real or complex, to losses (n,).
    """

    def losses(moves: Numbers) -> Numbers:
        moved = moved_along(architecture, numbers, cell, moves)
        # a number that L does not depend on here leaves it as it is, for every move
        return np.asarray(moved.get(LOSS, numbers[LOSS])) + np.zeros(np.shape(moves))

    return losses


def moved_along(
    architecture: Architecture,
    numbers: Mapping[Variable, Any],
    cell: Variable,
    moves: Numbers,
) -> dict[Variable, Any]:
    """Every number that moves with a cell, the cell itself too, for each move (n,)."""
    moved: dict[Variable, Any] = {cell: numbers[cell] + moves}
    now, made = {**numbers, **moved}, made_of(architecture)
    for other in _behind(architecture, cell):
        now[other] = moved[other] = _value(made[other], now, free=moved)
    return moved


@lru_cache(maxsize=1024)
def _behind(architecture: Architecture, cell: Variable) -> tuple[Variable, ...]:
    """What is made of a cell, or of what is made of it, in forward order."""
    found, moved = [], {cell}
    for other, made in made_of(architecture).items():
        labels = made.labels if isinstance(made, Loss) else ()
        if other != cell and not moved.isdisjoint((*made.reads, *labels)):
            found.append(other)
            moved.add(other)
    return tuple(found)


def _value(
    made: Made, numbers: Mapping[Variable, Any], free: Mapping[Variable, Any] | None = None
) -> Numbers:
    match made:
        case Products(pairs, bias):
            total = sum(numbers[weight] * numbers[source] for weight, source in pairs)
            return np.asarray(total + numbers[bias] if bias else total)
        case Elementwise(function, source):
            return FUNCTIONS[function](np.asarray(numbers[source]))
        case Largest(cells):
            return _largest([np.asarray(numbers[cell]) for cell in cells])
        case Mean(cells):
            return np.asarray(sum(numbers[cell] for cell in cells) / len(cells))
        case Share(alphas, k):
            powers = _powers([np.asarray(numbers[alpha]) for alpha in alphas])
            return np.asarray(powers[k] / sum(powers))
        case Loss():
            return _loss(made, numbers, free or {})


def _loss(made: Loss, numbers: Mapping[Variable, Any], free: Mapping[Variable, Any]) -> Numbers:
    labels = [numbers[label] for label in made.labels]
    alphas = [np.asarray(numbers[alpha]) for alpha in made.alphas]
    ys = [np.asarray(numbers[output]) for output in made.reads]
    of_y = any(y in free for y in made.reads) and not any(alpha in free for alpha in made.alphas)
    if made.head in ("squared", "sigmoid_squared"):
        return np.asarray(sum((y - yy) * (y - yy) for y, yy in zip(ys, labels, strict=True)))
    if made.head == "softmax":
        if of_y:
            pairs = zip(ys, labels, strict=True)
            return np.asarray(-sum(yy * np.log(y) for y, yy in pairs if yy))
        top = _largest(alphas)
        total = np.log(sum(np.exp(alpha - top) for alpha in alphas)) + top
        return np.asarray(sum(yy * (total - a) for a, yy in zip(alphas, labels, strict=True)))
    terms = []
    for alpha, y, yy in zip(alphas, ys, labels, strict=True):
        if of_y:  # 1 − y as σ(−α) less the way moved: 1 − y itself would lose digits
            rest = _sigmoid(-alpha) - (y - _sigmoid(alpha))
            terms.append(-(yy * np.log(y) if yy else 0.0) - (1 - yy) * np.log(rest))
        else:
            terms.append(yy * _softplus(-alpha) + (1 - yy) * _softplus(alpha))
    return np.asarray(sum(terms))


def _largest(cells: list[Numbers]) -> Numbers:
    """The one with the largest real part; of equal ones the first."""
    best = cells[0]
    for cell in cells[1:]:
        best = np.where(cell.real > best.real, cell, best)
    return best


def _powers(alphas: list[Numbers]) -> list[Numbers]:
    top = _largest(alphas)
    return [np.exp(alpha - top) for alpha in alphas]


def _sigmoid(x: Numbers) -> Numbers:
    small = np.exp(np.where(x.real >= 0, -x, x))
    return np.where(x.real >= 0, 1.0, small) / (1.0 + small)


def _softplus(x: Numbers) -> Numbers:
    """log(1 + e^x) without overflow."""
    return np.where(x.real >= 0, x, 0.0) + np.log1p(np.exp(np.where(x.real >= 0, -x, x)))


def _tanh(x: Numbers) -> Numbers:
    small = np.exp(np.where(x.real >= 0, -2 * x, 2 * x))
    return np.where(x.real >= 0, 1.0, -1.0) * (1.0 - small) / (1.0 + small)


FUNCTIONS: dict[str, Callable[[Numbers], Numbers]] = {
    "sigmoid": _sigmoid,
    "tanh": _tanh,
    "relu": lambda x: np.where(x.real > 0, x, 0.0 * x),
    "leaky_relu": lambda x: np.where(x.real > 0, x, LEAK * x),
}
