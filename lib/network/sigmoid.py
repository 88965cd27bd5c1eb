"""The sigmoid and its derivative, a pair (N6, N7)."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from lib.network.validate import Array


def sigmoid(x: ArrayLike) -> Array:
    """σ(x) = 1/(1+e^{-x}), N6, for any real x; shape kept, range [0, 1].

    The exponential is taken of −|x| only, so it never overflows: for x < 0 the same value is
    e^{x}/(1+e^{x}).
    """
    x = np.asarray(x, dtype=np.float64)
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, small) / (1.0 + small)


def sigmoid_slope(x: ArrayLike) -> Array:
    """σ'(x) = e^{-x}/(1+e^{-x})² = σ(x)(1−σ(x)), N7; shape kept, range [0, 1/4].

    It is even in x, so e^{-|x|}/(1+e^{-|x|})² serves both signs. σ(x)(1−σ(x)) as written would be 0
    from x = 37 on, where 1−σ(x) rounds to 0.
    """
    small = np.exp(-np.abs(np.asarray(x, dtype=np.float64)))
    return small / np.square(1.0 + small)
