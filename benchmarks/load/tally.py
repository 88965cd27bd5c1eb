"""What a class of learners measured, as a flat object of names and numbers."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field


def percentile(seconds: list[float], share: float) -> float:
    """The smallest measured value that at least ``share`` of them do not exceed; NaN for none."""
    if not seconds:
        return math.nan
    return sorted(seconds)[max(0, math.ceil(share * len(seconds)) - 1)]


@dataclass
class Tally:
    """Seconds by kind of move, and what went wrong."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    errors: Counter[str] = field(default_factory=Counter)
    again: int = 0
    """Moves on their way when a server died, which were made again on another."""

    def note(self, kind: str, seconds: float) -> None:
        self.seconds.setdefault(kind, []).append(seconds)

    def fail(self, error: BaseException | str) -> None:
        text = error if isinstance(error, str) else f"{type(error).__name__}: {error}"
        self.errors[text[:200]] += 1

    def flat(self, prefix: str) -> dict[str, float]:
        """``{prefix}_{kind}_p50_s`` and ``_p95_s`` and ``_count``, and ``{prefix}_errors``."""
        found: dict[str, float] = {}
        for kind, seconds in self.seconds.items():
            found[f"{prefix}_{kind}_p50_s"] = round(percentile(seconds, 0.50), 4)
            found[f"{prefix}_{kind}_p95_s"] = round(percentile(seconds, 0.95), 4)
            found[f"{prefix}_{kind}_count"] = len(seconds)
        found[f"{prefix}_errors"] = sum(self.errors.values())
        return found
