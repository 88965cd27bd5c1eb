"""The ways in which every derivation is held; each raises AssertionError when it finds a lie."""

from __future__ import annotations

import math

from lib.derivation import Derivation, Expression, Precision, State, derive, variables
from tests.derivation.oracle import Oracle
from tests.derivation.reading import (
    bounds,
    evaluate,
    expected_literals,
    names,
    printed_literals,
    substituted,
    symbolic,
)
from tests.derivation.states import condition, scale_of

FLOOR = 1e-290
"""Products of numbers as small as this have no digits in float64."""


def all_derivations(state: State) -> list[Derivation]:
    """The derivation of every variable of the state's network."""
    return [derive(variable, state) for variable in variables(state.geometry)]


def forms(derivation: Derivation) -> list[Expression]:
    """Every formula that claims to be ∂L/∂x."""
    return [*(line.expression for line in derivation.lines), derivation.short, derivation.long]


def check_values(derivation: Derivation, state: State) -> None:
    """Every line and the short form have the value that lib.network computes."""
    want = state.gradient(derivation.variable)
    tolerance = 1e-12 * scale_of(derivation.variable, state) + FLOOR
    assert derivation.left.value == want
    for form in forms(derivation):
        assert abs(form.value - want) <= tolerance, (derivation.variable, form.latex())


def check_names(derivation: Derivation, state: State, oracle: Oracle) -> None:
    """Every name in every line stands for the number that the oracle finds under that name."""
    for form in [derivation.left, *forms(derivation)]:
        for name, number in names(form).items():
            want = oracle.number(name)
            tolerance = 1e-13 * condition(state) * max(abs(want), abs(number), 1e-2) + FLOOR
            assert abs(number - want) <= tolerance, (derivation.variable, name, number, want)


def check_symbols(derivation: Derivation, state: State) -> None:
    """Every line's LaTeX, read by SymPy and evaluated with the names' numbers, is the gradient."""
    want = state.gradient(derivation.variable)
    tolerance = 1e-14 * condition(state) * scale_of(derivation.variable, state) + FLOOR
    for form in forms(derivation):
        text, order = symbolic(form)
        numbers = names(form)
        got = evaluate(text, [numbers[name] for name in order])
        assert abs(got - want) <= tolerance, (derivation.variable, form.latex(), got, want)


def check_literals(derivation: Derivation, precision: Precision) -> None:
    """The numbers in the substituted LaTeX are the state's, in order, at the precision."""
    for form in forms(derivation):
        held = names(form)
        want = expected_literals(form, precision, held.__getitem__)
        assert printed_literals(form, precision) == want, (derivation.variable, form.latex())


def check_substituted(expression: Expression, want: float, tolerance: float) -> None:
    """The LaTeX with all digits in, read by SymPy and evaluated, is the value."""
    text, literals = substituted(expression, 17)
    got = evaluate(text, literals)
    assert abs(got - want) <= tolerance, (expression.latex(17), got, want)


def check_within_precision(expression: Expression, want: float, precision: Precision) -> None:
    """The true value and the value of what is printed lie where the printed digits allow."""
    text, order = symbolic(expression)
    held = names(expression)
    low, high = bounds(text, [held[name] for name in order], precision)
    assert low <= want <= high, (expression.latex(), low, want, high)
    printed_text, literals = substituted(expression, precision)
    try:
        printed = evaluate(printed_text, literals)
    except ZeroDivisionError:  # 1 − y_out prints as 1 − 1: the bounds must say so too
        assert math.isinf(low) or math.isinf(high)
        return
    assert low <= printed <= high, (expression.latex(precision), low, printed, high)
