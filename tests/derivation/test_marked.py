"""Marks change nothing but themselves, and every number of a line stands between two."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.derivation import Variable, derive, variables
from lib.derivation.expression import Number, Product
from lib.derivation.marked import CLOSE, FIRST_PLACE, MARKS, OPEN, made_of, marked, written_out
from lib.derivation.rules import rules
from lib.scenario import GEOMETRY, preset
from tests.derivation.states import seeded_state

ALL = variables(GEOMETRY)
NOTES = preset("notes").state()


class Found(dict[str, int]):
    """Places in the order of their names' first appearance, and the values they were told with."""

    def __init__(self) -> None:
        super().__init__()
        self.values_of: dict[str, float] = {}

    def place(self, name: str, value: float) -> int:
        assert self.values_of.setdefault(name, value) == pytest.approx(value, rel=1e-12, abs=1e-300)
        return self.setdefault(name, len(self))


def outside(latex: str) -> str:
    """What stands in no mark."""
    while (shorter := re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", "", latex)) != latex:
        latex = shorter
    return latex


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(ALL))
def test_without_its_marks_a_line_is_the_line(seed: int, variable: Variable) -> None:
    state = seeded_state(seed)
    found = Found()
    for line in derive(variable, state).shown:
        with_marks = marked(line.expression, written_out(state), found.place)
        for precision in (None, 3, 17):
            written = with_marks.latex(precision)
            plain = line.expression.latex(precision)
            assert MARKS.sub("", written) == plain
            assert written.count(OPEN) == written.count(CLOSE) > 0
        assert with_marks.value == line.expression.value
        assert [x.latex() for x in with_marks.leaves()] == [
            x.latex() for x in line.expression.leaves()
        ]


@pytest.mark.parametrize("variable", ALL, ids=lambda v: v.key)
def test_every_number_of_a_line_is_in_a_mark_but_the_ones_of_the_formula(
    variable: Variable,
) -> None:
    for line in derive(variable, NOTES).shown:
        written = marked(line.expression, written_out(NOTES), Found().place).latex(3)
        rest = re.sub(r"\^\{2\}", "", outside(written))
        assert set(re.findall(r"\d[\d.]*", rest)) <= {"1"}, rest


def test_a_fraction_that_stands_for_a_factor_has_its_name() -> None:
    found = Found()
    line = derive(Variable("kernel", (0, 0)), NOTES).lines[3]
    written = marked(line.expression, written_out(NOTES), found.place).latex()
    mark = OPEN + chr(FIRST_PLACE + found[r"\sigma'(s_{1})"])
    assert written.count(mark + r"\frac{e^{-") == 1
    assert r"\frac{\partial y_{out}}{\partial \alpha}" in found


def given_names() -> set[str]:
    groups = ("image", "kernel", "dense")
    return {"yy"} | {NOTES.symbol(v).name for v in ALL if v.group in groups}


@pytest.mark.parametrize("variable", ALL, ids=lambda v: v.key)
def test_every_factor_is_made_of_something_or_given(variable: Variable) -> None:
    derivation = derive(variable, NOTES)
    forms, found = made_of(derivation, NOTES), Found()
    for line in derivation.shown:
        marked(line.expression, written_out(NOTES), found.place)
    for form in forms.values():
        marked(form, written_out(NOTES), found.place)
    assert set(found) - set(forms) <= given_names()
    for name in set(found) & set(forms):
        assert forms[name].value == pytest.approx(found.values_of[name], rel=1e-12)


def test_a_number_of_the_formula_is_no_factor() -> None:
    found = Found()
    assert marked(Product((Number(1), Number(2))), {}, found.place).latex() == r"1 \cdot 2"
    assert not found


def test_every_line_has_its_rule() -> None:
    def of(variable: Variable) -> tuple[str, ...]:
        return rules(derive(variable, NOTES), NOTES)

    for variable in ALL:
        assert len(of(variable)) == len(derive(variable, NOTES).shown)
    assert of(Variable("image", (0, 0)))[2] == "window"
    assert of(Variable("image", (0, 1)))[2] == "windows"
    assert of(Variable("s", (0,)))[3] == "slope_written"
    assert of(Variable("dense", (0,)))[3] == "product_written"
