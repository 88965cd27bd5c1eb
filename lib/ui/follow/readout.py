"""What stands beside the slider of the lecture view: its number's partial derivative, and L."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lib.derivation import Variable, computed_number
from lib.derivation.plain import symbol_parts
from lib.derivation.quantity import LOSS, Quantity, slope
from lib.network import sigmoid, sigmoid_slope
from lib.network.places import places
from lib.ui.follow import panel
from lib.ui.follow.part import Part
from lib.ui.follow.snapshot import Snapshot
from lib.ui.state import keys

Told = tuple[str, str, str, str]
"""What stands before a symbol, the symbol and its index, its value."""


UNKNOWN = "?"
"""In place of a value that is not to be told yet, as in the picture of the walk."""


def numbers(now: Snapshot, tells: Callable[[Quantity], bool]) -> dict[str, Any]:
    """By the key of each number that has a slider, on any lesson: what is to be read beside it.

    ``tells``: whether the network's L, or a partial derivative, may be told yet.
    """
    x, free = now.scenario.probe_x, now.output
    loss = _told(("L", ""), now.state.loss if tells(LOSS) else None, now)

    def partial(variable: Variable) -> Told:
        gradient = now.state.gradient(variable) if tells(slope(variable)) else None
        return _partial(variable, gradient, now)

    known = places(now.architecture).values()
    sliding = [v for one in known if one.role in ("parameter", "image") for v in one.cells()]
    targets = [v for one in known if one.role == "target" for v in one.cells()]
    free_loss = _told(("L", ""), float(free.gradients.loss), now)
    y_out = Variable("y_out")
    return {
        **{v.key: [partial(v), loss] for v in sliding},
        **{v.key: [loss] for v in targets},
        keys.slider("probe_output"): [_partial(y_out, free.gradient(y_out), now), free_loss],
        keys.slider("label"): [free_loss],
        keys.slider("probe_x"): [
            _told(("σ(x)", ""), float(sigmoid(x)), now),
            _told(("σ′(x)", ""), float(sigmoid_slope(x)), now),
        ],
    }


def _partial(variable: Variable, gradient: float | None, now: Snapshot) -> Told:
    return _told(symbol_parts(variable, now.architecture), gradient, now, "∂L/∂")


def _told(symbol: tuple[str, str], number: float | None, now: Snapshot, before: str = "") -> Told:
    written = UNKNOWN if number is None else computed_number(number, now.precision)
    return (before, *symbol, written)


def _unless_asked(now: Snapshot) -> dict[str, Any]:
    """All but what is to be predicted: whether that has been said, only the session knows."""
    asked = slope(now.variable) if now.scenario.predict else None
    return numbers(now, lambda quantity: quantity != asked)


NUMBERS = Part(keys.LECTURE_NUMBERS, panel.COMPONENT, _unless_asked)
"""Shown by the bar of the sliders' component, beside its own numbers."""
