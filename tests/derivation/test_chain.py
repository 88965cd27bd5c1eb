"""Every derivation, held three ways: against the network, by its own LaTeX, by its numbers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.derivation import PRECISIONS, Precision, State, Variable, derive, variables
from tests.derivation.checks import (
    all_derivations,
    check_literals,
    check_names,
    check_substituted,
    check_symbols,
    check_values,
    check_within_precision,
    forms,
)
from tests.derivation.oracle import Oracle
from tests.derivation.states import (
    NOTES,
    OTHERS,
    SHAPES,
    Shape,
    condition,
    scale_of,
    seeded_state,
    states,
)


@settings(max_examples=60)
@given(states())
def test_every_line_has_the_network_s_value(state: State) -> None:
    for derivation in all_derivations(state):
        check_values(derivation, state)


@settings(max_examples=12)
@given(states())
def test_every_line_s_latex_evaluates_to_the_gradient(state: State) -> None:
    oracle = Oracle(state)
    for derivation in all_derivations(state):
        check_names(derivation, state, oracle)
        check_symbols(derivation, state)


@settings(max_examples=40)
@given(states(size=1e5) | states(), st.sampled_from(PRECISIONS))
def test_the_numbers_put_in_are_the_state_s(state: State, precision: Precision) -> None:
    for derivation in all_derivations(state):
        check_literals(derivation, precision)


@pytest.mark.parametrize(("shape", "stride"), [(NOTES, 2), *((shape, 16) for shape in OTHERS)])
def test_every_line_with_all_digits_in_evaluates_to_the_gradient(shape: Shape, stride: int) -> None:
    state = seeded_state(1, shape, label=0.35)
    for derivation in all_derivations(state)[::stride]:  # SymPy takes a second for a long line
        tolerance = 1e-13 * condition(state) * scale_of(derivation.variable, state)
        for form in forms(derivation):
            check_substituted(form, derivation.value, tolerance)


@settings(max_examples=30)
@given(states(shape=((2, 2), (2, 1))), st.data())
def test_any_state_s_line_with_all_digits_in(state: State, data: st.DataObject) -> None:
    variable = data.draw(st.sampled_from(variables(state.geometry)))
    form = data.draw(st.sampled_from(forms(derive(variable, state))))
    tolerance = 1e-13 * condition(state) * scale_of(variable, state) + 1e-290
    check_substituted(form, state.gradient(variable), tolerance)


@pytest.mark.parametrize(("shape", "precision"), [(NOTES, 3), (OTHERS[0], 6), (OTHERS[3], 3)])
def test_a_shorter_form_is_off_by_no_more_than_its_digits(
    shape: Shape, precision: Precision
) -> None:
    state = seeded_state(3, shape, label=0.35)
    for derivation in all_derivations(state)[:: 3 if shape == NOTES else 12]:
        for form in forms(derivation):
            check_within_precision(form, derivation.value, precision)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_term_names_what_the_variable_meets(shape: Shape) -> None:
    state = seeded_state(4, shape)
    for derivation in all_derivations(state):
        group = derivation.variable.group
        for term in derivation.terms:
            if group not in ("kernel", "image"):
                assert term.meets is None
                continue
            assert term.meets is not None
            assert term.meets.group == {"kernel": "image", "image": "kernel"}[group]
            assert state.symbol(term.meets) == term.short.factors[-1]
        if derivation.terms:
            total = sum(term.short.value for term in derivation.terms)
            at_alpha = state.gradient(Variable("alpha"))
            assert derivation.value == pytest.approx(at_alpha * total, rel=1e-14)
