"""Many examples of one network shape at once: the numbers that practice puts into a formula.

A thousand instances are measured in the time of one, because every number may be an array.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from lib.derivation import State, Variable, symbol_of
from lib.derivation.expression import Symbol
from lib.network import (
    Geometry,
    Gradients,
    Parameters,
    Values,
    backward,
    forward,
    sigmoid_slope,
)
from lib.network.validate import Array, finite_array, label_array

Y_OUT, ALPHA = Variable("y_out"), Variable("alpha")


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Examples, each run forward and backward. Every number has shape (B,), or () for one alone."""

    parameters: Parameters
    """Kernel (..., kh, kw), dense (..., windows)."""
    image: Array
    """(..., H, W)."""
    label: Array
    """``yy``, (...), in [0, 1]."""
    geometry: Geometry
    values: Values
    gradients: Gradients

    @classmethod
    def of(cls, parameters: Parameters, image: ArrayLike, label: ArrayLike) -> Examples:
        """Run examples of shape (B,) or ().

        Raises:
            ValueError: whatever ``forward`` and ``backward`` refuse.
        """
        images, labels = finite_array("image", image, 2, "(..., H, W)"), label_array(label)
        values = forward(parameters, images)
        gradients = backward(parameters, values, images, labels)
        geometry = parameters.geometry(images.shape)
        return cls(parameters, images, labels, geometry, values, gradients)

    @classmethod
    def of_state(cls, state: State) -> Examples:
        """One example alone: its formulas print their numbers."""
        return cls.of(state.parameters, state.image, np.array(state.label))

    @classmethod
    def of_states(cls, states: Sequence[State]) -> Examples:
        """A batch of examples of one shape."""
        kernel = np.array([state.parameters.kernel for state in states])
        dense = np.array([state.parameters.dense for state in states])
        image = np.array([state.image for state in states])
        return cls.of(Parameters(kernel, dense), image, np.array([s.label for s in states]))

    def state(self, index: int) -> State:
        """One example by itself."""
        parameters = Parameters(self.parameters.kernel[index], self.parameters.dense[index])
        return State.of(parameters, self.image[index], float(self.label[index]))

    def part(self, index: slice) -> Examples:
        """Some of the examples."""
        parameters = Parameters(self.parameters.kernel[index], self.parameters.dense[index])
        return Examples.of(parameters, self.image[index], self.label[index])

    def __len__(self) -> int:
        return int(self.label.shape[0])

    def number(self, variable: Variable) -> Any:
        """The variable's own value, (...)."""
        holder = {"image": self, "kernel": self.parameters, "dense": self.parameters}
        array: Any = getattr(holder.get(variable.group, self.values), variable.group)
        return array[(..., *variable.index)]

    def gradient(self, variable: Variable) -> Any:
        """∂L/∂variable, (...)."""
        return getattr(self.gradients, variable.group)[(..., *variable.index)]

    def name(self, variable: Variable) -> str:
        """The notes' symbol as LaTeX."""
        return symbol_of(variable, self.geometry)

    def symbol(self, variable: Variable) -> Symbol:
        """The variable as a leaf of a formula."""
        return Symbol(self.name(variable), self.number(variable))

    def slope_at(self, variable: Variable) -> Symbol:
        """σ'(x) as a leaf."""
        number: Any = sigmoid_slope(self.number(variable))
        return Symbol(rf"\sigma'({self.name(variable)})", number)

    @property
    def yy(self) -> Symbol:
        """The label as a leaf."""
        number: Any = self.label
        return Symbol("yy", number)

    @property
    def loss(self) -> Symbol:
        """The loss as a leaf."""
        number: Any = self.gradients.loss
        return Symbol("L", number)
