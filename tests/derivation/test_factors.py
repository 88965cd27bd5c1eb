"""The factors of a derivation: they multiply to the gradient, and a small one has its reason."""

import math

import numpy as np
import pytest
from hypothesis import given, settings

from lib.derivation import State, Variable, derive, variables
from lib.derivation.factors import Factors, factors
from lib.network import Parameters
from tests.derivation.states import saturated_state, scale_of, seeded_state, states

W22 = Variable("kernel", (2, 2))


def factors_of(variable: Variable, state: State) -> Factors:
    return factors(derive(variable, state), state)


@settings(max_examples=40)
@given(states())
def test_the_factors_multiply_to_the_gradient(state: State) -> None:
    for variable in variables(state.geometry):
        found = factors_of(variable, state)
        shared = math.prod(factor.value for factor in found.shared)
        long = math.prod(factor.value for factor in found.long_path)
        terms = [math.prod(factor.value for factor in term.factors) for term in found.terms]
        tolerance = 1e-12 * scale_of(variable, state) + 1e-290
        want = state.gradient(variable)
        if variable.group == "y_out":
            assert long == want
            continue
        total = sum(terms) if found.terms else 1.0
        assert abs(shared * total - want) <= tolerance
        assert abs(long * total - want) <= tolerance
        if found.terms:
            assert abs(sum(term.contribution for term in found.terms) - want) <= tolerance


def test_roles_and_windows() -> None:
    state = seeded_state(0)
    expected = {
        "kernel": ("weight", "slope", "meets"),
        "image": ("weight", "slope", "meets"),
        "dense": ("activation",),
        "o": ("weight",),
        "s": ("weight", "slope"),
    }
    for variable in variables(state.geometry):
        found = factors_of(variable, state)
        assert [f.role for f in found.long_path] == ["output_slope", "alpha_slope"][
            : 1 if variable.group == "y_out" else 2
        ]
        for term in found.terms:
            assert tuple(f.role for f in term.factors) == expected[variable.group]
            assert {f.window for f in term.factors} == {term.window}
    edge = factors_of(Variable("image", (0, 1)), state)
    assert [(t.window.i, t.window.j) for t in edge.terms] == [(0, 0), (0, 1)]
    assert [f.expression.latex() for f in edge.terms[1].factors] == [
        "w_{b}", r"\sigma'(s_{1})", "w_{00}",
    ]  # fmt: skip


def test_an_ordinary_state_has_no_reason_to_name() -> None:
    state = seeded_state(0)
    small = State.of(
        Parameters(state.parameters.kernel * 0.1, np.full(4, 0.5)), np.full((4, 4), 0.5), 0.0
    )
    for variable in variables(small.geometry):
        found = factors_of(variable, small)
        assert [f.reason for f in (*found.long_path, *found.all()) if f.reason] == []


def test_a_saturated_window_is_named_and_is_the_smallest() -> None:
    image = np.zeros((4, 4))
    image[3, 3] = 1.0  # seen by the last window only, through w_22
    kernel = np.zeros((3, 3))
    kernel[2, 2] = 12.0
    state = State.of(Parameters(kernel, np.ones(4)), image, 0.0)
    found = factors_of(W22, state)
    last = found.terms[3]
    assert last.smallest.expression.latex() == r"\sigma'(s_{3})"
    assert last.smallest.reason == "saturated"
    assert [factor.reason for factor in found.terms[0].factors] == ["", "", "zero"]  # a_22 is 0


@pytest.mark.parametrize("alpha", [-800.0, -40.0, 40.0, 800.0])
def test_the_output_saturates(alpha: float) -> None:
    wrong = factors_of(Variable("dense", (0,)), saturated_state(alpha, 0.0 if alpha > 0 else 1.0))
    assert [f.role for f in (*wrong.long_path, *wrong.all()) if f.reason == "saturated"] == [
        "alpha_slope"
    ]
    assert wrong.shared[0].reason == ""  # the error is 1: the short path still learns
    right = factors_of(Variable("dense", (0,)), saturated_state(alpha, 1.0 if alpha > 0 else 0.0))
    assert right.shared[0].reason == "fits"


def test_the_threshold_of_saturation() -> None:
    for s, reason in ((4.5, ""), (4.7, "saturated"), (-4.7, "saturated")):
        state = State.of(Parameters([[s]], [1.0]), [[1.0]], 0.0)
        (term,) = factors_of(Variable("s", (0,)), state).terms
        assert term.factors[1].reason == reason


@settings(max_examples=30)
@given(states())
def test_what_is_left_of_the_terms(state: State) -> None:
    for variable in variables(state.geometry):
        found = factors_of(variable, state)
        parts = [term.contribution for term in found.terms]
        assert 0.0 <= found.left <= 1.0 + 1e-12
        assert found.magnitudes == sum(map(abs, parts))
        assert found.mixed == (any(part > 0 for part in parts) and any(part < 0 for part in parts))
        if not found.mixed:
            assert found.left >= 1.0 - 1e-12
            assert not found.cancels


def test_terms_cancel_where_less_than_half_is_left() -> None:
    """Two windows that see the same pixel, with dense weights 1 and −x: 1 − x is left of 1 + x."""
    for x, cancels in ((0.2, False), (0.5, True), (1.0, True)):
        state = State.of(Parameters([[1.0]], [1.0, -x]), [[1.0, 1.0]], 0.0)
        found = factors_of(Variable("kernel", (0, 0)), state)
        assert found.left == pytest.approx((1 - x) / (1 + x), abs=1e-15)
        assert found.mixed
        assert found.cancels == cancels
