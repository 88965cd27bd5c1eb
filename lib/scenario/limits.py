"""How far a number may go, wherever it comes from: a slider, a keyboard, a link, a file."""

from __future__ import annotations

from dataclasses import dataclass

LARGEST = 1000.0
"""No weight and no pixel is larger than this, so that α stays far from overflow."""


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

LOOKS = ("unpack", "shortcut", "factors", "nudge", "code", "print")
"""The ways to look into a derivation."""

LARGEST_SEED = 999_999

MOST_OPERATIONS = 2000
"""No walk-through has more operations than this."""

MOST_WINDOWS = 256
"""Windows of all kernels together."""

MOST_STEPS = 1_000_000
MOST_RATE_CHANGES = 40
"""How much of a training run a link may hold: it is computed again from these."""

MOST_RATES = 40
"""Learning rates that are compared."""
