"""How a number is written: in a formula, and in plain text. The one place that rounds."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Literal

Precision = Literal[3, 6, 17]
"""Significant digits: 3, 6, or 17, which stands for all of them (the shortest that read back)."""

PRECISIONS: tuple[Precision, ...] = (3, 6, 17)
ALL_DIGITS: Precision = 17
MINUS = "\N{MINUS SIGN}"

_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@lru_cache(maxsize=4096)  # the same numbers come again in every line, and at every move
def _mantissa_exponent(value: float, precision: Precision, zeros: bool) -> tuple[str, int]:
    """The digits to write and the power of ten beside them (0: none is written)."""
    if precision == ALL_DIGITS:
        text = repr(value)
    elif zeros and value:
        text = f"{value:#.{precision}g}"
    else:
        text = f"{value:.{precision}g}"
    mantissa, _, exponent = text.partition("e")
    mantissa = mantissa.removesuffix(".")
    if mantissa.endswith(".0"):
        mantissa = mantissa[:-2]
    if mantissa == "-0":
        mantissa = "0"
    return mantissa, int(exponent or 0)


def fitting(precision: Precision) -> Precision:
    """The digits of a number in a tile, which has room for six; its hover text has them all."""
    return 3 if precision == 3 else 6


def latex_number(value: float, precision: Precision, zeros: bool = False) -> str:
    """``value`` as LaTeX: ``-0.25``, ``{1.5 \\cdot 10^{-7}}``, ``\\infty``, ``\\text{NaN}``.

    ``zeros`` at its end are written only where they are asked for: for a number that was computed.
    The braces keep a line from breaking before the power of ten.
    """
    value = float(value)  # the repr of a NumPy scalar is not its digits
    if math.isnan(value):
        return r"\text{NaN}"
    if math.isinf(value):
        return r"\infty" if value > 0 else r"-\infty"
    mantissa, exponent = _mantissa_exponent(value, precision, zeros)
    if not exponent:
        return mantissa
    sign, digits = ("-", mantissa[1:]) if mantissa.startswith("-") else ("", mantissa)
    return rf"{sign}{{{digits} \cdot 10^{{{exponent}}}}}"


def computed_number(value: float, precision: Precision) -> str:
    """A number that was computed, with all the digits that it is rounded to: ``0.0110``, ``−2.60``.

    0 is 0, and where all digits are shown none is added.
    """
    return plain_number(value, precision, zeros=True)


def plain_number(value: float, precision: Precision, zeros: bool = False) -> str:
    """``value`` as text with a real minus: ``−0.25``, ``1.5·10⁻⁷``, ``∞``, ``NaN``.

    As it would be entered: ``zeros`` at its end are left out unless they are asked for.
    """
    value = float(value)
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    mantissa, exponent = _mantissa_exponent(value, precision, zeros)
    mantissa = mantissa.replace("-", MINUS)
    if not exponent:
        return mantissa
    return f"{mantissa}·10{str(exponent).translate(_SUPERSCRIPTS)}"
