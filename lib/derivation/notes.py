"""The notes' equations N1–N13, in their order and with symbols, from what carries the numbers.

Nothing is typed again that a page computes with: each formula is printed by the expression that the
lessons evaluate.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lib.derivation.chain import Derivation, derive
from lib.derivation.expression import Expression, Symbol
from lib.derivation.lessons import alpha_sum, base_two
from lib.derivation.pieces import (
    loss_expression,
    output_slope_bracket,
    output_slope_quotient,
    output_slope_sum,
    sigmoid_form,
    slope_exponential,
    slope_product,
)
from lib.derivation.state import State
from lib.derivation.variable import Variable

LABELS = tuple(f"N{n}" for n in range(1, 14))

FIRST = Variable("kernel", (0, 0))
"""What the notes' first derivation differentiates by (N9–N12)."""

SECOND = Variable("image", (2, 1))
"""What their second one differentiates by (N13)."""

CROSS_ENTROPY = r"L = -\sum_{i} P_{i}(x) \cdot \log Q_{i}(x)"
"""N2: the sum over the classes, which no expression of two classes can print."""


@dataclass(frozen=True, slots=True)
class Equation:
    """One of the notes' equations: its label, and its lines as LaTeX."""

    label: str
    lines: tuple[str, ...]


def equations(state: State) -> tuple[Equation, ...]:
    """N1 to N13; the state gives the names, its numbers stand in none of them."""
    x = Symbol("x", 0.0)
    slope = r"\frac{\partial L}{\partial y_{out}}"
    first, second = derive(FIRST, state), derive(SECOND, state)
    return (
        Equation("N1", (r"\log x = \log_{e} x = \ln x", f"L_{{2}} = {base_two(state).latex()}")),
        Equation("N2", (CROSS_ENTROPY,)),
        Equation("N3", (_line("L", loss_expression(state)),)),
        Equation("N4", (_line(slope, output_slope_bracket(state)),)),
        Equation(
            "N5",
            (_line(slope, output_slope_sum(state)), _line(slope, output_slope_quotient(state))),
        ),
        Equation("N6", (_line(r"\sigma(x)", sigmoid_form(x)),)),
        Equation(
            "N7",
            (_line(r"\sigma'(x)", slope_exponential(x)), _line(r"\sigma'(x)", slope_product(x))),
        ),
        Equation("N8", (_line(r"\alpha", alpha_sum(state)),)),
        *(Equation(label, lines) for label, lines in _derivation_1(first)),
        Equation("N13", tuple(_derivation_lines(second))),
    )


def _line(left: str, form: Expression) -> str:
    return f"{left} = {form.latex()}"


def _derivation_lines(derivation: Derivation) -> Iterator[str]:
    """The notes' four lines, each with its left side."""
    for line in derivation.lines:
        yield _line(derivation.left.latex(), line.expression)


def _derivation_1(derivation: Derivation) -> Iterator[tuple[str, tuple[str, ...]]]:
    """N9 to N12: a label a line."""
    for line, written in zip(derivation.lines, _derivation_lines(derivation), strict=True):
        yield line.label, (written,)
