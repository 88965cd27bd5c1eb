"""The factors that the notes' derivations are made of, each in every form the notes write it."""

from __future__ import annotations

from lib.derivation.expression import (
    Bracketed,
    Exponential,
    Expression,
    Logarithm,
    Negative,
    Number,
    Partial,
    Product,
    Quotient,
    Square,
    Stable,
    Sum,
    Symbol,
    difference,
)
from lib.derivation.state import State
from lib.derivation.variable import Variable
from lib.network.sigmoid import sigmoid, sigmoid_slope

ONE = Number(1)


def sigmoid_form(x: Symbol) -> Stable:
    """1/(1+e^{-x}) (N6)."""
    form = Quotient(ONE, Sum((ONE, Exponential(Negative(x)))))
    return Stable(form, float(sigmoid(x.number)))


def slope_exponential(x: Symbol) -> Stable:
    """σ'(x) as e^{-x}/(1+e^{-x})² (N7, left)."""
    decay = Exponential(Negative(x))
    return Stable(Quotient(decay, Square(Sum((ONE, decay)))), float(sigmoid_slope(x.number)))


def slope_product(x: Symbol) -> Stable:
    """σ'(x) as σ(x)·(1−σ(x)) (N7, right)."""
    output = Symbol(rf"\sigma({x.name})", float(sigmoid(x.number)))
    return Stable(Product((output, difference(ONE, output))), float(sigmoid_slope(x.number)))


def slope_short(x: Symbol) -> Symbol:
    """σ'(x) by its name."""
    return Symbol(rf"\sigma'({x.name})", float(sigmoid_slope(x.number)))


def loss_expression(state: State) -> Stable:
    """−[yy·log y_out + (1−yy)·log(1−y_out)] (N3)."""
    y_out, yy = state.symbol(Variable("y_out")), state.yy
    inner = Sum(
        (
            Product((yy, Logarithm(y_out))),
            Product((difference(ONE, yy), Logarithm(difference(ONE, y_out)))),
        )
    )
    return Stable(Negative(Bracketed(inner)), float(state.gradients.loss))


def output_slope_bracket(state: State) -> Stable:
    """∂L/∂y_out as −[yy/y_out − (1−yy)/(1−y_out)] (N4)."""
    y_out, yy = state.symbol(Variable("y_out")), state.yy
    inner = difference(Quotient(yy, y_out), Quotient(difference(ONE, yy), difference(ONE, y_out)))
    return Stable(Negative(Bracketed(inner)), state.gradient(Variable("y_out")))


def output_slope_sum(state: State) -> Stable:
    """∂L/∂y_out as −yy/y_out + (1−yy)/(1−y_out) (N5, first form)."""
    y_out, yy = state.symbol(Variable("y_out")), state.yy
    form = Sum(
        (
            Negative(Quotient(yy, y_out)),
            Quotient(difference(ONE, yy), difference(ONE, y_out)),
        )
    )
    return Stable(form, state.gradient(Variable("y_out")))


def output_slope_quotient(state: State) -> Stable:
    """∂L/∂y_out as (y_out−yy)/(y_out·(1−y_out)) (N5, the form the derivations use)."""
    y_out, yy = state.symbol(Variable("y_out")), state.yy
    form = Quotient(difference(y_out, yy), Product((y_out, difference(ONE, y_out))))
    return Stable(form, state.gradient(Variable("y_out")))


def output_error(state: State) -> Stable:
    """y_out − yy: what ∂L/∂y_out · ∂y_out/∂α collapses to."""
    form = difference(state.symbol(Variable("y_out")), state.yy)
    return Stable(form, state.gradient(Variable("alpha")))


def output_slope(state: State) -> Partial:
    """∂L/∂y_out by its name."""
    return Partial("L", "y_{out}", state.gradient(Variable("y_out")))


def output_by_alpha(state: State) -> Partial:
    r"""∂y_out/∂α by its name."""
    slope = float(sigmoid_slope(state.values.alpha))
    return Partial("y_{out}", r"\alpha", slope)


def output_by_alpha_product(state: State) -> Stable:
    """∂y_out/∂α as y_out·(1−y_out)."""
    y_out = state.symbol(Variable("y_out"))
    form = Product((y_out, difference(ONE, y_out)))
    return Stable(form, float(sigmoid_slope(state.values.alpha)))


def output_chain(left: Expression, right: Expression, state: State) -> Stable:
    """∂L/∂y_out · ∂y_out/∂α in any written form, valued as y_out − yy.

    Past |α| ≈ 708 the left factor exceeds float64 and the right one vanishes; their product stays.
    """
    return Stable(times(left, right), state.gradient(Variable("alpha")))


def times(*factors: Expression) -> Product:
    """A product, nested products laid flat so that each factor keeps its place in the line."""
    flat: list[Expression] = []
    for factor in factors:
        flat.extend(factor.factors if isinstance(factor, Product) else (factor,))
    return Product(tuple(flat))
