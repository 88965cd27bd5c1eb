"""Nudge one variable and look at the loss: the derivative without the chain rule, and its errors.

*Forward* (L(w+ε) − L(w)) / ε, *central* (L(w+ε) − L(w−ε)) / 2ε, *complex step* Im L(w + iε) / ε.
Against ε the error of the first two is a V: to the right the curve bends (the error grows like ε,
and like ε²), to the left digits cancel (it grows like 1/ε). The complex step subtracts nothing, so
its left arm is flat.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lib.derivation.state import State, is_of_notes_kind
from lib.derivation.variable import Variable
from lib.network import cell_by_cell
from lib.network.check import relative_error
from lib.network.made_of import LOSS
from lib.network.nudge import EPSILON, loss_along
from lib.network.sigmoid import sigmoid
from lib.network.validate import Array, finite_array

EPSILONS = np.logspace(-16, 0, 65)
"""The default range of the error curve: four a decade, from float64's last digit to 1."""

_Loss = Callable[[NDArray[Any]], NDArray[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class Estimates:
    """∂L/∂w by three nudges, one entry for each ε."""

    epsilons: Array
    """The nudges made; for ``y_out`` already times the room it has in (0, 1)."""
    forward: Array
    central: Array
    complex_step: Array
    analytic: float
    """The chain rule's answer."""

    def relative_errors(self) -> dict[str, Array]:
        """Each method's |estimate − analytic| over the larger of the two; NaN without estimate."""
        methods = {
            "forward": self.forward,
            "central": self.central,
            "complex_step": self.complex_step,
        }
        return {name: relative_error(self.analytic, found) for name, found in methods.items()}


@dataclass(frozen=True, slots=True)
class Nudge:
    """One variable moved by one ε: the three losses and the three slopes."""

    variable: Variable
    at: float
    """The variable's value, w."""
    epsilon: float
    behind: float
    """L(w − ε)"""
    here: float
    """L(w)"""
    ahead: float
    """L(w + ε)"""
    forward: float
    central: float
    complex_step: float
    analytic: float


def nudge(variable: Variable, state: State, epsilon: float = EPSILON) -> Nudge:
    """Move the variable by ε both ways.

    ``y_out`` moves by ε·min(y_out, 1 − y_out), so that it stays inside (0, 1); ``Nudge.epsilon`` is
    the distance it moved.

    Raises:
        ValueError: ε is not a finite number above 0.
    """
    found = estimates(variable, state, [epsilon])
    step, at = float(found.epsilons[0]), state.number(variable)
    with np.errstate(all="ignore"):
        behind, here, ahead = _loss(variable, state)(np.array([-step, 0.0, step]))
    return Nudge(
        variable=variable,
        at=at,
        epsilon=step,
        behind=float(behind),
        here=float(here),
        ahead=float(ahead),
        forward=float(found.forward[0]),
        central=float(found.central[0]),
        complex_step=float(found.complex_step[0]),
        analytic=found.analytic,
    )


def estimates(variable: Variable, state: State, epsilons: ArrayLike = EPSILONS) -> Estimates:
    """∂L/∂variable by forward difference, central difference and complex step, for each ε.

    NaN where ε is lost in the variable's rounding, so that nothing moves.

    Raises:
        ValueError: an ε that is not a finite number above 0.
    """
    steps = finite_array("epsilon", epsilons, 1, "(n,)")
    if not (steps > 0).all():
        raise ValueError(f"epsilon: got {steps.min()}, wanted finite numbers above 0")
    if variable.group == "y_out":
        steps = steps * _room(variable, state)
    loss, at = _loss(variable, state), state.number(variable)
    with np.errstate(all="ignore"):
        here = loss(np.zeros(1))
        ahead, behind = loss(steps), loss(-steps)
        # w+ε and w−ε are rounded: divide by the way that lies between them
        forward = (ahead - here) / ((at + steps) - at)
        central = (ahead - behind) / ((at + steps) - (at - steps))
        along = loss(1j * steps).imag / steps
    return Estimates(steps, forward, central, along, state.gradient(variable))


def central(variable: Variable, state: State) -> float:
    """∂L/∂variable by the central difference of the default ε alone; NaN where it is lost."""
    step = EPSILON * (_room(variable, state) if variable.group == "y_out" else 1.0)
    at = state.number(variable)
    with np.errstate(all="ignore"):
        ahead, behind = _loss(variable, state)(np.array([step, -step]))
        return float((ahead - behind) / np.float64((at + step) - (at - step)))


def loss_curve(variable: Variable, state: State, values: ArrayLike) -> Array:
    """L with the variable set to each of the values, all before it held fixed; shape of ``values``.

    Outside (0, 1) there is no loss for ``y_out``: NaN.

    Raises:
        ValueError: values that are not finite numbers.
    """
    points = finite_array("values", values, 1, "(n,)")
    with np.errstate(all="ignore"):
        return _loss(variable, state)(points - state.number(variable))


def _room(variable: Variable, state: State) -> float:
    """How far y_out lies from the nearer end of (0, 1)."""
    if state.architecture.head == "softmax":
        y = state.number(variable)
        return min(y, 1.0 - y)
    return float(sigmoid(-abs(state.number(Variable("alpha", variable.index)))))


def _loss(variable: Variable, state: State) -> _Loss:
    """The loss by how far the variable has moved: moves (n,), real or complex, to losses (n,)."""
    if not is_of_notes_kind(state.architecture):
        if "numbers" not in state.kept:
            numbers = {cell: state.number(cell) for cell in state.names}
            state.kept["numbers"] = {**numbers, LOSS: state.loss}
        return cell_by_cell.loss_along(state.architecture, state.kept["numbers"], variable)
    group: Any = variable.group
    losses = loss_along(group, state.parameters, state.image, state.label)
    holder = {"image": state, "kernel": state.parameters, "dense": state.parameters}
    point = np.asarray(getattr(holder.get(group, state.values), group))
    unit = np.zeros_like(point)
    unit[variable.index] = 1.0

    def moved(moves: NDArray[Any]) -> NDArray[Any]:
        return losses(point + np.multiply.outer(moves, unit))

    return moved
