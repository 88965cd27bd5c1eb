"""The notes' four-line derivation, for any variable of any network (N9–N13).

    line 1   ∂L/∂x = ∂L/∂y_out · ∂y_out/∂x
    line 2         = ∂L/∂y_out · ∂y_out/∂α · ∂α/∂x
    line 3         = ∂L/∂y_out · ∂y_out/∂α · (one term a window that x acts through)
    line 4         = everything written out

Which windows x acts through is read from the network's geometry, never typed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lib.derivation.expression import Expression, Partial, Product, Stable, Sum, Symbol
from lib.derivation.pieces import (
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
from lib.derivation.variable import Variable, symbol_of
from lib.network import Pixel, Window
from lib.network.loss import loss_slope_at_alpha, loss_slope_at_output


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a derivation and the notes' label for it, if they have it."""

    expression: Expression
    label: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """The part of ∂α/∂x that goes through one window, in three states of being written out."""

    window: Window
    named: Product
    """∂(w_a·o_{00})/∂s_0 · ∂s_0/∂x"""
    short: Product
    """w_a · σ'(s_0) · a_{00}"""
    written: Product
    """w_a · e^{-s_0}/(1+e^{-s_0})² · a_{00}"""
    meets: Variable | None
    """What x is multiplied by in this window: a pixel for a weight, a weight for a pixel."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """∂L/∂x, line by line."""

    variable: Variable
    left: Partial
    lines: tuple[Line, ...]
    short: Expression
    """The collapsed form, (y_out − yy)·…: the formula whose value keeps its digits."""
    long: Expression
    """Everything written out as in the notes: the formula that float64 cannot always compute."""
    scale: float
    """How large the value is before terms cancel: what its digits are counted against."""
    terms: tuple[Term, ...] = ()

    @property
    def value(self) -> float:
        """The number to show."""
        return self.short.value

    @property
    def shown(self) -> tuple[Line, ...]:
        """The notes' lines, then the collapsed form where none of them is it already."""
        if self.short.latex() in [line.expression.latex() for line in self.lines]:
            return self.lines
        return (*self.lines, Line(self.short))

    @property
    def textbook(self) -> float:
        """What float64 makes of the long form."""
        return self.long.textbook

    @property
    def loses_digits(self) -> bool:
        """Whether the long form, computed as written, is off by more than 1e-9 of its scale.

        Of the scale, not of the value: where windows cancel to nearly 0, no form keeps digits.
        """
        return not abs(self.textbook - self.value) <= 1e-9 * self.scale


def derive(variable: Variable, state: State) -> Derivation:
    """Derive ∂L/∂variable in the notes' form with the state's numbers."""
    left = Partial("L", symbol_of(variable, state.geometry), state.gradient(variable))
    if variable.group == "y_out":
        quotient = output_slope_quotient(state)
        forms = (
            Line(output_slope_bracket(state), "N4"),
            Line(output_slope_sum(state), "N5"),
            Line(quotient, "N5"),
        )
        scale = _slope_scale(state, at_output=True)
        return Derivation(variable, left, forms, short=quotient, long=quotient, scale=scale)
    scale = _slope_scale(state)
    if variable.group == "alpha":
        steps = collapse(state)
        return Derivation(
            variable, left, steps, output_error(state), long=steps[1].expression, scale=scale
        )

    name = symbol_of(variable, state.geometry)
    terms = _terms(variable, state)
    alpha_slope = sum(term.short.value for term in terms)
    before, through = output_slope(state), output_by_alpha(state)
    first = times(before, Partial("y_{out}", name, through.value * alpha_slope))
    named = output_chain(before, through, state)
    written = output_chain(
        output_slope_quotient(state), slope_exponential(state.symbol(Variable("alpha"))), state
    )
    labels = _labels(variable)
    lines = (
        Line(Stable(first, state.gradient(Variable("alpha")) * alpha_slope), labels[0]),
        Line(times(named, Partial(r"\alpha", name, alpha_slope)), labels[1]),
        Line(times(named, _sum([term.named for term in terms])), labels[2]),
        Line(times(written, _sum([term.written for term in terms])), labels[3]),
    )
    short = times(output_error(state), _sum([term.short for term in terms]))
    scale *= sum(abs(term.short.value) for term in terms)
    return Derivation(variable, left, lines, short, lines[-1].expression, scale, terms)


def collapse(state: State) -> tuple[Line, ...]:
    """∂L/∂α in the steps by which the product becomes y_out − yy."""
    quotient = output_slope_quotient(state)
    return (
        Line(output_chain(output_slope(state), output_by_alpha(state), state)),
        Line(
            output_chain(quotient, slope_exponential(state.symbol(Variable("alpha"))), state),
        ),
        Line(output_chain(quotient, output_by_alpha_product(state), state)),
        Line(output_error(state)),
    )


def _slope_scale(state: State, at_output: bool = False) -> float:
    """|∂L/∂α| or |∂L/∂y_out| before the two classes that a soft label mixes cancel."""
    slope = loss_slope_at_output if at_output else loss_slope_at_alpha
    for_zero, for_one = np.abs(slope(state.values.alpha, np.array([0.0, 1.0])))
    return float((1.0 - state.label) * for_zero + state.label * for_one)


def _labels(variable: Variable) -> tuple[str, str, str, str]:
    """The notes write out two derivations; every other one follows the second's pattern."""
    if variable == Variable("kernel", (0, 0)):
        return "N9", "N10", "N11", "N12"
    if variable.group == "image":
        return "N13", "N13", "N13", "N13"
    return "", "", "", ""


def _sum(terms: list[Product]) -> Expression:
    return terms[0] if len(terms) == 1 else Sum(tuple(terms))


def _terms(variable: Variable, state: State) -> tuple[Term, ...]:
    """One term for each window that the variable acts through."""
    windows = state.geometry.windows()
    match variable.group:
        case "kernel":
            m, n = variable.index
            return tuple(
                _window_term(w, Variable("image", (w.i + m, w.j + n)), variable, state)
                for w in windows
            )
        case "image":
            return tuple(
                _window_term(w, Variable("kernel", tuple(entry)), variable, state)
                for w, entry in state.geometry.windows_of(Pixel(*variable.index))
            )
        case _:
            return (_direct_term(windows[variable.index[0]], variable, state),)


def _dense_and_s(window: Window, state: State) -> tuple[Symbol, Symbol, str]:
    dense = state.symbol(Variable("dense", (window.k,)))
    s = state.symbol(Variable("s", (window.k,)))
    o = symbol_of(Variable("o", (window.k,)), state.geometry)
    return dense, s, rf"({dense.name} \cdot {o})"


def _window_term(window: Window, meets: Variable, variable: Variable, state: State) -> Term:
    """w_k·σ'(s_k)·(the pixel or weight that x meets in this window)."""
    dense, s, weighted = _dense_and_s(window, state)
    other = state.symbol(meets)
    short = slope_short(s)
    named = Product(
        (
            Partial(weighted, s.name, dense.number * short.number),
            Partial(s.name, symbol_of(variable, state.geometry), other.number),
        )
    )
    return Term(
        window=window,
        named=named,
        short=Product((dense, short, other)),
        written=Product((dense, slope_exponential(s), other)),
        meets=meets,
    )


def _direct_term(window: Window, variable: Variable, state: State) -> Term:
    """The one term of a dense weight, a map cell or a pre-activation."""
    dense, s, weighted = _dense_and_s(window, state)
    name = symbol_of(variable, state.geometry)
    short: Product
    match variable.group:
        case "dense":
            short = written = Product((state.symbol(Variable("o", (window.k,))),))
        case "o":
            short = written = Product((dense,))
        case _:
            short = Product((dense, slope_short(s)))
            written = Product((dense, slope_exponential(s)))
    named = Product((Partial(weighted, name, short.value),))
    return Term(window=window, named=named, short=short, written=written, meets=None)
