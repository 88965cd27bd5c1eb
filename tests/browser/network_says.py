"""What the page should show: every number straight from ``lib.network``, written as it writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lib.derivation import (
    Precision,
    Variable,
    computed_number,
    plain_number,
    plain_symbol,
    symbol_of,
    variables,
)
from lib.network import Gradients, Parameters, Values, backward, central_difference, forward
from lib.scenario import GEOMETRY

VARIABLES = variables(GEOMETRY)


@dataclass(frozen=True)
class Network:
    """The network on 30 numbers, and how each of its numbers is written."""

    image: np.ndarray
    parameters: Parameters
    values: Values
    gradients: Gradients
    nudged: Gradients

    @classmethod
    def of(cls, numbers: Sequence[float]) -> Network:
        """Run it on 30 numbers: image, kernel, dense weights, label."""
        image = np.reshape(numbers[:16], (4, 4))
        parameters = Parameters(np.reshape(numbers[16:25], (3, 3)), np.array(numbers[25:29]))
        label = numbers[29]
        values = forward(parameters, image)
        return cls(
            image,
            parameters,
            values,
            backward(parameters, values, image, label),
            central_difference(parameters, image, label),
        )

    def value(self, variable: Variable) -> float:
        """The number of a variable itself."""
        match variable.group:
            case "image":
                return float(self.image[variable.index])
            case "kernel" | "dense":
                return float(getattr(self.parameters, variable.group)[variable.index])
            case group:
                return float(getattr(self.values, group)[variable.index])

    def gradient(self, variable: Variable) -> float:
        """∂L/∂variable."""
        return float(getattr(self.gradients, variable.group)[variable.index])

    def gradient_texts(self, precision: Precision) -> dict[str, str]:
        """``∂L/∂w₀₀`` and so on, with the number as it is written."""
        return {
            f"∂L/∂{plain_symbol(v, GEOMETRY)}": computed_number(self.gradient(v), precision)
            for v in VARIABLES
        }

    def value_texts(self, precision: Precision) -> dict[str, str]:
        """``w₀₀`` and so on, with the number as it is written, and the loss."""
        entered = ("kernel", "dense", "image")
        texts = {
            plain_symbol(v, GEOMETRY): plain_number(
                self.value(v), precision, v.group not in entered
            )
            for v in VARIABLES
        }
        return texts | {"L": computed_number(float(self.gradients.loss), precision)}

    def table(self, precision: Precision) -> dict[str, tuple[str, str]]:
        """By the LaTeX of ∂L/∂x: the partial derivative and its central difference."""
        return {
            self.symbol(v): (
                computed_number(self.gradient(v), precision),
                computed_number(float(getattr(self.nudged, v.group)[v.index]), precision),
            )
            for v in VARIABLES
        }

    def symbol(self, variable: Variable) -> str:
        """∂L/∂variable as LaTeX."""
        return rf"\frac{{\partial L}}{{\partial {symbol_of(variable, GEOMETRY)}}}"
