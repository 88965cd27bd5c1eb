"""Reads one number as a person may write it, or says why it is none."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Literal, get_args

from lib.numbers.characters import NO_BREAK, in_ascii

Reason = Literal[
    "empty",
    "too_long",
    "not_a_number",
    "not_finite",
    "two_readings",
    "both_signs",
    "several_numbers",
]
REASONS: tuple[Reason, ...] = get_args(Reason)
LONGEST = 60
"""Characters of one number; no float64 needs more than 24."""

ALL_DIGITS = 17
"""More significant digits tell no two float64 apart."""

_LOOKED_AT = 2000
_MOST_EXPONENT = 9999
_SPACED = re.compile(rf"[ {NO_BREAK}]*([-+*/^%(){{}}ex])[ {NO_BREAK}]*")
_NOT_FINITE = re.compile(r"[+-]?(?:inf|infinity|nan|∞|\\infty|\\text\{nan\})")
_BRACED = re.compile(r"([+-]?)\{([^{}]*10\^\{[^{}]*\})\}")  # LaTeX keeps it on one line so
_FRACTION = re.compile(r"([+-]?)([0-9]+)/([0-9]+)")
_NUMBER = re.compile(
    rf"([+-]?)([0-9., {NO_BREAK}']+)(?:(?:e|[*x]10\^([({{]?))([+-]?[0-9]+)([)}}]?))?(%?)"
)
_LOST_POWER = re.compile(rf"[+-]?[0-9., {NO_BREAK}']+[*x]10[+-]?[0-9]+")
_DECIMAL = re.compile(
    rf"([0-9]*|[1-9][0-9]{{0,2}}([ {NO_BREAK}'])[0-9]{{3}}(?:\2[0-9]{{3}})*)"
    rf"(?:([.,])([0-9]*|(?:[0-9]{{3}}{NO_BREAK})+[0-9]{{1,3}}))?"
)
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+|(?:\.[0-9]{3}){2,})")
_BOTH_SIGNS = re.compile(r"[0-9]*(?:,[0-9]*\.|\.[0-9]*,)[0-9]*")
_THOUSANDS_AND_SIGN = re.compile(r"[0-9]{1,3}(?:(?:,[0-9]{3})+\.|(?:\.[0-9]{3})+,)[0-9]*")
_WRAPPING = re.compile(r"(?:[a-z]+\.)?(?:array|tensor|matrix)\(|\\(?:begin|end)\{[a-z]+\}")
_BETWEEN = re.compile(rf"[ \t\n{NO_BREAK},;&|、\[\](){{}}]+")
_PIECE = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:e[+-]?[0-9]+)?%?|[+-]?[0-9]+/[0-9]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """A number that was read.

    Attributes:
        value: finite; a negative zero becomes 0.
        digits: the significant digits that were typed, zeros at the end included: 3 in 0.0110;
            0 for zero, 17 for any other fraction, which is exact.
        unit: what 1 in the last typed digit is worth: 0.0001 in 0.0110; 0 for a fraction.
    """

    value: float
    digits: int
    unit: float


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text is not one number; ``lib.text.numbers`` has the words."""

    reason: Reason


def read_number(text: str) -> Reading | Refusal:
    """The number that ``text`` writes, or why it writes none.

    Decimal point or comma, any minus, full-width digits, groups of three, powers of ten, plain or
    in LaTeX, fractions of whole numbers, percent.
    """
    plain = in_ascii(text[:_LOOKED_AT])
    if not plain:
        return Refusal("empty")
    if len(plain) <= LONGEST:
        found = _read(_SPACED.sub(r"\1", plain))
        if found != Refusal("not_a_number"):
            return found
    if _are_several(plain):
        return Refusal("several_numbers")
    return Refusal("not_a_number" if len(plain) <= LONGEST else "too_long")


def _read(text: str) -> Reading | Refusal:
    if _NOT_FINITE.fullmatch(text):
        return Refusal("not_finite")
    if text[:1] == "(" and text[-1] == ")":
        inner = _read(text[1:-1])
        signed = text[1] in "+-("  # an account's (5) is −5
        return inner if signed or isinstance(inner, Refusal) else Refusal("two_readings")
    text = _BRACED.sub(r"\1\2", text) if _BRACED.fullmatch(text) else text
    if fraction := _FRACTION.fullmatch(text):
        return _ratio(fraction[1], float(fraction[2]), float(fraction[3]))
    number = _NUMBER.fullmatch(re.sub(r"^([+-]?)(?=10\^)", r"\g<1>1*", text))
    if number is None:
        # without its raised exponent 10⁻⁷ is 10 − 7
        return Refusal("two_readings" if _LOST_POWER.fullmatch(text) else "not_a_number")
    sign, mantissa, opened, exponent, closed, percent = (part or "" for part in number.groups())
    if opened + closed not in ("", "()", "{}"):
        return Refusal("not_a_number")
    power = max(-_MOST_EXPONENT, min(int(exponent or 0), _MOST_EXPONENT))
    return _scaled(sign, mantissa, power - (2 if percent else 0))


def _ratio(sign: str, over: float, under: float) -> Reading | Refusal:
    if under == 0:
        return Refusal("not_finite")
    return Reading(float(f"{sign}1") * over / under + 0.0, ALL_DIGITS if over else 0, 0.0)


def _scaled(sign: str, mantissa: str, power: int) -> Reading | Refusal:
    """A decimal number times a power of ten."""
    decimal = _DECIMAL.fullmatch(mantissa)
    if decimal is None:
        if _BOTH_SIGNS.fullmatch(mantissa) or _THOUSANDS_AND_SIGN.fullmatch(mantissa):
            return Refusal("both_signs")
        return Refusal("two_readings" if _THOUSANDS.fullmatch(mantissa) else "not_a_number")
    if _THOUSANDS.fullmatch(mantissa):
        return Refusal("two_readings")
    whole = re.sub("[^0-9]", "", decimal[1])
    rest = re.sub("[^0-9]", "", decimal[4] or "")
    if not whole + rest:
        return Refusal("not_a_number")
    value = float(f"{sign}{whole}.{rest}e{power}")
    unit = float(f"1e{power - len(rest)}")
    if math.isinf(value) or math.isinf(unit):
        return Refusal("not_finite")
    return Reading(value + 0.0, len((whole + rest).lstrip("0")), unit)


def _are_several(text: str) -> bool:
    """Whether a text is a row or a matrix: at least two numbers, and nothing else, between marks.

    The last piece of a long text may be cut and is not looked at.
    """
    start = text[: 5 * LONGEST]
    pieces = [piece for piece in _BETWEEN.split(_WRAPPING.sub(" ", start)) if piece]
    if len(start) < len(text):
        del pieces[-1:]
    return len(pieces) > 1 and all(map(_PIECE.fullmatch, pieces))
