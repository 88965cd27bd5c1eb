"""What is said of an answer: a plain value, and always the same one for an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lib.derivation import Variable
from lib.practice.mistakes import Mistake

Outcome = Literal[
    "right", "rounded", "named", "ask", "more_digits", "unknown", "unreadable", "unjudged"
]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one answer.

    ``right``: within 1 %. ``rounded``: the right method, rounded too early. ``named``: one mistake
    would explain it. ``ask``: one of a few would, or one that is rare. ``more_digits``: several
    would, or a rounding, with so few digits. ``unknown``: none that is known. ``unreadable``: not a
    number. ``unjudged``: judging it failed, which says nothing about the answer.
    """

    outcome: Outcome
    digits: int = 0
    """For ``right``: how many of the digits typed are right."""
    mistakes: tuple[Mistake, ...] = ()
    """Those that give this very number; beside ``right`` and ``rounded`` a reason to check."""
    question: Variable | None = None
    """The partial of the same example whose answer tells these mistakes apart."""
    reason: str = ""
    """For ``unreadable``: why, as the reader of numbers has it."""

    @property
    def accepted(self) -> bool:
        """Whether the method counts as right."""
        return self.outcome in ("right", "rounded")

    @property
    def certain(self) -> bool:
        """Whether it may be worded as a fact: a mistake read off a number alone never is."""
        return self.outcome in ("right", "unreadable")
