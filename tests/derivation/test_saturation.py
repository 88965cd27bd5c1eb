"""Where the notes' formula loses its digits, and where it does not."""

from __future__ import annotations

import math

import mpmath
import pytest
from hypothesis import given, settings

from lib.derivation import State, Variable, derive
from lib.network import Parameters
from tests.derivation.checks import all_derivations, forms
from tests.derivation.states import saturated_state, states


def exact_slope(alpha: float, label: float) -> float:
    """y_out − yy with 400 digits."""
    with mpmath.workdps(400):
        return float(1 / (1 + mpmath.exp(-mpmath.mpf(alpha))) - mpmath.mpf(label))


@pytest.mark.parametrize("alpha", [-800.0, -720.0, -40.0, 40.0, 720.0, 800.0])
@pytest.mark.parametrize("label", [0.0, 1.0])
def test_every_line_s_value_stays_right_at_saturation(alpha: float, label: float) -> None:
    state = saturated_state(alpha, label)
    assert state.values.alpha == alpha
    want = exact_slope(alpha, label)
    assert derive(Variable("alpha"), state).value == pytest.approx(want, rel=1e-15, abs=0)
    assert derive(Variable("dense", (0,)), state).value == pytest.approx(want / 2, rel=1e-15, abs=0)
    weight = derive(Variable("kernel", (2, 2)), state)  # meets the one lit pixel, through w_d = 0
    assert weight.value == 0.0
    for derivation in all_derivations(state):
        gradient = state.gradient(derivation.variable)
        for form in forms(derivation):
            assert form.value == pytest.approx(gradient, rel=1e-12, abs=0), form.latex()


@pytest.mark.parametrize(
    ("alpha", "label", "textbook"),
    [
        (40.0, 1.0, math.nan),  # 0/0: 1 − y_out has rounded to 0
        (40.0, 0.0, math.inf),  # 1/0
        (800.0, 1.0, math.nan),
        (800.0, 0.0, math.nan),  # ∞ · 0
        (-400.0, 1.0, 0.0),  # (e^{400})² is past float64, and divides
        (-800.0, 1.0, math.nan),
        (-800.0, 0.0, math.nan),
    ],
)
def test_the_textbook_form_fails_at_saturation_and_says_so(
    alpha: float, label: float, textbook: float
) -> None:
    state = saturated_state(alpha, label)
    for variable in (Variable("alpha"), Variable("dense", (0,)), Variable("o", (0,))):
        derivation = derive(variable, state)
        wanted = math.copysign(textbook, derivation.value * alpha) if textbook else textbook
        assert derivation.textbook == pytest.approx(wanted, nan_ok=True)
        assert derivation.loses_digits
        assert math.isfinite(derivation.value)


def test_at_minus_40_the_notes_form_still_holds() -> None:
    # y_out = 4e-18 keeps its digits, 1 − y_out is 1: only the other side rounds to 0
    for label in (0.0, 1.0):
        for derivation in all_derivations(saturated_state(-40.0, label)):
            assert derivation.textbook == pytest.approx(derivation.value, rel=1e-12, abs=0)
            assert not derivation.loses_digits


@settings(max_examples=60)
@given(states(size=1.0))
def test_an_ordinary_state_loses_no_digits(state: State) -> None:
    for derivation in all_derivations(state):
        assert not derivation.loses_digits, derivation.variable


def test_terms_that_cancel_are_not_called_a_loss_of_digits() -> None:
    kernel, image = [[0.3, 0, 0], [0, 0, 0], [0, 0, 0]], [[3.0, -3.0, -3.0, 0], *[[0] * 4] * 3]
    state = State.of(Parameters(kernel, [1.0, -1.0, 0, 0]), image, 0.0)  # s_1 = −s_0, w_b = −w_a
    derivation = derive(Variable("kernel", (0, 1)), state)
    assert derivation.value == 0.0
    assert derivation.textbook != 0.0  # its terms round differently: 1e-17, not a lost digit
    assert not derivation.loses_digits
