"""The activations, each a pair: the function, and under it its slope.

Exponentials are taken of −|x| only, so that nothing overflows and no slope rounds to 0 too early.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from lib.network.architecture import Activation
from lib.network.sigmoid import sigmoid, sigmoid_slope
from lib.network.validate import Array

LEAK = 0.01
"""What leaky ReLU lets through of a negative number."""


def relu(x: Array) -> Array:
    """max(0, x)."""
    return np.maximum(x, 0.0)


def relu_slope(x: Array) -> Array:
    """[x > 0]: 1 where x is positive, 0 elsewhere; 0 at x = 0 too, as PyTorch has it."""
    return (x > 0.0).astype(np.float64)


def leaky_relu(x: Array) -> Array:
    """x where x is positive, x/100 elsewhere."""
    return np.where(x > 0.0, x, LEAK * x)


def leaky_relu_slope(x: Array) -> Array:
    """1 where x is positive, 1/100 elsewhere, at x = 0 too."""
    return np.where(x > 0.0, 1.0, LEAK)


def tanh(x: Array) -> Array:
    """(e^x − e^{−x}) / (e^x + e^{−x}), range [−1, 1]."""
    return np.tanh(x)


def tanh_slope(x: Array) -> Array:
    """1 − tanh(x)² = 4e^{−2|x|}/(1 + e^{−2|x|})², range [0, 1].

    1 − tanh(x)² as written would be 0 from x = 19 on, where tanh(x) rounds to 1.
    """
    small = np.exp(-2.0 * np.abs(x))
    return 4.0 * small / np.square(1.0 + small)


def same(x: Array) -> Array:
    """x itself: no activation."""
    return x


def same_slope(x: Array) -> Array:
    """1 everywhere."""
    return np.ones_like(x)


class Pair(NamedTuple):
    """A function of a number and its derivative, both for arrays of any shape."""

    function: Callable[[Array], Array]
    slope: Callable[[Array], Array]


ACTIVATIONS: dict[Activation, Pair] = {
    "sigmoid": Pair(sigmoid, sigmoid_slope),
    "tanh": Pair(tanh, tanh_slope),
    "relu": Pair(relu, relu_slope),
    "leaky_relu": Pair(leaky_relu, leaky_relu_slope),
    "none": Pair(same, same_slope),
}


def forward(kind: Activation, s: Array) -> Array:
    """o = f(s), entry by entry."""
    return ACTIVATIONS[kind].function(s)


def backward(kind: Activation, s: Array, delta: Array) -> Array:
    """∂L/∂s = ∂L/∂o · f′(s), entry by entry."""
    return delta * ACTIVATIONS[kind].slope(s)
