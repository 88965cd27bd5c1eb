"""One step of gradient descent: every weight against its own gradient."""

from __future__ import annotations

from lib.derivation.expression import Partial, Product, Sum, Symbol, difference
from lib.derivation.state import State
from lib.derivation.variable import Variable
from lib.network import Gradients, Parameters

RATE = r"\eta"


def descended(parameters: Parameters, gradients: Gradients, rate: float) -> Parameters:
    """w ← w − η·∂L/∂w for the kernel and the dense weights.

    Raises:
        ValueError: the new weights exceed float64.
    """
    return Parameters(
        kernel=parameters.kernel - rate * gradients.kernel,
        dense=parameters.dense - rate * gradients.dense,
    )


def update_expression(variable: Variable, state: State, rate: float) -> Sum:
    """w − η·∂L/∂w for one weight."""
    weight = state.symbol(variable)
    slope = Partial("L", state.name(variable), state.gradient(variable))
    return difference(weight, Product((Symbol(RATE, rate), slope)))
