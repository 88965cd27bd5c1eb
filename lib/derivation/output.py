"""A free y_out: the end of the network alone, for the lessons on the loss."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from lib.derivation.state import State
from lib.network import Parameters


def output_state(y_out: float, label: float) -> State:
    """A state whose y_out is exactly the number given: one pixel, one weight, α = logit(y_out).

    Args:
        y_out: in (0, 1), both ends left out.
        label: ``yy`` in [0, 1].

    Raises:
        ValueError: y_out is not strictly between 0 and 1, or a label outside [0, 1].
    """
    if not 0.0 < y_out < 1.0:
        raise ValueError(f"y_out: got {y_out}, wanted a number strictly between 0 and 1")
    alpha = float(np.log(y_out) - np.log1p(-y_out))
    # o = σ(0) = 1/2 in the only window, so that w_a = 2α gives α
    state = State.of(Parameters(np.zeros((1, 1)), [2.0 * alpha]), np.zeros((1, 1)), label)
    return replace(state, values=replace(state.values, y_out=np.asarray(y_out)))
