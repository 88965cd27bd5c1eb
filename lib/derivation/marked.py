"""A formula whose parts can be pointed at: the same LaTeX, each named part between two marks.

A part is a leaf with a name, or a fraction that stands written out for one: σ'(s_0), ∂L/∂y_out.
Marks are characters that no formula has, so that taking them out gives the formula as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

import numpy as np

from lib.derivation.chain import Derivation
from lib.derivation.expression import (
    Expression,
    Number,
    Partial,
    Product,
    Stable,
    Sum,
    Symbol,
    difference,
)
from lib.derivation.lessons import alpha_sum, map_cell, output_form, window_sum
from lib.derivation.number import Precision, latex_number
from lib.derivation.pieces import (
    ONE,
    output_by_alpha,
    output_by_alpha_product,
    output_error,
    output_slope,
    output_slope_bracket,
    output_slope_quotient,
    output_slope_sum,
    slope_exponential,
    slope_short,
)
from lib.derivation.state import State
from lib.derivation.variable import Variable

OPEN, CLOSE = "\ue000", "\ue001"
FIRST_PLACE = 0xE100
"""The character of place 0; it stands behind an opening mark."""
MARKS = re.compile(f"{OPEN}.|{CLOSE}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Marked(Expression):
    """A part of a formula, printed between marks that tell its place in a list."""

    part: Expression
    place: int
    computed: bool = False
    """A leaf that was computed keeps the zeros at the end of its number."""

    def written_binding(self, numbers: Precision | None) -> int:
        return self.part.written_binding(numbers)

    def latex(self, numbers: Precision | None = None) -> str:
        if self.computed and numbers and isinstance(self.part, Symbol | Partial):
            text = latex_number(self.part.number, numbers, zeros=True)
        else:
            text = self.part.latex(numbers)
        return f"{OPEN}{chr(FIRST_PLACE + self.place)}{text}{CLOSE}"

    def evaluate(self, textbook: bool) -> np.float64:
        return self.part.evaluate(textbook)

    def children(self) -> tuple[Expression, ...]:
        return (self.part,)


def marked(
    formula: Expression,
    standing_for: dict[str, str],
    place_of: Callable[[str, float], int],
    entered: Container[str] | None = None,
) -> Expression:
    """The formula with its named parts marked.

    Args:
        formula: any; it is not marked itself, only what is in it.
        standing_for: the names of written-out forms, as :func:`written_out` gives them.
        place_of: the place of a part, from its name as LaTeX and its value.
        entered: the names whose numbers stand as they were entered; those of all others keep the
            zeros at their end. Without it all are written like entered ones.
    """

    def inside(node: Expression) -> Expression:
        parts = []
        for name in _fields_of(type(node)):
            part = getattr(node, name)
            if isinstance(part, tuple):
                part = tuple([of(child) for child in part])
            elif isinstance(part, Expression):
                part = of(part)
            parts.append(part)
        return type(node)(*parts)

    def of(node: Expression) -> Expression:
        if isinstance(node, Symbol | Partial):
            name = node.latex()
            computed = entered is not None and name not in entered
            return Marked(node, place_of(name, node.number), computed)
        if isinstance(node, Number):
            return node
        if isinstance(node, Stable) and (stands_for := standing_for.get(node.latex())):
            return Marked(inside(node), place_of(stands_for, node.number))
        return inside(node)

    return of(formula) if isinstance(formula, Symbol | Partial) else inside(formula)


@cache
def _fields_of(kind: type[Any]) -> tuple[str, ...]:
    """The names of a node's fields: every node is a dataclass."""
    return tuple(one.name for one in fields(kind))


def written_out(state: State) -> dict[str, str]:
    """The name of each form that a derivation writes out in its place, by the form's LaTeX."""
    alpha = state.symbol(Variable("alpha"))
    slope, through = output_slope(state).latex(), output_by_alpha(state).latex()
    forms = {
        output_slope_bracket(state): slope,
        output_slope_sum(state): slope,
        output_slope_quotient(state): slope,
        output_by_alpha_product(state): through,
        slope_exponential(alpha): through,
        output_error(state): error_name(state),
    }
    for window in state.geometry.windows():
        s = state.symbol(Variable("s", (window.k,)))
        forms[slope_exponential(s)] = slope_short(s).name
    return {form.latex(): name for form, name in forms.items()}


def error_name(state: State) -> str:
    """What y_out − yy is: ∂L/∂α."""
    return Partial("L", state.symbol(Variable("alpha")).name, 0.0).latex()


def made_of(derivation: Derivation, state: State) -> dict[str, Expression]:
    """The formula behind each name in the lines of a derivation, and behind the names in those.

    What is not here is given: a pixel, a weight, the label.
    """
    found: dict[str, Expression] = {
        output_slope(state).latex(): output_slope_quotient(state),
        output_by_alpha(state).latex(): output_by_alpha_product(state),
        error_name(state): output_error(state),
        state.symbol(Variable("alpha")).name: alpha_sum(state),
        state.symbol(Variable("y_out")).name: output_form(state),
    }
    for window in state.geometry.windows():
        k = window.k
        s, o = (state.symbol(Variable(group, (k,))) for group in ("s", "o"))
        slope = slope_short(s)
        found[s.name] = window_sum(k, state)
        found[o.name] = map_cell(k, state)
        found[slope.name] = Stable(Product((o, difference(ONE, o))), slope.number)
    if not derivation.terms:
        return found
    shorts = [term.short for term in derivation.terms]
    by_alpha = shorts[0] if len(shorts) == 1 else Sum(tuple(shorts))
    name = derivation.left.bottom
    alpha_slope = Partial(state.symbol(Variable("alpha")).name, name, by_alpha.value)
    output = Partial(state.symbol(Variable("y_out")).name, name, 0.0)
    found[alpha_slope.latex()] = by_alpha
    found[output.latex()] = Product((output_by_alpha(state), alpha_slope))
    for term in derivation.terms:
        first, *rest = term.named.factors
        factors = term.short.factors
        found[first.latex()] = Product(factors[:2]) if rest else term.short
        for step in rest:  # ∂s/∂x: what x meets there
            found[step.latex()] = factors[-1]
    return found
