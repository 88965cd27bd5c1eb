"""How far a number may go, wherever it comes from: a slider, a keyboard, a link, a file."""

from __future__ import annotations

from dataclasses import dataclass

LARGEST = 1000.0
"""No weight and no pixel is larger than this, so that α stays far from overflow."""

COUNTS = {"image": 16, "kernel": 9, "dense": 4}
"""How many numbers each group of the notes' network has."""


@dataclass(frozen=True, slots=True)
class SliderRange:
    """Where a slider starts and ends; a typed number may go on to ±``LARGEST``."""

    low: float
    high: float
    step: float


SLIDERS = {
    "image": SliderRange(0.0, 1.0, 0.01),
    "kernel": SliderRange(-3.0, 3.0, 0.05),
    "dense": SliderRange(-12.0, 12.0, 0.1),
    "label": SliderRange(0.0, 1.0, 0.01),
}

PROBES = {
    "probe_output": (0.001, 0.999),
    "probe_x": (-10.0, 10.0),
    "probe_alpha": (-60.0, 60.0),
    "probe_epsilon": (-16.0, 0.0),
    "probe_rate": (0.0, 100.0),
}
"""The ranges of the sliders that belong to one lesson only."""

LOOKS = ("unpack", "shortcut", "factors", "nudge", "code", "print")
"""The ways to look into a derivation."""

MOST_OPERATIONS = 255
"""No walk-through has more operations than this."""

MOST_STEPS = 1_000_000
MOST_RATE_CHANGES = 40
"""How much of a training run a link may hold: it is computed again from these."""
