"""Reading numbers and formulas back from a page."""

from __future__ import annotations

import re

from lib.derivation import Precision

_POWERS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_POWER = re.compile(r"·10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
FORMULA = re.compile(
    r"^\$\\displaystyle (.*)\$(?: \[:blue-badge\[(?:\S+ )?(N\d+)\]\]\(notes#n\d+\))?$", re.DOTALL
)


def number(text: str) -> float:
    """``−1.5·10⁻⁷`` as a float; a hyphen for a minus is an error."""
    assert "-" not in text, text
    plain = _POWER.sub(lambda match: "e" + match[1].translate(_POWERS), text)
    return float(plain.replace("−", "-").replace("∞", "inf"))


def agrees(shown: str, true: float, precision: Precision) -> bool:
    """Whether a number on the page is the true one, rounded to the page's digits."""
    if precision == 17:  # another order of the same sum may differ in the last digits
        return abs(number(shown) - true) <= 1e-12 * abs(true) + 1e-16
    return number(shown) == float(f"{true:.{precision}g}")


def formulas(texts: list[str]) -> list[str]:
    """The LaTeX of every formula, without what only steers its line breaks and its place.

    Computed numbers stand as entered ones would: the zeros at their end are looked at elsewhere.
    """
    found = [match[1] for text in texts if (match := FORMULA.match(text))]
    return [without_zeros(without_phantom(latex.replace(r"\nobreak ", ""))) for latex in found]


def without_zeros(latex: str) -> str:
    """A formula whose computed numbers are written like entered ones: 0.0110 as 0.011."""
    return re.sub(r"(\d+\.\d*?)0+(?!\d)", lambda found: found[1].removesuffix("."), latex)


def without_phantom(latex: str) -> str:
    """A formula without the invisible copy of the left side that it starts with."""
    if not latex.startswith(r"\phantom{"):
        return latex
    depth = 0
    for place, character in enumerate(latex):
        depth += (character == "{") - (character == "}")
        if character == "}" and depth == 0:
            return latex[place + 1 :].lstrip()
    raise AssertionError(f"a brace is left open: {latex}")
