"""Backward as a room sees it: the map, the open partial, and layer by layer back from the loss."""

from __future__ import annotations

from lib.derivation import variables
from lib.derivation.quantity import Quantity, slope
from lib.derivation.variable import Variable
from lib.ui.follow import page_run
from lib.ui.lessons.backward import choices, numbers
from lib.ui.lessons.practise import predict
from lib.ui.state import session

_BACK = (
    "y_out", "alpha", "dense", "dense_bias", "pooled", "o", "s", "kernel", "kernel_bias", "image",
)  # fmt: skip
"""The layers in the order in which the gradient goes through them."""


def draw() -> None:
    """The map, and in its room the open partial with its formula; or the question for it."""
    if not predict.of_partial():
        return
    choices.draw_view()
    if session.scenario().backward_view == "heatmaps":
        page_run.show(numbers.open_partial)


def turn(way: int) -> bool:
    """One layer back from the loss (1), or towards it (−1); first what is asked for is shown."""
    if way > 0 and predict.hides_partial():
        predict.reveal_partial()
        return True
    stops = _stops()
    here = [stop.group for stop in stops].index(page_run.snapshot().variable.group) + way
    if not 0 <= here < len(stops):
        return False
    session.change(variable=stops[here].key)
    return True


def begin() -> None:
    """The derivative of what stands next to the loss."""
    session.change(variable=_stops()[0].key)


def tells(quantity: Quantity) -> bool:
    """Whether the bar at the foot may tell it."""
    return quantity != slope(page_run.snapshot().variable) or not predict.hides_partial()


def _stops() -> list[Variable]:
    """The first number of each layer."""
    first: dict[str, Variable] = {}
    for variable in variables(page_run.snapshot().architecture):
        first.setdefault(variable.group, variable)
    return [first[group] for group in _BACK if group in first]
