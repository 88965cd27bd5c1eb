"""Published examples that are set on the notes' network, with the slips of learners there."""

from __future__ import annotations

from lib.network.places import Group
from lib.scenario.value import Scenario
from lib.scenario.worked.example import Published, Worked

_ROW = (0.0,) * 4


def _partial(text: str, place: Group, *index: int) -> Published:
    return Published(place, text, index, is_gradient=True)


SHARED_WEIGHT = Worked(
    "Data Science Stack Exchange 26755",
    Scenario(
        image=(1.0, 2.0, 3.0, 0.0, *_ROW, *_ROW, *_ROW),
        kernel=(0.3, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        dense=(-0.71023362, 2.45962277, 0.0, 0.0),
        label=0.0,
    ),
    (
        _partial("0.3", "kernel", 0, 0),
        _partial("0.4", "kernel", 0, 1),
        _partial("-0.03", "image", 0, 0),
        _partial("0.01", "image", 0, 1),
        _partial("0.1", "image", 0, 2),
    ),
    (
        ("last_window", (_partial("0.4", "kernel", 0, 0), _partial("0.6", "kernel", 0, 1))),
        ("mean_of_windows", (_partial("0.15", "kernel", 0, 0), _partial("0.2", "kernel", 0, 1))),
        (
            "kernel_turned",
            (
                _partial("-0.05", "image", 0, 0),
                _partial("0.07", "image", 0, 1),
                _partial("0.06", "image", 0, 2),
            ),
        ),
    ),
)

LOST_MINUS = Worked(
    "Mathematics Stack Exchange 2503428, 2017",
    Scenario(  # α = log(0.7/0.3), from four cells of 1/2
        image=(*_ROW, *_ROW, *_ROW, *_ROW),
        kernel=(0.0,) * 9,
        dense=(0.42364893,) * 4,
        label=0.3,
    ),
    (_partial("1.90476", "y_out"),),
    (("minus_lost", (_partial("-2.7619", "y_out"),)),),
)
