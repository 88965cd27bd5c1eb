"""One step of gradient descent."""

import numpy as np
import pytest

from lib.derivation import State, Variable, variables
from lib.derivation.update import descended, update_expression
from tests.derivation.checks import check_substituted
from tests.derivation.states import SHAPES, Shape, seeded_state


@pytest.mark.parametrize("shape", SHAPES)
def test_every_weight_s_formula_is_what_the_update_does(shape: Shape) -> None:
    state, rate = seeded_state(2, shape, label=0.0), 0.3
    after = State.of(descended(state.parameters, state.gradients, rate), state.image, state.label)
    for variable in variables(state.geometry):
        if variable.group in ("kernel", "dense"):
            expression = update_expression(variable, state, rate)
            assert expression.value == pytest.approx(after.number(variable), rel=1e-15)
            check_substituted(expression, after.number(variable), 1e-15)


def test_written_form() -> None:
    expression = update_expression(Variable("kernel", (2, 1)), seeded_state(0), 0.5)
    assert expression.latex() == r"w_{21} - \eta \cdot \frac{\partial L}{\partial w_{21}}"


def test_a_small_step_lowers_the_loss_by_what_the_gradient_promises() -> None:
    state, rate = seeded_state(2, label=0.0), 1e-6
    after = State.of(descended(state.parameters, state.gradients, rate), state.image, state.label)
    slopes = [*state.gradients.kernel.ravel(), *state.gradients.dense]
    promised = rate * float(np.square(slopes).sum())
    fall = float(state.gradients.loss - after.gradients.loss)
    assert fall == pytest.approx(promised, rel=1e-3)


def test_nothing_is_changed_in_place() -> None:
    state = seeded_state(0)
    before = state.parameters.kernel.copy()
    descended(state.parameters, state.gradients, 10.0)
    assert np.array_equal(state.parameters.kernel, before)


def test_a_step_past_float64_is_refused() -> None:
    state = seeded_state(0)
    with pytest.raises(ValueError, match="infinity"), np.errstate(over="ignore"):
        descended(state.parameters, state.gradients, 1e308 * 1e3)
