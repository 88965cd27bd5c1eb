"""Where a formula may break: at + and ·, never inside a number or a difference in brackets."""

from __future__ import annotations

import re

import pytest

from lib.derivation import derive, variables
from lib.scenario import GEOMETRY, preset
from lib.ui.components import formula

BREAKS = re.compile(r" (?:\\cdot|-) (?!\\nobreak )")
"""An operator after which KaTeX may begin a new line, outside of braces."""


def outside_braces(latex: str) -> str:
    while (shorter := re.sub(r"\{[^{}]*\}", "", latex)) != latex:
        latex = shorter
    return latex


def test_a_difference_in_brackets_stays_whole() -> None:
    assert formula.whole_terms(r"(y_{out} - yy) \cdot o_{00}") == (
        r"(y_{out} - \nobreak yy) \cdot o_{00}"
    )
    assert formula.whole_terms("a - b") == "a - b"


@pytest.mark.parametrize("precision", [None, 3, 6, 17])
def test_no_line_of_a_derivation_breaks_inside_its_brackets(precision: int | None) -> None:
    state = preset("notes").state()
    for variable in variables(GEOMETRY):
        for line in derive(variable, state).shown:
            written = outside_braces(formula.whole_terms(line.expression.latex(precision)))
            for inner in re.findall(r"\(([^()+]{1,80})\)", written):
                assert " - " not in inner or r" - \nobreak " in inner, written


def test_a_power_of_ten_is_one_piece_with_its_digits() -> None:
    for product in (r"2 \cdot {1.5 \cdot 10^{-7}}", r"(-{1.5 \cdot 10^{-7}}) \cdot 3"):
        assert len(BREAKS.findall(outside_braces(formula.whole_terms(product)))) == 1


def test_a_term_of_many_factors_may_break() -> None:
    """The notes' have three; with softmax and a pool there are six, wider than a phone."""
    short, long = r"a \cdot b \cdot c \cdot d", r"a \cdot b \cdot c \cdot d \cdot e"
    written = formula.whole_terms(f"{short} + {long} + {short}")
    first, second, third = written.split(" + ")
    assert first == third == short.replace(r"\cdot ", r"\cdot \nobreak ")
    assert second == long
    inside = formula.whole_terms(rf"q \cdot r \cdot t \cdot ( {short} + {short} )")
    assert inside.count("nobreak") == 6
