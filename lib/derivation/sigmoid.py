"""Why σ(x)·(1−σ(x)) is e^{-x}/(1+e^{-x})²: the steps of N7."""

from __future__ import annotations

from lib.derivation.expression import (
    Exponential,
    Expression,
    Negative,
    Product,
    Quotient,
    Stable,
    Sum,
    Symbol,
    difference,
)
from lib.derivation.pieces import ONE, slope_exponential
from lib.network.sigmoid import sigmoid_slope


def slope_steps(x: Symbol) -> tuple[Expression, ...]:
    """The steps from the product of σ and 1 − σ to the quotient, all of one value, σ'(x)."""
    slope = float(sigmoid_slope(x.number))
    decay = Exponential(Negative(x))
    bottom = Sum((ONE, decay))
    output = Quotient(ONE, bottom)
    return (
        Stable(Product((output, difference(ONE, output))), slope),
        Stable(Product((output, Quotient(decay, bottom))), slope),
        slope_exponential(x),
    )
