"""The notes' equations before the chain rule: loss, sigmoid, forward pass (N1–N3, N6–N8)."""

from __future__ import annotations

import math

from lib.derivation.expression import (
    Expression,
    Logarithm,
    Negative,
    Product,
    Quotient,
    Stable,
    Sum,
    Symbol,
)
from lib.derivation.pieces import sigmoid_form
from lib.derivation.state import State
from lib.derivation.variable import Variable
from lib.network import Geometry, sigmoid


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


def window_sum(k: int, state: State) -> Sum:
    """s_k = Σ_{m,n} w_{mn}·a_{i+m, j+n}, all its products written out."""
    geometry: Geometry = state.geometry
    window = geometry.windows()[k]
    return Sum(
        tuple(
            Product(
                (
                    state.symbol(Variable("kernel", tuple(entry))),
                    state.symbol(Variable("image", tuple(geometry.pixel_under(window, entry)))),
                )
            )
            for entry in geometry.kernel_entries()
        )
    )


def map_cell(k: int, state: State) -> Expression:
    """o_{ij} = σ(s_k) = 1/(1+e^{-s_k})."""
    return sigmoid_form(state.symbol(Variable("s", (k,))))


def alpha_sum(state: State) -> Sum:
    """α = w_a·o_{00} + w_b·o_{01} + w_c·o_{10} + w_d·o_{11} (N8)."""
    return Sum(
        tuple(
            Product((state.symbol(Variable("dense", (w.k,))), state.symbol(Variable("o", (w.k,)))))
            for w in state.geometry.windows()
        )
    )


def output_form(state: State) -> Expression:
    """y_out = σ(α) = 1/(1+e^{-α})."""
    return sigmoid_form(state.symbol(Variable("alpha")))
