"""What stands beside the slider of the lecture view: its number's partial derivative, and L."""

from __future__ import annotations

from lib.derivation import Variable, computed_number
from lib.derivation.plain import symbol_parts
from lib.network import sigmoid, sigmoid_slope
from lib.network.places import places
from lib.ui.follow import panel
from lib.ui.follow.part import Part
from lib.ui.follow.snapshot import Snapshot
from lib.ui.state import keys

Told = tuple[str, str, str, str]
"""What stands before a symbol, the symbol and its index, its value."""


def _numbers(now: Snapshot) -> dict[str, list[Told]]:
    """By the key of each number that has a slider, on any lesson: what is to be read beside it."""
    x, free = now.scenario.probe_x, now.output
    loss = _told(("L", ""), now.state.loss, now)
    known = places(now.architecture).values()
    sliding = [v for one in known if one.role in ("parameter", "image") for v in one.cells()]
    targets = [v for one in known if one.role == "target" for v in one.cells()]
    free_loss = _told(("L", ""), float(free.gradients.loss), now)
    y_out = Variable("y_out")
    return {
        **{v.key: [_partial(v, now.state.gradient(v), now), loss] for v in sliding},
        **{v.key: [loss] for v in targets},
        keys.slider("probe_output"): [_partial(y_out, free.gradient(y_out), now), free_loss],
        keys.slider("label"): [free_loss],
        keys.slider("probe_x"): [
            _told(("σ(x)", ""), float(sigmoid(x)), now),
            _told(("σ′(x)", ""), float(sigmoid_slope(x)), now),
        ],
    }


def _partial(variable: Variable, gradient: float, now: Snapshot) -> Told:
    return _told(symbol_parts(variable, now.architecture), gradient, now, "∂L/∂")


def _told(symbol: tuple[str, str], number: float, now: Snapshot, before: str = "") -> Told:
    return (before, *symbol, computed_number(number, now.precision))


NUMBERS = Part(keys.LECTURE_NUMBERS, panel.COMPONENT, _numbers)
"""Shown by the bar of the sliders' component, beside its own numbers."""
