"""One step of gradient descent: every weight against its own gradient."""

from __future__ import annotations

from lib.derivation.expression import Partial, Product, Sum, Symbol, difference
from lib.derivation.state import State, is_of_notes_kind
from lib.derivation.variable import Variable
from lib.network import Gradients, Parameters
from lib.network.places import places
from lib.network.validate import Array

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


def after_update(state: State, rate: float) -> State:
    """The state after one step: the same image and label, every parameter moved.

    Raises:
        ValueError: the new parameters, or their network's values, exceed float64.
    """
    if is_of_notes_kind(state.architecture):
        moved = descended(state.parameters, state.gradients, rate)
        return State.of(moved, state.image, state.label)
    learned: dict[str, Array] = {
        place.name: getattr(state.parameters, place.name)
        - rate * getattr(state.gradients, place.name)
        for place in places(state.architecture).values()
        if place.role == "parameter"
    }
    return State.of_network(state.architecture, learned, state.image, state.label)


def update_expression(variable: Variable, state: State, rate: float) -> Sum:
    """w − η·∂L/∂w for one weight."""
    weight = state.symbol(variable)
    slope = Partial("L", state.name(variable), state.gradient(variable))
    return difference(weight, Product((Symbol(RATE, rate), slope)))
