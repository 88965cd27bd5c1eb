"""The nodes of a formula: parentheses, values, and that the two never part."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.derivation.expression import (
    Bracketed,
    Exponential,
    Expression,
    Logarithm,
    Negative,
    Number,
    Partial,
    Product,
    Quotient,
    Square,
    Stable,
    Sum,
    Symbol,
    difference,
)
from tests.derivation.reading import evaluate, names, substituted, symbolic

A, B, MINUS = Symbol("a", 2.0), Symbol("b", 3.0), Symbol("m", -0.5)
TINY = Symbol("t", 1.5e-7)


@pytest.mark.parametrize(
    ("expression", "with_symbols", "with_numbers"),
    [
        (Sum((A, MINUS)), "a + m", "2 + (-0.5)"),
        (Sum((MINUS, A)), "m + a", "-0.5 + 2"),
        (difference(A, MINUS), "a - m", "2 - (-0.5)"),
        (difference(A, difference(B, A)), "a - (b - a)", "2 - (3 - 2)"),
        (Sum((A, Sum((B, A)))), "a + (b + a)", "2 + (3 + 2)"),
        (Product((MINUS, A)), r"m \cdot a", r"(-0.5) \cdot 2"),
        (Product((Sum((A, B)), A)), r"(a + b) \cdot a", r"(2 + 3) \cdot 2"),
        (Sum((A, Product((MINUS,)))), "a + m", "2 + (-0.5)"),
        (Sum((A, Sum((MINUS,)))), "a + m", "2 + (-0.5)"),
        (Product((A, Stable(MINUS, -0.5))), r"a \cdot m", r"2 \cdot (-0.5)"),
        (Negative(MINUS), "-m", "-(-0.5)"),
        (Negative(Sum((A, B))), "-(a + b)", "-(2 + 3)"),
        (Negative(Bracketed(A)), "-[a]", "-[2]"),
        (Square(A), "a^{2}", "2^{2}"),
        (Square(MINUS), "m^{2}", "(-0.5)^{2}"),
        (Square(TINY), "t^{2}", r"({1.5 \cdot 10^{-7}})^{2}"),
        (Square(Square(A)), "(a^{2})^{2}", "(2^{2})^{2}"),
        (Square(Exponential(Negative(A))), "(e^{-a})^{2}", "(e^{-2})^{2}"),
        (Square(Quotient(A, B)), r"\Bigl( \frac{a}{b} \Bigr)^{2}", None),
        (Exponential(Negative(MINUS)), "e^{-m}", "e^{-(-0.5)}"),
        (Exponential(Negative(TINY)), "e^{-t}", r"e^{-{1.5 \cdot 10^{-7}}}"),
        (Logarithm(A), r"\log a", r"\log 2"),
        (Logarithm(difference(Number(1), MINUS)), r"\log (1 - m)", r"\log (1 - (-0.5))"),
        (Logarithm(TINY), r"\log t", r"\log ({1.5 \cdot 10^{-7}})"),
        (Quotient(Sum((A, B)), MINUS), r"\frac{a + b}{m}", r"\frac{2 + 3}{-0.5}"),
        (
            Product((A, Sum((Quotient(A, B), B)))),
            r"a \cdot \Bigl( \frac{a}{b} + b \Bigr)",
            r"2 \cdot \Bigl( \frac{2}{3} + 3 \Bigr)",
        ),
        (Bracketed(Quotient(A, B)), r"\Bigl[ \frac{a}{b} \Bigr]", r"\Bigl[ \frac{2}{3} \Bigr]"),
        (Partial("L", "w", -0.5), r"\frac{\partial L}{\partial w}", "-0.5"),
        (Product((A, Partial("L", "w", -0.5))), r"a \cdot \frac{\partial L}{\partial w}", None),
    ],
)
def test_written_form(expression: Expression, with_symbols: str, with_numbers: str | None) -> None:
    assert expression.latex() == with_symbols
    if with_numbers is not None:
        assert expression.latex(3) == with_numbers


LEAVES = st.one_of(
    st.builds(
        lambda n, value: Symbol(f"v_{{{n}}}", value + n),  # a name has one number
        st.integers(0, 5),
        st.sampled_from([-2.0, -0.7, 1e-6]),
    ),
    st.builds(Number, st.integers(1, 2)),
)


def _larger(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Sum, several),
        st.builds(Product, several),
        st.builds(Negative, inner),
        st.builds(Bracketed, inner),
        st.builds(Square, inner),
        st.builds(Quotient, inner, inner),
        st.builds(Exponential, st.builds(Negative, inner)),
    )


TREES = st.recursive(LEAVES, _larger, max_leaves=6)


def _one_number_a_name(tree: Expression) -> bool:
    held: dict[str, float] = {}
    return all(held.setdefault(leaf.latex(), leaf.value) == leaf.value for leaf in tree.leaves())


@settings(max_examples=60)
@given(TREES.filter(_one_number_a_name))
def test_any_tree_is_read_back_as_it_was_meant(tree: Expression) -> None:
    if not 1e-9 < abs(tree.value) < 1e9:
        return  # float64 itself cannot tell what such a tree should be
    text, order = symbolic(tree)
    held = names(tree)
    assert evaluate(text, [held[name] for name in order]) == pytest.approx(tree.value, rel=1e-6)
    text, literals = substituted(tree, 17)
    assert evaluate(text, literals) == pytest.approx(tree.value, rel=1e-6)


def test_leaves_come_in_the_order_of_the_line() -> None:
    tree = Quotient(difference(A, B), Product((MINUS, Exponential(Negative(TINY)))))
    assert [leaf.latex() for leaf in tree.leaves()] == ["a", "b", "m", "t"]


def test_textbook_arithmetic_is_quiet_about_what_it_loses() -> None:
    zero = difference(A, A)
    assert math.isnan(Quotient(zero, zero).textbook)
    assert Quotient(A, zero).value == math.inf
    assert Logarithm(zero).textbook == -math.inf


def test_a_stable_form_prints_one_form_and_takes_its_value_from_another() -> None:
    stable = Stable(Quotient(difference(A, A), difference(B, B)), 1.0)
    assert stable.latex() == r"\frac{a - a}{b - b}"
    assert stable.value == 1.0
    assert math.isnan(stable.textbook)
    assert math.isnan(Product((A, stable)).textbook)
    assert Product((A, stable)).value == 2.0
