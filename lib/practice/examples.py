"""Many examples of one network at once: the numbers that practice puts into a formula.

A thousand instances are measured in the time of one, because every number may be an array.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from lib.derivation import Expression, State, Variable, symbol_of
from lib.derivation.activation import slope_named
from lib.derivation.expression import Symbol
from lib.derivation.state import of_notes_kind
from lib.network import Architecture, Parameters, backward, forward, sigmoid_slope
from lib.network.validate import Array, finite_array, label_array

_VALUES = ("s", "o", "pooled", "alpha", "y_out")


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Examples, each run forward and backward. Every number has shape (B,), or () for one alone.

    Many at once are of the notes' kind. One alone is of any network, since the ways that a max pool
    leaves open depend on the numbers.
    """

    parameters: Any
    """The learned numbers by place, (..., as they are indexed)."""
    image: Array
    """(..., H, W), or (..., C, H, W)."""
    label: Array
    """``yy``, (...) in [0, 1], or (..., K); the given gradient where there is no label."""
    architecture: Architecture
    values: Any
    gradients: Any
    origin: State | None = None
    """The state, of one example alone."""

    @classmethod
    def of(cls, parameters: Parameters, image: ArrayLike, label: ArrayLike) -> Examples:
        """Run examples of the notes' kind, of shape (B,) or ().

        Raises:
            ValueError: whatever ``forward`` and ``backward`` refuse.
        """
        images, labels = finite_array("image", image, 2, "(..., H, W)"), label_array(label)
        values = forward(parameters, images)
        gradients = backward(parameters, values, images, labels)
        architecture = of_notes_kind(parameters.geometry(images.shape))
        return cls(parameters, images, labels, architecture, values, gradients)

    @classmethod
    def of_state(cls, state: State) -> Examples:
        """One example alone, of any network: its formulas print their numbers."""
        return cls(
            state.parameters,
            state.image,
            np.asarray(state.label),
            state.architecture,
            state.values,
            state.gradients,
            state,
        )

    def state(self, index: int) -> State:
        """One example by itself."""
        if self.origin is not None:
            return self.origin
        parameters = Parameters(self.parameters.kernel[index], self.parameters.dense[index])
        return State.of(parameters, self.image[index], float(self.label[index]))

    def part(self, index: slice) -> Examples:
        """Some of the examples; one alone is itself."""
        if self.origin is not None:
            return self
        parameters = Parameters(self.parameters.kernel[index], self.parameters.dense[index])
        return Examples.of(parameters, self.image[index], self.label[index])

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of each number: (B,) or ()."""
        return () if self.origin is not None else self.label.shape

    def __len__(self) -> int:
        return 1 if self.origin is not None else int(self.label.shape[0])

    def number(self, variable: Variable) -> Any:
        """The variable's own value, (...)."""
        group = variable.group
        if group in ("label", "given"):
            array: Any = self.label
        elif group == "image":
            array = self.image
        else:
            array = getattr(self.values if group in _VALUES else self.parameters, group)
        return array[(..., *variable.index)]

    def gradient(self, variable: Variable) -> Any:
        """∂L/∂variable, (...)."""
        return getattr(self.gradients, variable.group)[(..., *variable.index)]

    def name(self, variable: Variable) -> str:
        """The symbol as LaTeX."""
        return symbol_of(variable, self.architecture)

    def symbol(self, variable: Variable) -> Symbol:
        """The variable as a leaf of a formula."""
        return Symbol(self.name(variable), self.number(variable))

    def slope_at(self, variable: Variable) -> Symbol:
        """σ'(x) as a leaf."""
        number: Any = sigmoid_slope(self.number(variable))
        return Symbol(rf"\sigma'({self.name(variable)})", number)

    def activation_slope(self, s: Variable) -> Expression:
        """f′(s), f the network's activation; σ'(s) in the notes."""
        if self.architecture.activation == "sigmoid":
            return self.slope_at(s)
        return slope_named(self.architecture.activation, self.symbol(s))

    @property
    def loss(self) -> Symbol:
        """The loss as a leaf."""
        number: Any = self.gradients.loss
        return Symbol("L", number)
