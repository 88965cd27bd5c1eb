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
from types import SimpleNamespace
from typing import Any

import numpy as np

from lib.derivation import Expression, Variable
from lib.derivation.expression import (
    Negative,
    Product,
    Quotient,
    Square,
    Stable,
    Sum,
    difference,
)
from lib.derivation.pieces import ONE
from lib.derivation.state import is_of_notes_kind
from lib.network import Values, sigmoid
from lib.network.heads import HEADS
from lib.network.layers import activation, dense, pool
from lib.network.places import places
from lib.network.validate import Array
from lib.practice.examples import Examples
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
    if examples.origin is None or is_of_notes_kind(examples.architecture):
        s = hand(examples.values.s)
        o = hand(sigmoid(s))
        alpha = hand((examples.parameters.dense * o).sum(axis=-1))
        return replace(examples, values=Values(s, o, alpha, hand(sigmoid(alpha))))
    return replace(examples, values=_rounded_layers(examples, hand))


def _rounded_layers(examples: Examples, hand: Round) -> Any:
    """The same through the layers of any network; a max pool takes the cells it would take."""
    net, known = examples.architecture, places(examples.architecture)
    found = {"s": hand(np.reshape(examples.values.s, known["s"].shape))}
    last = found["s"]
    if net.activation != "none":
        found["o"] = last = hand(activation.forward(net.activation, last))
    if net.pool != "none":
        found["pooled"] = last = hand(pool.forward(net.pool, last, net.pool_sides))
    if net.has_dense:
        weights, bias = examples.parameters.dense, getattr(examples.parameters, "dense_bias", None)
        weights = np.reshape(weights, known["dense"].shape)
        found["alpha"] = hand(dense.forward(np.ravel(last), weights, bias))
        if output := HEADS[net.head].output:
            found["y_out"] = hand(output(found["alpha"]))
    shaped = {name: np.reshape(array, known[name].written) for name, array in found.items()}
    return SimpleNamespace(**shaped)


def _right_ways(work: Working) -> Iterator[Expression]:
    def from_cell(place: Place) -> Expression | None:
        if place.role == "alpha_slope":
            y = work.y(place.output)
            return Product((y, difference(ONE, y)))
        if place.role != "slope" or place.variable is None:
            return None
        o = work.examples.symbol(Variable("o", place.variable.index))
        if work.net.activation == "sigmoid":
            return Product((o, difference(ONE, o)))
        return difference(ONE, Square(o)) if work.net.activation == "tanh" else None

    def collapsed(place: Place) -> Expression | None:
        if place.role == "output_slope":
            return difference(work.y(place.output), work.yy(place.output))
        return Gap(place.form, 1) if place.role == "alpha_slope" else None

    yield work.tree
    yield edited(work.tree, from_cell)
    if work.of("alpha_slope") and work.net.head == "cross_entropy":
        yield edited(work.tree, collapsed)
        yield edited(edited(work.tree, collapsed), from_cell)
