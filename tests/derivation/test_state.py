"""One example, run forward and backward."""

import numpy as np
import pytest

from lib.derivation import State, Variable, variables
from lib.network import Parameters
from tests.derivation.states import SHAPES, Shape, seeded_state

ONES = Parameters(np.ones((3, 3)), np.ones(4))


def test_every_variable_has_its_number_and_its_gradient() -> None:
    state = seeded_state(0)
    assert state.number(Variable("kernel", (2, 1))) == state.parameters.kernel[2, 1]
    assert state.number(Variable("dense", (3,))) == state.parameters.dense[3]
    assert state.number(Variable("image", (1, 2))) == state.image[1, 2]
    assert state.number(Variable("s", (2,))) == state.values.s[2]
    assert state.number(Variable("o", (2,))) == state.values.o[2]
    assert state.number(Variable("alpha")) == state.values.alpha
    assert state.number(Variable("y_out")) == state.values.y_out
    assert state.gradient(Variable("image", (1, 2))) == state.gradients.image[1, 2]
    assert state.gradient(Variable("alpha")) == state.gradients.alpha


@pytest.mark.parametrize("shape", SHAPES)
def test_numbers_are_plain_floats(shape: Shape) -> None:
    state = seeded_state(1, shape, label=0.25)
    assert (state.yy.name, state.yy.number) == ("yy", 0.25)
    for variable in variables(state.geometry):
        assert type(state.number(variable)) is float
        assert type(state.gradient(variable)) is float


def test_the_caller_s_array_may_change_afterwards() -> None:
    image = np.eye(4)
    state = State.of(ONES, image, 1.0)
    image[0, 0] = 7.0
    assert state.number(Variable("image", (0, 0))) == 1.0


@pytest.mark.parametrize(
    ("parameters", "image", "label", "message"),
    [
        (ONES, np.ones((2, 4, 4)), 1.0, "one network and one image"),
        (Parameters(np.ones((2, 3, 3)), np.ones((2, 4))), np.eye(4), 1.0, "one network"),
        (ONES, np.eye(4), [0.0, 1.0], "label: got shape"),
        (ONES, np.eye(4), [1.0], "label: got shape"),
        (ONES, np.eye(4), 1.5, "label"),
        (ONES, np.full((4, 4), np.nan), 1.0, "image"),
        (ONES, np.eye(5), 1.0, "dense"),
    ],
)
def test_what_is_not_one_example_is_refused(
    parameters: Parameters, image: object, label: object, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        State.of(parameters, image, label)
