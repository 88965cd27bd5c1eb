"""A number is read as a person means it, or refused with the reason."""

from __future__ import annotations

import doctest
import math
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lib.numbers
from lib.derivation import PRECISIONS, Precision, latex_number, plain_number
from lib.derivation.number import ALL_DIGITS
from lib.numbers import LONGEST, REASONS, Reading, Refusal, read_number
from tests.numbers.corpus import SPELLINGS

FINITE = st.floats(allow_nan=False, allow_infinity=False)
PRINTERS = st.sampled_from([latex_number, plain_number])


def reading(text: str) -> Reading:
    """What was read; a refusal fails the test."""
    found = read_number(text)
    assert isinstance(found, Reading), (text, found)
    return found


@pytest.mark.parametrize("spelling", SPELLINGS, ids=lambda spelling: ascii(spelling["text"])[:40])
def test_spelling(spelling: dict[str, Any]) -> None:
    found = read_number(spelling["text"])
    if "refusal" in spelling:
        assert found == Refusal(spelling["refusal"])
    else:
        assert isinstance(found, Reading), found
        assert (found.value, found.digits) == (spelling["value"], spelling["digits"])
        assert math.copysign(1, found.value) == 1 or found.value < 0  # no negative zero


def test_the_example_is_true() -> None:
    results = doctest.testmod(lib.numbers)
    assert results.attempted > 0
    assert results.failed == 0


def test_the_list_is_long_and_has_every_reason() -> None:
    texts = [spelling["text"] for spelling in SPELLINGS]
    assert len(set(texts)) == len(texts) > 200
    assert {spelling.get("refusal") for spelling in SPELLINGS} - {None} == set(REASONS)


@given(FINITE, st.sampled_from(PRECISIONS), PRINTERS)
def test_what_the_app_prints_is_read_back(value: float, precision: Precision, printer: Any) -> None:
    text = printer(value, precision)
    if precision == ALL_DIGITS:
        assert reading(text).value == value
        return
    printed = f"{value:.{precision}g}"
    if math.isinf(float(printed)):
        assert read_number(text) == Refusal("not_finite")
    else:
        assert reading(text).value == float(printed)


@given(FINITE, PRINTERS, st.sampled_from(["({})", "${}$", " {} ", "+{}", "\u200b{}\n"]))
def test_what_is_pasted_with_something_round_it(value: float, printer: Any, around: str) -> None:
    printed = printer(value, ALL_DIGITS)
    if around == "+{}":
        printed = printer(abs(value), ALL_DIGITS)
    elif around == "({})" and printed[0] not in "-−":
        assert read_number(around.format(printed)) == Refusal("two_readings")
        return
    assert reading(around.format(printed)).value == float(reading(printed).value)


@given(st.integers(-(10**12), 10**12), st.integers(0, 12), st.sampled_from([".", ","]))
def test_unit_and_digits(count: int, places: int, sign: str) -> None:
    """A decimal of ``count`` units of 10^−places."""
    digits = f"{abs(count):0{places + 1}d}"
    whole, rest = digits[: len(digits) - places], digits[len(digits) - places :]
    text = ("−" if count < 0 else "") + whole + (sign + rest if rest else "")
    found = read_number(text)
    if sign == "," and re.fullmatch(r"−?[1-9]\d{0,2},\d{3}", text):
        assert found == Refusal("two_readings")
        return
    assert isinstance(found, Reading), found
    assert found.value == count / 10**places
    assert found.digits == (len(str(abs(count))) if count else 0)
    assert found.unit == float(f"1e-{places}")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("0.0983", 1e-4),
        ("1.5·10⁻⁷", 1e-8),
        ("1200", 1.0),
        ("1.20e3", 10.0),
        ("50 %", 0.01),
        ("0.5 %", 0.001),
        ("0.00", 0.01),
        ("1/3", 0.0),
        ("5.", 1.0),
        ("1'234.5", 0.1),
    ],
)
def test_what_the_last_digit_is_worth(text: str, unit: float) -> None:
    assert reading(text).unit == unit


@given(
    st.text(
        alphabet="0123456789.,'eExX+-−–*·^/%()[]{} \u00a0\t\n;&\\$_⁻⁷½０．，。infa", max_size=70
    )
)
def test_any_text_is_read_or_refused(text: str) -> None:
    found = read_number(text)
    if isinstance(found, Reading):
        assert math.isfinite(found.value)
        assert math.isfinite(found.unit)
        assert 0 <= found.digits <= LONGEST
    else:
        assert found.reason in REASONS


@pytest.mark.parametrize(
    "text",
    [
        part * 200_000
        for part in ("1", " ", "1 ", "(", "{", "⁷", "a.", "1,234", "\\left", "\\frac{")
    ],
    ids=lambda text: text[:8],
)
def test_a_text_of_any_length_is_refused(text: str) -> None:
    """Only its beginning is looked at."""
    found = read_number(text)
    assert isinstance(found, Refusal)
    assert found.reason in ("too_long", "several_numbers", "empty")
