"""The factors that the notes' derivations are made of, each in every form the notes write it.

``k`` is the index of the output: () where there is one, (k,) where there are several.
"""

from __future__ import annotations

from collections.abc import Sequence

from lib.derivation.expression import (
    MOST_TERMS,
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
from lib.derivation.variable import Group, Variable
from lib.network.places import places
from lib.network.sigmoid import sigmoid, sigmoid_slope

ONE, ZERO, TWO = Number(1), Number(0), Number(2)
Index = tuple[int, ...]


def output_and_label(state: State, k: Index) -> tuple[Symbol, Symbol]:
    """y_out and yy; α and yy where there is no y."""
    group: Group = "y_out" if state.architecture.has_output else "alpha"
    return state.symbol(Variable(group, k)), state.symbol(Variable("label", k))


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


def cross_entropy_form(state: State, k: Index = ()) -> Negative:
    """−[yy·log y_out + (1−yy)·log(1−y_out)] (N3)."""
    y_out, yy = output_and_label(state, k)
    inner = Sum(
        (
            Product((yy, Logarithm(y_out))),
            Product((difference(ONE, yy), Logarithm(difference(ONE, y_out)))),
        )
    )
    return Negative(Bracketed(inner))


def loss_expression(state: State) -> Stable:
    """L as its head writes it: cross-entropy (N3), −Σ yy_k·log y_k, Σ (y_k−yy_k)², Σ g·o."""
    known = places(state.architecture)
    if "given" in known:
        pairs = zip(known["given"].cells(), known[state.architecture.last_map].cells(), strict=True)
        products = [Product((state.symbol(g), state.symbol(cell))) for g, cell in pairs]
        return Stable(shortened(products), state.loss)
    every = [alpha.index for alpha in known["alpha"].cells()]
    form: Expression
    match state.architecture.head:
        case "cross_entropy":
            form = total([cross_entropy_form(state, k) for k in every])
        case "softmax":
            both = [output_and_label(state, k) for k in every]
            form = Negative(Bracketed(total([Product((yy, Logarithm(y))) for y, yy in both])))
        case _:
            form = total([Square(difference(*output_and_label(state, k))) for k in every])
    return Stable(form, state.loss)


def output_slope_bracket(state: State, k: Index = ()) -> Stable:
    """∂L/∂y_out as −[yy/y_out − (1−yy)/(1−y_out)] (N4)."""
    y_out, yy = output_and_label(state, k)
    inner = difference(Quotient(yy, y_out), Quotient(difference(ONE, yy), difference(ONE, y_out)))
    return Stable(Negative(Bracketed(inner)), state.gradient(Variable("y_out", k)))


def output_slope_sum(state: State, k: Index = ()) -> Stable:
    """∂L/∂y_out as −yy/y_out + (1−yy)/(1−y_out) (N5, first form)."""
    y_out, yy = output_and_label(state, k)
    form = Sum(
        (
            Negative(Quotient(yy, y_out)),
            Quotient(difference(ONE, yy), difference(ONE, y_out)),
        )
    )
    return Stable(form, state.gradient(Variable("y_out", k)))


def output_slope_quotient(state: State, k: Index = ()) -> Stable:
    """∂L/∂y_out as (y_out−yy)/(y_out·(1−y_out)) (N5, the form the derivations use)."""
    y_out, yy = output_and_label(state, k)
    form = Quotient(difference(y_out, yy), Product((y_out, difference(ONE, y_out))))
    return Stable(form, state.gradient(Variable("y_out", k)))


def output_error(state: State, k: Index = ()) -> Stable:
    """y_out − yy: what ∂L/∂y_out · ∂y_out/∂α collapses to."""
    form = difference(*output_and_label(state, k))
    return Stable(form, state.gradient(Variable("alpha", k)))


def output_slope(state: State, k: Index = ()) -> Partial:
    """∂L/∂y_out by its name."""
    y_out = Variable("y_out", k)
    return Partial("L", state.name(y_out), state.gradient(y_out))


def output_by_alpha(state: State, k: Index = ()) -> Partial:
    r"""∂y_out/∂α by its name."""
    alpha = state.symbol(Variable("alpha", k))
    slope = float(sigmoid_slope(alpha.number))
    return Partial(state.name(Variable("y_out", k)), alpha.name, slope)


def output_by_alpha_product(state: State, k: Index = ()) -> Stable:
    """∂y_out/∂α as y_out·(1−y_out)."""
    y_out = state.symbol(Variable("y_out", k))
    form = Product((y_out, difference(ONE, y_out)))
    return Stable(form, float(sigmoid_slope(state.number(Variable("alpha", k)))))


def output_chain(left: Expression, right: Expression, state: State, k: Index = ()) -> Stable:
    """∂L/∂y_out · ∂y_out/∂α in any written form, valued as y_out − yy.

    Past |α| ≈ 708 the left factor exceeds float64 and the right one vanishes; their product stays.
    """
    return Stable(times(left, right), state.gradient(Variable("alpha", k)))


def total(terms: Sequence[Expression]) -> Expression:
    """A sum: of nothing 0, of one term that term."""
    if len(terms) < 2:
        return terms[0] if terms else ZERO
    return Sum(tuple(terms))


def shortened(terms: Sequence[Expression]) -> Expression:
    """A sum that is elided where it has more terms than a reader follows."""
    return Sum(tuple(terms), elided=True) if len(terms) > MOST_TERMS else total(terms)


def times(*factors: Expression) -> Product:
    """A product, nested products laid flat so that each factor keeps its place in the line."""
    flat: list[Expression] = []
    for factor in factors:
        flat.extend(factor.factors if isinstance(factor, Product) else (factor,))
    return Product(tuple(flat))
