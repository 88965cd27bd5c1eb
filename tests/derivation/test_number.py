"""How numbers are written."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.derivation import (
    PRECISIONS,
    Precision,
    computed_number,
    latex_number,
    plain_number,
)
from tests.derivation.reading import POWER_OF_TEN

FINITE = st.floats(allow_nan=False, allow_infinity=False)


def read(text: str) -> float:
    """The number in a LaTeX literal."""
    match = POWER_OF_TEN.fullmatch(text)
    return float(f"{match[1]}{match[2]}e{match[3]}" if match else text)


@pytest.mark.parametrize(
    ("value", "precision", "latex", "plain"),
    [
        (0.0, 3, "0", "0"),
        (-0.0, 17, "0", "0"),
        (1.0, 17, "1", "1"),
        (-0.25, 3, "-0.25", "−0.25"),
        (2 / 3, 3, "0.667", "0.667"),
        (2 / 3, 6, "0.666667", "0.666667"),
        (2 / 3, 17, "0.6666666666666666", "0.6666666666666666"),
        (1.5e-7, 3, r"{1.5 \cdot 10^{-7}}", "1.5·10⁻⁷"),
        (-1.5e-7, 17, r"-{1.5 \cdot 10^{-7}}", "−1.5·10⁻⁷"),
        (123456.0, 3, r"{1.23 \cdot 10^{5}}", "1.23·10⁵"),
        (999.6, 3, r"{1 \cdot 10^{3}}", "1·10³"),
        (1e16, 17, r"{1 \cdot 10^{16}}", "1·10¹⁶"),
        (math.nan, 3, r"\text{NaN}", "NaN"),
        (math.inf, 3, r"\infty", "∞"),
        (-math.inf, 3, r"-\infty", "−∞"),
    ],
)
def test_written_form(value: float, precision: Precision, latex: str, plain: str) -> None:
    assert latex_number(value, precision) == latex
    assert plain_number(value, precision) == plain


@pytest.mark.parametrize(
    ("value", "precision", "text"),
    [
        (0.010964, 3, "0.0110"),
        (-2.6, 3, "−2.60"),
        (0.5, 6, "0.500000"),
        (1.0, 3, "1.00"),
        (100.0, 3, "100"),
        (999.6, 3, "1.00·10³"),
        (1.5e-7, 3, "1.50·10⁻⁷"),
        (0.0, 3, "0"),
        (-0.0, 6, "0"),
        (0.2, 17, "0.2"),
        (math.nan, 3, "NaN"),
        (-math.inf, 3, "−∞"),
    ],
)
def test_a_computed_number_keeps_its_zeros(value: float, precision: Precision, text: str) -> None:
    assert computed_number(value, precision) == text


@given(st.floats(-1e300, 1e300, allow_subnormal=False), st.sampled_from(PRECISIONS))
def test_zeros_change_no_number(value: float, precision: Precision) -> None:
    def number(text: str) -> float:
        return float(
            text.translate(str.maketrans("−⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "--0123456789")).replace("·10", "e")
        )

    assert number(computed_number(value, precision)) == number(plain_number(value, precision))


@given(FINITE)
def test_all_digits_read_back_exactly(value: float) -> None:
    assert read(latex_number(value, 17)) == value


@given(st.floats(-1e300, 1e300, allow_subnormal=False), st.sampled_from([3, 6]))
def test_rounding_is_within_half_of_the_last_digit(value: float, precision: Precision) -> None:
    assert abs(read(latex_number(value, precision)) - value) <= 0.5001 * abs(value) * 10 ** (
        1 - precision
    )


@given(FINITE, st.sampled_from(PRECISIONS))
def test_plain_text_and_latex_are_the_same_number(value: float, precision: Precision) -> None:
    digits = str.maketrans("−⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "--0123456789")
    plain = plain_number(value, precision).translate(digits)
    assert float(plain.replace("·10", "e")) == read(latex_number(value, precision))


@pytest.mark.parametrize("precision", PRECISIONS)
def test_a_numpy_scalar_is_written_like_a_float(precision: Precision) -> None:
    assert latex_number(np.float64(0.1), precision) == "0.1"
    assert plain_number(np.float64(-0.1), precision) == "−0.1"
