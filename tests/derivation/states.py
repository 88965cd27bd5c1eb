"""Random states of several shapes, and the size that a gradient's digits are counted against."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lib.derivation import State, Variable
from lib.network import Parameters, sigmoid, sigmoid_slope
from lib.network.convolution import image_gradient, kernel_gradient
from lib.network.validate import Array

NOTES = ((4, 4), (3, 3))
OTHERS = (((5, 4), (2, 3)), ((3, 3), (3, 3)), ((3, 3), (1, 1)), ((2, 5), (2, 2)), ((1, 1), (1, 1)))
SHAPES = (NOTES, *OTHERS)

Shape = tuple[tuple[int, int], tuple[int, int]]


def window_count(shape: Shape) -> int:
    (h, w), (kh, kw) = shape
    return (h - kh + 1) * (w - kw + 1)


@st.composite
def states(draw: st.DrawFn, shape: Shape | None = None, size: float = 2.0) -> State:
    """A state with entries in ±size, one shape or any of them, labels hard and soft."""
    image_shape, kernel_shape = shape or draw(st.sampled_from(SHAPES))
    entries = st.floats(-size, size, allow_subnormal=False)
    count = window_count((image_shape, kernel_shape))
    return State.of(
        Parameters(
            draw(arrays(np.float64, kernel_shape, elements=entries)),
            draw(arrays(np.float64, count, elements=entries)),
        ),
        draw(arrays(np.float64, image_shape, elements=entries)),
        draw(st.one_of(st.sampled_from([0.0, 1.0, 0.5]), st.floats(0, 1, allow_subnormal=False))),
    )


def seeded_state(seed: int, shape: Shape = NOTES, label: float = 1.0) -> State:
    """An ordinary state: the same one for the same seed."""
    rng = np.random.default_rng(seed)
    image_shape, kernel_shape = shape
    parameters = Parameters(rng.normal(size=kernel_shape), rng.normal(size=window_count(shape)))
    return State.of(parameters, rng.normal(size=image_shape), label)


def saturated_state(alpha: float, label: float) -> State:
    """The notes' network with exactly this α: one dense weight carries it over an o of 1/2."""
    image = np.eye(4)
    image[:3, :3] = 0.0  # s_0 = 0, and w_b … w_d are 0
    return State.of(Parameters(np.ones((3, 3)), [2.0 * alpha, 0.0, 0.0, 0.0]), image, label)


def scale_of(variable: Variable, state: State) -> float:
    """|∂L/∂variable| if nothing in its sums cancelled: lib.network's lines on absolute values."""
    alpha, yy = state.values.alpha, state.label
    at_alpha = (1.0 - yy) * sigmoid(alpha) + yy * sigmoid(-alpha)
    at_o = at_alpha * np.abs(state.parameters.dense)
    at_s = at_o * sigmoid_slope(state.values.s)
    delta = at_s.reshape(state.geometry.map_shape)
    whole: dict[str, Array] = {
        "alpha": at_alpha,
        "y_out": at_alpha / sigmoid_slope(alpha),
        "dense": at_alpha * state.values.o,
        "o": at_o,
        "s": at_s,
        "kernel": kernel_gradient(np.abs(state.image), delta),
        "image": image_gradient(np.abs(state.parameters.kernel), delta),
    }
    return float(whole[variable.group][variable.index])


def condition(state: State) -> float:
    """How much the notes' formula magnifies the rounding of y_out: it divides by 1 − y_out."""
    return 1.0 + float(1.0 / sigmoid(-state.values.alpha))
