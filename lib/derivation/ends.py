"""The end of a derivation at L: what stands before the sum at one α, for each head.

    named     ∂L/∂y · ∂y/∂α
    written   (y−yy)/(y·(1−y)) · e^{−α}/(1+e^{−α})²
    short     y − yy

The label of a softmax is one class t, so that L = −log y_t: the only way to L goes through y_t.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lib.derivation.expression import (
    Expression,
    Negative,
    Partial,
    Product,
    Quotient,
    Stable,
    difference,
)
from lib.derivation.pieces import (
    ONE,
    TWO,
    Index,
    output_and_label,
    output_by_alpha,
    output_by_alpha_product,
    output_chain,
    output_error,
    output_slope,
    output_slope_bracket,
    output_slope_quotient,
    output_slope_sum,
    slope_exponential,
    slope_short,
    times,
)
from lib.derivation.state import State
from lib.derivation.variable import Variable
from lib.network.loss import loss_slope_at_alpha, loss_slope_at_output
from lib.network.places import places


@dataclass(frozen=True, slots=True)
class End:
    """Between one α and L."""

    alpha: Variable
    before: Partial
    """∂L/∂y; ∂L/∂α where there is no y."""
    through: Partial | None
    """∂y/∂α; None where there is no y."""
    named: Expression
    """∂L/∂α by those names."""
    written: Expression
    """∂L/∂α written out, as the notes do."""
    short: Expression
    """∂L/∂α in the form that keeps its digits."""
    scale: float
    """|∂L/∂α| before the two classes that a soft label mixes cancel."""


def outputs(state: State) -> tuple[Index, ...]:
    """The index of each output."""
    return tuple(alpha.index for alpha in places(state.architecture)["alpha"].cells())


def true_class(state: State) -> Index:
    """The class that a softmax should have found."""
    return (int(np.argmax(state.label)),)


def end_of(state: State, k: Index) -> End:
    """What stands between α_k and L: the same for every variable, so made once a state."""
    if k not in state.kept:
        state.kept[k] = _end_of(state, k)
    end: End = state.kept[k]
    return end


def _end_of(state: State, k: Index) -> End:
    alpha = Variable("alpha", k)
    slope = state.gradient(alpha)
    if state.architecture.head == "squared":
        by_alpha = Partial("L", state.name(alpha), slope)
        written = Stable(times(TWO, difference(*output_and_label(state, k))), slope)
        scale = 2.0 * (abs(state.number(alpha)) + abs(state.number(Variable("label", k))))
        return End(alpha, by_alpha, None, by_alpha, written, written, scale)
    before, through = output_slope(state, _reaches(state, k)), through_output(state, k)
    named = output_chain(before, through, state, k)
    short, scale = output_error(state, k), slope_scale(state, k)
    written = output_chain(*_written(state, k), state, k)
    if state.architecture.head == "sigmoid_squared":
        half = Stable(difference(*output_and_label(state, k)), before.number / 2.0)
        factors = (TWO, half, slope_short(state.symbol(alpha)))
        short, scale = Stable(Product(factors), slope), 2.0 * scale * abs(through.number)
    return End(alpha, before, through, named, written, short, scale)


def through_output(state: State, k: Index) -> Partial:
    """∂y/∂α_k by its name; under softmax of the true class' y."""
    if state.architecture.head != "softmax":
        return output_by_alpha(state, k)
    y = Variable("y_out", true_class(state))
    return Partial(state.name(y), state.name(Variable("alpha", k)), _share_slope(state, k))


def slopes_at_output(state: State, k: Index) -> tuple[tuple[Expression, str], ...]:
    """∂L/∂y_k in every form that it is written in, each with the notes' label for it."""
    slope = state.gradient(Variable("y_out", k))
    y, yy = output_and_label(state, k)
    match state.architecture.head:
        case "softmax":
            return ((Stable(Negative(Quotient(yy, y)), slope), ""),)
        case "sigmoid_squared":
            return ((Stable(times(TWO, difference(y, yy)), slope), ""),)
    labels = ("", "") if k else ("N4", "N5")
    return (
        (output_slope_bracket(state, k), labels[0]),
        (output_slope_sum(state, k), labels[1]),
        (output_slope_quotient(state, k), labels[1]),
    )


def collapsing(state: State, k: Index) -> Stable:
    """∂L/∂α_k with ∂y/∂α_k in y: what the collapse is read from."""
    before = slopes_at_output(state, _reaches(state, k))[-1][0]
    return output_chain(before, _slope_in_y(state, k), state, k)


def step_to_alpha(state: State, k: Index) -> Stable:
    """∂L/∂α_k from ∂L/∂y, which is known: ∂L/∂y · y·(1−y)."""
    return output_chain(output_slope(state, _reaches(state, k)), _slope_in_y(state, k), state, k)


def alpha_forms(state: State, k: Index) -> tuple[Expression, ...]:
    """∂L/∂α_k step by step: by its names, written out, and what it collapses to."""
    end = end_of(state, k)
    match state.architecture.head:
        case "squared":
            return (end.written,)
        case "softmax":
            return end.named, end.written, end.short
    return end.named, end.written, collapsing(state, k), end.short


def slope_scale(state: State, k: Index, at_output: bool = False) -> float:
    """|y − yy| or |∂L/∂y| before the two classes that a soft label mixes cancel."""
    net = state.architecture
    if net.head == "softmax":
        return abs(state.gradient(Variable("y_out" if at_output else "alpha", k)))
    slope = loss_slope_at_output if at_output else loss_slope_at_alpha
    if net.head == "sigmoid_squared":
        slope = loss_slope_at_alpha
    alpha = np.asarray(state.number(Variable("alpha", k)))
    for_zero, for_one = np.abs(slope(alpha, np.array([0.0, 1.0])))
    label = state.number(Variable("label", k))
    return float((1.0 - label) * for_zero + label * for_one)


def _reaches(state: State, k: Index) -> Index:
    """The output through which α_k reaches L."""
    return true_class(state) if state.architecture.head == "softmax" else k


def _written(state: State, k: Index) -> tuple[Expression, Expression]:
    """∂L/∂y and ∂y/∂α_k as they stand in the last line."""
    before = slopes_at_output(state, _reaches(state, k))[-1][0]
    if state.architecture.head == "softmax":
        return before, _slope_in_y(state, k)
    return before, slope_exponential(state.symbol(Variable("alpha", k)))


def _slope_in_y(state: State, k: Index) -> Stable:
    """∂y/∂α_k as y·(1−y), or as −y_t·y_k under softmax."""
    if state.architecture.head != "softmax":
        return output_by_alpha_product(state, k)
    right, y = (
        state.symbol(Variable("y_out", true_class(state))),
        state.symbol(Variable("y_out", k)),
    )
    own = k == true_class(state)
    form = Product((y, difference(ONE, y))) if own else Negative(Product((right, y)))
    return Stable(form, _share_slope(state, k))


def _share_slope(state: State, k: Index) -> float:
    """∂y_t/∂α_k: y_t·Σ_{j≠t} y_j for k = t, else −y_t·y_k."""
    t = true_class(state)
    y = [state.number(Variable("y_out", other)) for other in outputs(state)]
    others = sum(share for j, share in enumerate(y) if j != t[0])
    return y[t[0]] * others if k == t else -y[t[0]] * y[k[0]]
