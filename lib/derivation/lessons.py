"""The notes' equations before the chain rule: loss, sigmoid, forward pass (N1–N3, N6–N8)."""

from __future__ import annotations

import math

from lib.derivation.activation import function_form
from lib.derivation.expression import (
    Exponential,
    Expression,
    Logarithm,
    Negative,
    Number,
    Product,
    Quotient,
    Stable,
    Sum,
    Symbol,
)
from lib.derivation.expression import Largest as Maximum
from lib.derivation.pieces import loss_expression, shortened, total
from lib.derivation.state import State, is_of_notes_kind
from lib.derivation.variable import Variable
from lib.network import sigmoid
from lib.network.made_of import Elementwise, Largest, Mean, Products, Share, made_of


def label_distribution(state: State) -> tuple[Symbol, Symbol]:
    """P of N2, the label's distribution: (yy, 1 − yy)."""
    return Symbol("P_{1}(x)", state.label), Symbol("P_{0}(x)", 1.0 - state.label)


def prediction_distribution(state: State) -> tuple[Symbol, Symbol]:
    """Q of N2, the prediction's distribution: (y_out, 1 − y_out)."""
    alpha = float(state.values.alpha)
    return (
        Symbol("Q_{1}(x)", float(sigmoid(alpha))),
        Symbol("Q_{0}(x)", float(sigmoid(-alpha))),
    )


def cross_entropy_sum(state: State) -> Expression:
    """−Σ_i P_i(x)·log Q_i(x) for two classes (N2)."""
    pairs = zip(label_distribution(state), prediction_distribution(state), strict=True)
    form = Negative(Sum(tuple(Product((p, Logarithm(q))) for p, q in pairs)))
    return Stable(form, float(state.gradients.loss))  # as written, 0·log 0 is NaN


def base_two(state: State) -> Quotient:
    """The loss in bits: L / ln 2 (N1)."""
    return Quotient(Symbol("L", float(state.gradients.loss)), Symbol(r"\ln 2", math.log(2.0)))


def value_form(variable: Variable, state: State) -> Expression:
    """What a computed value is made of: s and α as sums of products (N8), o and y as functions
    (N6), a pooled cell as the largest or the mean of its members."""
    of = made_of(state.architecture)[variable]
    reads = [state.symbol(read) for read in of.reads]
    match of:
        case Products(pairs, bias):
            products = [Product((state.symbol(w), state.symbol(source))) for w, source in pairs]
            return shortened([*products, state.symbol(bias)] if bias else products)
        case Elementwise(function, source):
            return function_form(function, state.symbol(source), state.symbol(variable))
        case Largest():
            return Maximum(tuple(reads))
        case Mean():
            return Quotient(total(reads), Number(len(reads)))
        case Share(_, k):
            powers = [Exponential(alpha) for alpha in reads]
            return Stable(Quotient(powers[k], total(powers)), state.number(variable))
    return loss_expression(state)


def value_label(variable: Variable, state: State) -> str:
    """The notes' label of that equation, if it is one of theirs."""
    of, net = made_of(state.architecture)[variable], state.architecture
    if isinstance(of, Elementwise) and of.function == "sigmoid":
        return "N6"
    if variable.group == "alpha" and is_of_notes_kind(net):
        return "N8"
    if variable.group == "loss" and net.head == "cross_entropy" and net.outputs == 1:
        return "N3"
    return ""


def window_sum(k: int, state: State) -> Expression:
    """s_k = Σ_{m,n} w_{mn}·a_{i+m, j+n}, all its products written out."""
    return value_form(Variable("s", (k,)), state)


def map_cell(k: int, state: State) -> Expression:
    """o_{ij} = σ(s_k) = 1/(1+e^{-s_k})."""
    return value_form(Variable("o", (k,)), state)


def alpha_sum(state: State) -> Expression:
    """α = w_a·o_{00} + w_b·o_{01} + w_c·o_{10} + w_d·o_{11} (N8)."""
    return value_form(Variable("alpha"), state)


def output_form(state: State) -> Expression:
    """y_out = σ(α) = 1/(1+e^{-α})."""
    return value_form(Variable("y_out"), state)
