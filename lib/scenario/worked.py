"""Worked examples that others have published, set on the notes' network, and the slips in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lib.scenario.presets import PresetName

Slip = Literal["last_window", "mean_of_windows", "kernel_turned", "minus_lost"]
Values = tuple[tuple[str, float], ...]
"""∂L/∂(variable) by the variable's key."""


@dataclass(frozen=True, slots=True)
class Worked:
    """What an example's source gives for its derivatives, and what learners there got instead."""

    source: str
    published: Values
    slips: tuple[tuple[Slip, Values], ...]


WORKED: dict[PresetName, Worked] = {
    "shared_weight": Worked(
        "Data Science Stack Exchange 26755",
        (
            ("kernel-0-0", 0.3),
            ("kernel-0-1", 0.4),
            ("image-0-0", -0.03),
            ("image-0-1", 0.01),
            ("image-0-2", 0.1),
        ),
        (
            ("last_window", (("kernel-0-0", 0.4), ("kernel-0-1", 0.6))),
            ("mean_of_windows", (("kernel-0-0", 0.15), ("kernel-0-1", 0.2))),
            ("kernel_turned", (("image-0-0", -0.05), ("image-0-1", 0.07), ("image-0-2", 0.06))),
        ),
    ),
    "lost_minus": Worked(
        "Mathematics Stack Exchange 2503428",
        (("y_out", 1.90476),),
        (("minus_lost", (("y_out", -2.7619),)),),
    ),
}
