"""The activations and their slopes as formulas: named, and written out."""

from __future__ import annotations

import numpy as np

from lib.derivation.expression import (
    Exponential,
    Expression,
    Iverson,
    Largest,
    Negative,
    Number,
    Product,
    Quotient,
    Square,
    Stable,
    Sum,
    Symbol,
    difference,
)
from lib.derivation.pieces import ONE, ZERO, sigmoid_form, slope_exponential, slope_short
from lib.network.architecture import Activation
from lib.network.layers.activation import LEAK, tanh_slope

_LEAK = Quotient(ONE, Number(round(1 / LEAK)))


def function_form(kind: Activation, s: Symbol, o: Symbol) -> Expression:
    """o = f(s): the sigmoid (N6), tanh as (e^s − e^{−s})/(e^s + e^{−s}), ReLU as max(0, s)."""
    match kind:
        case "sigmoid":
            return sigmoid_form(s)
        case "tanh":
            up, down = Exponential(s), Exponential(Negative(s))
            return Stable(Quotient(difference(up, down), Sum((up, down))), o.number)
        case "relu":
            return Largest((ZERO, s))
        case _:
            return Largest((Product((_LEAK, s)), s))


def slope_named(kind: Activation, s: Symbol) -> Expression:
    """f′(s) by its name: σ′(s), tanh′(s); ReLU's as [s > 0], which says it all."""
    match kind:
        case "sigmoid":
            return slope_short(s)
        case "tanh":
            return Symbol(rf"\tanh'({s.name})", _tanh_slope(s))
        case _:
            return slope_written(kind, s, s)


def slope_written(kind: Activation, s: Symbol, o: Symbol) -> Expression:
    """f′(s) written out: e^{−s}/(1+e^{−s})² (N7), 1 − o², [s > 0], [s > 0] + [s ≤ 0]/100."""
    match kind:
        case "sigmoid":
            return slope_exponential(s)
        case "tanh":
            return Stable(difference(ONE, Square(o)), _tanh_slope(s))
        case "relu":
            return Iverson(s)
        case _:
            leaked = Product((_LEAK, Iverson(s, positive=False)))
            return Sum((Iverson(s), leaked))


def _tanh_slope(s: Symbol) -> float:
    return float(tanh_slope(np.asarray(s.number)))
