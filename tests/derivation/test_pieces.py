"""The factors of the derivations: their written forms, and that all forms of one thing agree."""

import math
from collections.abc import Callable

import mpmath
import pytest
from hypothesis import given, settings

from lib.derivation import Expression, State
from lib.derivation.expression import Product, Symbol
from lib.derivation.pieces import (
    loss_expression,
    output_by_alpha,
    output_by_alpha_product,
    output_chain,
    output_error,
    output_slope,
    output_slope_bracket,
    output_slope_quotient,
    output_slope_sum,
    sigmoid_form,
    slope_exponential,
    slope_product,
    slope_short,
    times,
)
from tests.derivation.checks import check_substituted
from tests.derivation.reading import evaluate, names, symbolic
from tests.derivation.states import condition, saturated_state, states

X = Symbol("x", -0.75)
OF_STATE: list[tuple[Callable[[State], Expression], str]] = [
    (loss_expression, r"-[yy \cdot \log y_{out} + (1 - yy) \cdot \log (1 - y_{out})]"),
    (
        output_slope_bracket,
        r"-\Bigl[ \frac{yy}{y_{out}} - \frac{1 - yy}{1 - y_{out}} \Bigr]",
    ),
    (output_slope_sum, r"-\frac{yy}{y_{out}} + \frac{1 - yy}{1 - y_{out}}"),
    (output_slope_quotient, r"\frac{y_{out} - yy}{y_{out} \cdot (1 - y_{out})}"),
    (output_error, "y_{out} - yy"),
    (output_by_alpha_product, r"y_{out} \cdot (1 - y_{out})"),
    (output_slope, r"\frac{\partial L}{\partial y_{out}}"),
    (output_by_alpha, r"\frac{\partial y_{out}}{\partial \alpha}"),
]
OF_X = [
    (sigmoid_form, r"\frac{1}{1 + e^{-x}}"),
    (slope_exponential, r"\frac{e^{-x}}{(1 + e^{-x})^{2}}"),
    (slope_product, r"\sigma(x) \cdot (1 - \sigma(x))"),
    (slope_short, r"\sigma'(x)"),
]


@pytest.mark.parametrize(("piece", "latex"), OF_STATE)
def test_the_notes_form(piece: Callable[[State], Expression], latex: str) -> None:
    assert piece(saturated_state(0.5, 1.0)).latex() == latex


@pytest.mark.parametrize(("piece", "latex"), OF_X)
def test_the_notes_form_of_the_sigmoid(piece: Callable[[Symbol], Expression], latex: str) -> None:
    assert piece(X).latex() == latex


def read_back(expression: Expression) -> float:
    text, order = symbolic(expression)
    held = names(expression)
    return evaluate(text, [held[name] for name in order])


@settings(max_examples=40)
@given(states())
def test_every_form_of_state_is_what_it_prints(state: State) -> None:
    for piece, _ in OF_STATE:
        expression = piece(state)
        scale = max(abs(expression.value), condition(state)) * condition(state)
        tolerance = 1e-14 * scale / float(min(1.0, state.values.y_out))
        assert abs(read_back(expression) - expression.value) <= tolerance, expression.latex()
        check_substituted(expression, expression.value, tolerance)


@pytest.mark.parametrize("x", [-800.0, -40.0, -0.75, 0.0, 1e-9, 0.75, 16.0, 40.0, 800.0])
def test_the_sigmoid_s_value_is_right_for_any_x(x: float) -> None:
    with mpmath.workdps(400):
        decay = mpmath.exp(-mpmath.mpf(x))
        output, slope = 1 / (1 + decay), decay / (1 + decay) ** 2
    symbol = Symbol("x", x)
    assert sigmoid_form(symbol).value == pytest.approx(float(output), rel=1e-15, abs=0)
    for form in (slope_exponential, slope_product, slope_short):
        assert form(symbol).value == pytest.approx(float(slope), rel=1e-15, abs=0)


def test_the_sigmoid_s_textbook_forms_fail_where_they_should() -> None:
    assert slope_product(Symbol("x", 40.0)).textbook == 0.0
    assert math.isnan(slope_exponential(Symbol("x", -800.0)).textbook)
    assert slope_exponential(Symbol("x", -400.0)).textbook == 0.0


def test_the_chain_through_alpha_keeps_its_value_where_its_factors_have_none() -> None:
    state = saturated_state(800.0, 0.0)
    assert output_by_alpha(state).value == 0.0
    chain = output_chain(output_slope(state), output_by_alpha(state), state)
    assert chain.value == 1.0
    assert chain.latex() == times(output_slope(state), output_by_alpha(state)).latex()


def test_times_lays_nested_products_flat() -> None:
    inner = Product((X, X))
    assert times(inner, X).factors == (X, X, X)
    assert times(X).latex(3) == "-0.75"
