"""The end of the network: output and loss in one, a kind a file.

Each has ``output``, ``loss`` and the loss's derivatives by the output and by α; all of arrays
(..., K), the loss summed over the K outputs. Written in α they keep digits that y has lost.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from lib.network.architecture import Head
from lib.network.heads import cross_entropy, sigmoid_squared, softmax, squared
from lib.network.validate import Array


class Formulas(NamedTuple):
    """What a head computes."""

    output: Callable[[Array], Array] | None
    """y from α; None where there is no y."""
    loss: Callable[[Array, Array], Array]
    """L, shape (...), from α and label."""
    by_output: Callable[[Array, Array], Array] | None
    """∂L/∂y from α and label."""
    by_alpha: Callable[[Array, Array], Array]
    """∂L/∂α from α and label."""


HEADS: dict[Head, Formulas] = {
    "cross_entropy": Formulas(
        cross_entropy.output, cross_entropy.loss, cross_entropy.by_output, cross_entropy.by_alpha
    ),
    "softmax": Formulas(softmax.output, softmax.loss, softmax.by_output, softmax.by_alpha),
    "squared": Formulas(None, squared.loss, None, squared.by_alpha),
    "sigmoid_squared": Formulas(
        sigmoid_squared.output,
        sigmoid_squared.loss,
        sigmoid_squared.by_output,
        sigmoid_squared.by_alpha,
    ),
}
"""Every head but ``given``, which has no α."""
