"""The right method, rounded on the way: what must never be taken for a mistake.

Each run rounds every value it writes down, from s_k to the last product, to 2–4 decimals or 2–4
significant digits, along four right ways: σ' from s or as o·(1 − o), and ∂L/∂y_out · σ'(α) or
y_out − yy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial, reduce
from operator import add, mul
from typing import Any

import numpy as np

from lib.derivation import Expression, Variable
from lib.derivation.expression import Negative, Product, Quotient, Stable, Sum, difference
from lib.derivation.pieces import ONE
from lib.network import Values, sigmoid
from lib.network.validate import Array
from lib.practice.examples import Y_OUT, Examples
from lib.practice.tree import Gap, Place, edited
from lib.practice.work import Working

Round = Callable[[Any], Any]


def to_digits(x: Any, digits: int) -> Any:
    """Rounded to significant digits; 0 stays 0."""
    with np.errstate(all="ignore"):
        size = np.floor(np.log10(np.abs(x)))
        scale = 10.0 ** (digits - 1 - np.where(np.isfinite(size), size, 0.0))
        return np.round(x * scale) / scale


HANDS: tuple[Round, ...] = (
    *(partial(np.round, decimals=d) for d in (2, 3, 4)),
    *(partial(to_digits, digits=d) for d in (2, 3, 4)),
)
"""How a hand rounds."""


def rounded_runs(variable: Variable, examples: Examples) -> Array:
    """What the right method gives when rounded early, (runs, B); NaN where nothing is left."""
    runs = []
    with np.errstate(all="ignore"):  # a rounded 1 − y_out may be 0, a rounded s infinite
        for hand in HANDS:
            work = Working(variable, _rounded(examples, hand))
            runs += [np.broadcast_to(by_hand(t, hand), (len(examples),)) for t in _right_ways(work)]
    return np.where(np.isfinite(runs), runs, np.nan)


def by_hand(node: Expression, hand: Round) -> Any:
    """The value when every factor, product, quotient and sum is rounded before it is used."""
    match node:
        case Stable(form) | Place(form):
            return by_hand(form, hand)
        case Gap(_, neutral):
            return float(neutral)
        case Product(factors):
            return hand(reduce(mul, [by_hand(f, hand) for f in factors]))
        case Sum(terms):
            return hand(reduce(add, [by_hand(t, hand) for t in terms]))
        case Quotient(top, bottom):
            return hand(by_hand(top, hand) / by_hand(bottom, hand))
        case Negative(operand):
            return -by_hand(operand, hand)
    return hand(node.evaluate(textbook=False))


def _rounded(examples: Examples, hand: Round) -> Examples:
    """The forward pass with each of its values rounded; the given numbers stay."""
    s = hand(examples.values.s)
    o = hand(sigmoid(s))
    alpha = hand((examples.parameters.dense * o).sum(axis=-1))
    return replace(examples, values=Values(s, o, alpha, hand(sigmoid(alpha))))


def _right_ways(work: Working) -> Iterator[Expression]:
    y, yy = work.examples.symbol(Y_OUT), work.examples.yy

    def from_cell(place: Place) -> Expression | None:
        if place.role == "alpha_slope":
            return Product((y, difference(ONE, y)))
        if place.role != "slope" or place.window is None:
            return None
        o = work.examples.symbol(Variable("o", (place.window,)))
        return Product((o, difference(ONE, o)))

    def collapsed(place: Place) -> Expression | None:
        if place.role == "output_slope":
            return difference(y, yy)
        return Gap(place.form, 1) if place.role == "alpha_slope" else None

    yield work.tree
    yield edited(work.tree, from_cell)
    if work.of("alpha_slope"):
        yield edited(work.tree, collapsed)
        yield edited(edited(work.tree, collapsed), from_cell)
