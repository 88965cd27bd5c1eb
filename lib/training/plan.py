"""Pieces of a plan: lists of NumPy calls on arrays that stay, with no decision left in them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from lib.network.architecture import Activation
from lib.network.layers.activation import LEAK
from lib.network.validate import Array

Plan = list[Callable[[], Any]]


def logistic(x: Array) -> Plan:
    """x becomes 1/(1 + e^x), in place; where e^x overflows it is 0, as it should be."""
    one = np.asarray(1.0)
    return [partial(np.exp, x, x), partial(np.add, x, one, x), partial(np.reciprocal, x, x)]


def activate(kind: Activation, x: Array) -> Plan:
    """x becomes f(x), in place."""
    match kind:
        case "sigmoid":
            return [partial(np.negative, x, x), *logistic(x)]
        case "tanh":
            return [partial(np.tanh, x, x)]
        case "relu":
            return [partial(np.maximum, x, np.asarray(0.0), out=x)]
        case "leaky_relu":
            less = np.empty_like(x)
            leak = np.asarray(LEAK)
            return [partial(np.multiply, x, leak, less), partial(np.maximum, x, less, out=x)]
    return []


def through(kind: Activation, o: Array, delta: Array) -> Plan:
    """delta becomes delta · f′, in place, f′ from o = f(s)."""
    slope, one = np.empty_like(o), np.asarray(1.0)
    times = partial(np.multiply, delta, slope, delta)
    match kind:
        case "sigmoid":  # o·(1 − o)
            return [
                partial(np.subtract, one, o, slope), partial(np.multiply, slope, o, slope), times,
            ]  # fmt: skip
        case "tanh":  # 1 − o²
            square = partial(np.multiply, o, o, slope)
            return [square, partial(np.subtract, one, slope, slope), times]
        case "relu":
            return [partial(np.greater, o, np.asarray(0.0), slope), times]
        case "leaky_relu":
            above = partial(np.greater, o, np.asarray(0.0), slope)
            return [above, partial(np.maximum, slope, np.asarray(LEAK), out=slope), times]
    return []


def fold(combine: Callable[..., Any], several: list[Array], out: Array) -> Plan:
    """``out`` becomes the first combined with the second, then with the third, and so on."""
    plan: Plan = [partial(combine, several[0], several[1], out=out)]
    return [*plan, *(partial(combine, out, other, out=out) for other in several[2:])]


def to_winners(s: Array, best: Array, delta: Array, d_s: Array) -> Plan:
    """The first s that is the best of its pool takes the whole delta, the others 0.

    What a winner has taken is no longer in ``delta``, so that an equal one after it takes 0, and
    the last one of a pool takes what is left.
    """
    wins = np.empty_like(delta)
    *others, last = (d_s[:, place] for place in range(s.shape[1]))
    plan: Plan = []
    for place, taken in enumerate(others):
        plan += [
            partial(np.equal, s[:, place], best, wins),
            partial(np.multiply, wins, delta, taken),
            partial(np.subtract, delta, taken, last if taken is others[-1] else delta),
        ]
    return plan
