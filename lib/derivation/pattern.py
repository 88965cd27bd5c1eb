"""Which of the notes' equations a line of a derivation is, or which one's pattern it follows."""

from __future__ import annotations

from dataclasses import dataclass

from lib.derivation.chain import Derivation
from lib.derivation.notes import FIRST, SECOND


@dataclass(frozen=True, slots=True)
class Reference:
    """An equation of the notes, and whether the line is that very equation or only like it."""

    label: str
    itself: bool


_LIKE_FIRST = ("N9", "N10", "N11", "N12")
_LIKE_SECOND = ("N13",) * 4


def references(derivation: Derivation) -> tuple[Reference | None, ...]:
    """One for each of the derivation's ``shown`` lines; None where the notes have no such line.

    The notes write out two derivations. Another weight, and what lies between, is differentiated
    in the four lines of the first one; another pixel in those of the second. ∂L/∂y_out has its own
    equations, and the collapse of ∂L/∂α none.
    """
    variable, count = derivation.variable, len(derivation.shown)
    found: list[Reference | None]
    if variable.group == "y_out":
        found = [Reference(line.label, True) for line in derivation.lines]
    elif variable.group == "alpha":
        found = []
    else:
        labels = _LIKE_SECOND if variable.group == "image" else _LIKE_FIRST
        itself = variable in (FIRST, SECOND)
        found = [Reference(label, itself) for label in labels]
    return tuple(found + [None] * (count - len(found)))
