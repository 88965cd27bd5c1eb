"""One example, run forward and backward: the numbers that every formula is read with."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from lib.derivation.expression import Symbol
from lib.derivation.variable import Variable, symbol_of
from lib.network import Geometry, Gradients, Parameters, Values, backward, forward
from lib.network.validate import Array, finite_array


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """A network, one image (H, W), its label, and all that follows from them."""

    parameters: Parameters
    image: Array
    label: float
    geometry: Geometry
    values: Values
    gradients: Gradients

    @classmethod
    def of(cls, parameters: Parameters, image: ArrayLike, label: float) -> State:
        """Run the example.

        Raises:
            ValueError: whatever ``forward`` and ``backward`` refuse, and a batch.
        """
        image = finite_array("image", image, 2, "(H, W)")
        if image.ndim + parameters.kernel.ndim + parameters.dense.ndim != 5:
            raise ValueError(
                f"a derivation takes one network and one image: got image {image.shape}, kernel "
                f"{parameters.kernel.shape}, dense {parameters.dense.shape}"
            )
        if np.ndim(label):
            raise ValueError(f"label: got shape {np.shape(label)}, wanted () for one example")
        values = forward(parameters, image)
        gradients = backward(parameters, values, image, label)
        geometry = parameters.geometry(image.shape)
        return cls(parameters, image, float(label), geometry, values, gradients)

    def number(self, variable: Variable) -> float:
        """The variable's own value."""
        match variable.group:
            case "image":
                array: Array = self.image
            case "kernel" | "dense":
                array = getattr(self.parameters, variable.group)
            case _:
                array = getattr(self.values, variable.group)
        return float(array[variable.index])

    def gradient(self, variable: Variable) -> float:
        """∂L/∂variable."""
        return float(getattr(self.gradients, variable.group)[variable.index])

    def symbol(self, variable: Variable) -> Symbol:
        """The variable as a leaf of a formula."""
        return Symbol(symbol_of(variable, self.geometry), self.number(variable))

    @property
    def yy(self) -> Symbol:
        """The label as a leaf."""
        return Symbol("yy", self.label)
