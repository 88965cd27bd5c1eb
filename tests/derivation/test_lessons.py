"""The equations before the chain rule: N1–N3, N6–N8."""

import math

import pytest
from hypothesis import given, settings

from lib.derivation import Expression, State
from lib.derivation.lessons import (
    alpha_sum,
    base_two,
    cross_entropy_sum,
    map_cell,
    output_form,
    window_sum,
)
from lib.derivation.pieces import loss_expression
from tests.derivation.checks import check_substituted
from tests.derivation.oracle import Oracle
from tests.derivation.reading import evaluate, names, symbolic
from tests.derivation.states import condition, saturated_state, seeded_state, states


def lessons(state: State) -> list[tuple[Expression, float, float]]:
    """Each expression, the value it claims, and the scale of its terms."""
    windows = range(state.geometry.window_count)
    loss = float(state.gradients.loss)
    return [
        *((window_sum(k, state), float(state.values.s[k]), 4.0) for k in windows),
        *((map_cell(k, state), float(state.values.o[k]), 1.0) for k in windows),
        (alpha_sum(state), float(state.values.alpha), 2.0),
        (output_form(state), float(state.values.y_out), 1.0),
        (cross_entropy_sum(state), loss, 1.0),
        (loss_expression(state), loss, 1.0),
        (base_two(state), loss / math.log(2.0), 1.0),
    ]


@settings(max_examples=40)
@given(states())
def test_every_lesson_is_held_three_ways(state: State) -> None:
    oracle = Oracle(state)
    for expression, want, scale in lessons(state):
        size = scale * state.geometry.window_count * math.prod(state.geometry.kernel_shape)
        tolerance = 1e-14 * size * condition(state)
        assert abs(expression.value - want) <= tolerance
        held = names(expression)
        for name, number in held.items():
            assert number == pytest.approx(oracle.number(name), rel=tolerance, abs=tolerance)
        text, order = symbolic(expression)
        if not (state.label in (0.0, 1.0) and r"\log" in expression.latex()):  # no 0·log 0
            assert abs(evaluate(text, [held[name] for name in order]) - want) <= tolerance


def test_with_all_digits_in_every_lesson_reads_back() -> None:
    state = seeded_state(3, label=0.3)
    for expression, want, _ in lessons(state):
        check_substituted(expression, want, 1e-13)


def test_the_notes_forms() -> None:
    state = seeded_state(0)
    assert window_sum(3, state).latex() == (
        r"w_{00} \cdot a_{11} + w_{01} \cdot a_{12} + w_{02} \cdot a_{13} + "
        r"w_{10} \cdot a_{21} + w_{11} \cdot a_{22} + w_{12} \cdot a_{23} + "
        r"w_{20} \cdot a_{31} + w_{21} \cdot a_{32} + w_{22} \cdot a_{33}"
    )
    assert map_cell(2, state).latex() == r"\frac{1}{1 + e^{-s_{2}}}"
    assert alpha_sum(state).latex() == (
        r"w_{a} \cdot o_{00} + w_{b} \cdot o_{01} + w_{c} \cdot o_{10} + w_{d} \cdot o_{11}"
    )
    assert output_form(state).latex() == r"\frac{1}{1 + e^{-\alpha}}"
    assert cross_entropy_sum(state).latex() == (
        r"-(P_{1}(x) \cdot \log Q_{1}(x) + P_{0}(x) \cdot \log Q_{0}(x))"
    )
    assert base_two(state).latex() == r"\frac{L}{\ln 2}"


@pytest.mark.parametrize("alpha", [-800.0, -40.0, 40.0, 800.0])
@pytest.mark.parametrize("label", [0.0, 0.5, 1.0])
def test_the_loss_is_right_at_saturation(alpha: float, label: float) -> None:
    state = saturated_state(alpha, label)
    want = label * max(-alpha, 0.0) + (1.0 - label) * max(alpha, 0.0)
    for form in (loss_expression(state), cross_entropy_sum(state)):
        assert form.value == pytest.approx(want, abs=1e-16)
        assert form.value >= 0.0
    assert base_two(state).value == pytest.approx(want / math.log(2.0), abs=1e-16)
    assert output_form(state).value == state.values.y_out


def test_the_loss_as_written_is_not_a_number_at_saturation() -> None:
    assert math.isnan(loss_expression(saturated_state(40.0, 1.0)).textbook)
    assert math.isnan(cross_entropy_sum(saturated_state(800.0, 1.0)).textbook)
