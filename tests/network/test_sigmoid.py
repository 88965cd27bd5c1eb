"""σ and σ' against 50 digits, and their identities."""

from __future__ import annotations

import warnings

import mpmath
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lib.network import sigmoid, sigmoid_slope

PLACES = (-745.0, -700.0, -37.0, -1.0, -1e-9, 0.0, 0.3, 1.0, 36.0, 40.0, 700.0)


def test_every_digit_is_right() -> None:
    """N6 and N7 written out with 400 digits, rounded once."""
    with mpmath.workdps(400):
        for x in PLACES:
            power = mpmath.exp(-mpmath.mpf(x))
            value, slope = 1 / (1 + power), power / (1 + power) ** 2
            np.testing.assert_allclose(sigmoid(x), float(value), rtol=4e-16, atol=5e-324)
            np.testing.assert_allclose(sigmoid_slope(x), float(slope), rtol=1e-15, atol=5e-324)


def test_the_ends_are_silent() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ends = np.array([-np.inf, -1e308, -800.0, 800.0, 1e308, np.inf])
        assert sigmoid(ends).tolist() == [0, 0, 0, 1, 1, 1]
        assert sigmoid_slope(ends).tolist() == [0] * 6


@given(st.floats(-700, 700))
def test_identities(x: float) -> None:
    """σ(x) + σ(−x) = 1, σ' is even, and both forms of N7 are one number."""
    assert abs(sigmoid(x) + sigmoid(-x) - 1) <= 5e-16  # two roundings
    assert sigmoid_slope(x) == sigmoid_slope(-x)
    np.testing.assert_allclose(sigmoid_slope(x), sigmoid(x) * sigmoid(-x), rtol=1e-15)


@given(st.floats(-20, 20))
def test_the_slope_is_the_slope(x: float) -> None:
    """The complex step of 1/(1+e^{-x})."""
    nudged = (1 / (1 + np.exp(-(x + 1e-20j)))).imag / 1e-20
    np.testing.assert_allclose(sigmoid_slope(x), nudged, rtol=1e-14)


def test_shape_is_kept_and_input_untouched() -> None:
    x = np.linspace(-3, 3, 6).reshape(1, 2, 3)
    before = x.copy()
    assert sigmoid(x).shape == sigmoid_slope(x).shape == x.shape
    np.testing.assert_array_equal(x, before)
    assert not np.shares_memory(x, sigmoid(x))
    assert np.isnan(sigmoid(np.nan))  # NaN is not hidden behind a number
