"""A tree that lies is caught: a check that never fails checks nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from lib.derivation import Derivation, State, derive, variables
from lib.derivation.chain import Line
from lib.derivation.expression import Expression, Negative, Partial, Product, Stable, Sum, Symbol
from tests.derivation.checks import (
    check_literals,
    check_names,
    check_substituted,
    check_symbols,
    check_values,
)
from tests.derivation.oracle import Oracle
from tests.derivation.states import condition, scale_of, seeded_state

Change = Callable[[Expression], Expression]


def rebuilt(node: Expression, change: Change) -> Expression:
    """The tree with ``change`` applied to every node, from the leaves up."""
    match node:
        case Sum(terms):
            node = Sum(tuple(rebuilt(term, change) for term in terms))
        case Product(factors):
            node = Product(tuple(rebuilt(factor, change) for factor in factors))
        case Stable(form, number):
            node = Stable(rebuilt(form, change), number)
        case Negative(operand):
            node = Negative(rebuilt(operand, change))
    return change(node)


def swap_names(node: Expression) -> Expression:
    """The right number under a wrong name: the kernel flipped in print only."""
    if isinstance(node, Symbol) and node.name == "w_{21}":
        return Symbol("w_{10}", node.number)
    return node


def wrong_number(node: Expression) -> Expression:
    if isinstance(node, Symbol) and node.name == "w_{21}":
        return Symbol("w_{21}", node.number * 1.000001)
    return node


def wrong_partial(node: Expression) -> Expression:
    if isinstance(node, Partial) and node.top == "s_{0}":
        return Partial("s_{1}", node.bottom, node.number)
    return node


def lost_window(node: Expression) -> Expression:
    return Sum(node.terms[:-1]) if isinstance(node, Sum) and len(node.terms) > 2 else node


def lost_in_print(node: Expression) -> Expression:
    """The formula leaves a window out while the value beside it is right."""
    return Stable(lost_window(node), node.value) if isinstance(node, Sum) else node


def wrong_sign(node: Expression) -> Expression:
    return Negative(node) if isinstance(node, Sum) and len(node.terms) > 2 else node


class Unparenthesised(Sum):
    """A sum that forgets that a product binds tighter."""

    def inside(self, binding: int, numbers: object) -> str:  # noqa: ARG002
        return self.latex(numbers)


def no_parentheses(node: Expression) -> Expression:
    return Unparenthesised(node.terms) if isinstance(node, Sum) else node


class Misprinted(Symbol):
    """A leaf that shows another number than it has."""

    def latex(self, numbers: object = None) -> str:
        return "0.5" if numbers else self.name


def misprint(node: Expression) -> Expression:
    if isinstance(node, Symbol) and node.name == "w_{21}":
        return Misprinted(node.name, node.number)
    return node


CHANGES = [
    swap_names, wrong_number, wrong_partial, lost_window, lost_in_print, wrong_sign,
    no_parentheses, misprint,
]  # fmt: skip


def check_all(derivation: Derivation, state: State, oracle: Oracle) -> None:
    check_values(derivation, state)
    check_names(derivation, state, oracle)
    check_symbols(derivation, state)
    check_literals(derivation, 17)


@pytest.mark.parametrize("change", CHANGES)
def test_a_lie_anywhere_in_the_lines_is_caught(change: Change) -> None:
    state = seeded_state(5)
    oracle = Oracle(state)
    caught = False
    for variable in variables(state.geometry):
        honest = derive(variable, state)
        lines = tuple(Line(rebuilt(line.expression, change), line.label) for line in honest.lines)
        if lines == honest.lines and change not in (no_parentheses, misprint):
            check_all(honest, state, oracle)
            continue
        try:
            check_all(replace(honest, lines=lines), state, oracle)
        except AssertionError:
            caught = True
        else:
            assert change in (no_parentheses, misprint, lost_in_print), variable
    assert caught


def test_a_sign_lost_when_numbers_go_in_is_caught() -> None:
    state = seeded_state(1)
    derivation = derive(variables(state.geometry)[0], state)
    assert min(state.parameters.dense) < 0

    class Unsigned(Symbol):
        def latex(self, numbers: object = None) -> str:
            return super().latex(numbers).lstrip("-")

    def unsigned(node: Expression) -> Expression:
        return Unsigned(node.name, node.number) if isinstance(node, Symbol) else node

    tolerance = 1e-13 * condition(state) * scale_of(derivation.variable, state)
    check_substituted(derivation.short, derivation.value, tolerance)
    with pytest.raises(AssertionError):
        check_substituted(rebuilt(derivation.short, unsigned), derivation.value, tolerance)
