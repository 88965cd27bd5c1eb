"""Cross-entropy and its slopes against 50 digits, and bad input."""

from __future__ import annotations

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.network import binary_cross_entropy
from lib.network.loss import loss_slope_at_alpha, loss_slope_at_output
from lib.network.validate import Array


def exact(alpha: float, label: float) -> tuple[float, float, float]:
    """L (N3), ∂L/∂α and ∂L/∂y_out (N5) in the textbook's own form, with digits to spare."""
    with mpmath.workdps(350):
        yy, y = mpmath.mpf(label), 1 / (1 + mpmath.exp(-mpmath.mpf(alpha)))
        loss = -(yy * mpmath.log(y) + (1 - yy) * mpmath.log(1 - y))
        return float(loss), float(y - yy), float(-yy / y + (1 - yy) / (1 - y))


@given(st.floats(-700, 700), st.sampled_from([0.0, 1.0, 0.5]) | st.floats(0, 1))
def test_the_textbook_with_digits_to_spare(alpha: float, label: float) -> None:
    loss, of_alpha, of_y_out = exact(alpha, label)
    x, yy = np.asarray(alpha), np.asarray(label)
    np.testing.assert_allclose(binary_cross_entropy(x, yy), loss, rtol=1e-14, atol=1e-300)
    # a soft label can cancel the slopes: the error is measured against the halves
    halves = (1 - label) / (1 + np.exp(-alpha)) + label / (1 + np.exp(alpha))
    assert abs(loss_slope_at_alpha(x, yy) - of_alpha) <= 1e-15 * halves + 1e-300
    halves = (1 - label) * (1 + np.exp(alpha)) + label * (1 + np.exp(-alpha))
    assert abs(loss_slope_at_output(x, yy) - of_y_out) <= 1e-15 * halves


@pytest.mark.parametrize(("alpha", "label"), [(800.0, 0.0), (-800.0, 1.0)])
def test_a_confident_wrong_answer(alpha: float, label: float) -> None:
    assert binary_cross_entropy(alpha, label) == 800
    assert loss_slope_at_alpha(np.asarray(alpha), np.asarray(label)) == np.sign(alpha)
    assert np.isfinite(loss_slope_at_output(np.asarray(alpha), np.asarray(label)))


def test_the_two_class_form_is_the_general_one() -> None:
    """N2 = N3: P = (yy, 1 − yy), Q = (y_out, 1 − y_out)."""
    y_out, label = 0.8, 0.25
    alpha = np.log(y_out / (1 - y_out))
    p, q = np.array([label, 1 - label]), np.array([y_out, 1 - y_out])
    np.testing.assert_allclose(binary_cross_entropy(alpha, label), -(p * np.log(q)).sum())


def test_half_and_half_costs_ln_2() -> None:
    np.testing.assert_allclose(binary_cross_entropy(0.0, [0, 0.5, 1]), np.log(2), rtol=1e-15)


@pytest.mark.parametrize(
    ("alpha", "label", "message"),
    [
        (0.0, 1.0000001, r"label: got 1\.0000001 in shape \(\), wanted numbers in \[0, 1\]"),
        (0.0, [0.5, -0.5], r"label: got -0\.5 in shape \(2,\)"),
        (0.0, np.nan, r"label: NaN or infinity"),
        (np.nan, 0.0, r"alpha: NaN or infinity .* shape \(\)"),
        ([np.inf], 0.0, r"alpha: NaN or infinity .* shape \(1,\)"),
        ("x", 0.0, r"alpha: got <U1 in shape \(\)"),
        (np.ones(2), np.ones(3), r"alpha \(2,\), label \(3,\)"),
    ],
)
def test_bad_input_is_named(alpha: Array, label: Array, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        binary_cross_entropy(alpha, label)
