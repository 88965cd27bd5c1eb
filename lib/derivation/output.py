"""A free y_out: the end of the network alone, for the lessons on the loss."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from lib.derivation.state import State
from lib.network import Parameters
from lib.network.validate import Array


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
    state = alpha_state(float(np.log(y_out) - np.log1p(-y_out)), label)
    return replace(state, values=replace(state.values, y_out=np.asarray(y_out)))


def alpha_state(alpha: float, label: float) -> State:
    """A state whose α is exactly the number given.

    Raises:
        ValueError: α is not finite, or a label outside [0, 1].
    """
    # o = σ(0) = 1/2 in the only window, so that w_a = 2α gives α
    return State.of(Parameters(np.zeros((1, 1)), [2.0 * alpha]), np.zeros((1, 1)), label)


def long_path(alpha: Array, label: float) -> Array:
    """∂L/∂y_out · ∂y_out/∂α for many α as a textbook computes it in float64, NaN and all.

    Args:
        alpha: ``α``, shape (n,).
        label: ``yy`` in [0, 1].

    Returns:
        (y_out−yy)/(y_out·(1−y_out)) · e^{-α}/(1+e^{-α})², shape (n,), every operation as written.
    """
    with np.errstate(all="ignore"):
        decay = np.exp(-alpha)
        y_out = 1.0 / (1.0 + decay)
        slope = (y_out - label) / (y_out * (1.0 - y_out))
        return np.asarray(slope * (decay / np.square(1.0 + decay)))
