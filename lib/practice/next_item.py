"""What to ask next: the skill a mistake was last named in, on other numbers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from lib.derivation import Variable
from lib.practice.certified import exercises
from lib.practice.kind import SKILLS, Skill
from lib.practice.mistakes import KINDS, Mistake, mistakes_of
from lib.practice.progress import KEPT, Progress


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question, and the skill that its answer counts for."""

    skill: Skill
    seed: int
    variable: Variable
    mixed: bool
    """Whether the question is drawn from all, so that it does not say which skill it is for."""


def next_item(progress: Progress, named: Sequence[Mistake] = (), seed: int = -1) -> Suggestion:
    """The next question after the one on ``seed``; the same one for the same arguments.

    ``named`` are the mistakes named in this sitting, oldest first. The last of them is asked about
    again until an answer of its skill is right; then what went wrong last, what is new, what is not
    known yet, and at the end everything.
    """
    mistake = _due(progress, named)
    skill = KINDS[mistake.kind].skill if mistake else min(SKILLS, key=_urgency(progress))
    record = progress.of(skill)
    mixed = len(record) >= KEPT - 1 and record != "aided" and set(record[1 - KEPT :]) == {"right"}
    place = _after(seed)
    for step in range(len(exercises())):
        exercise = exercises()[(place + step) % len(exercises())]
        fit = [v for v in exercise.variables if mixed or _fits(v, skill, mistake)]
        if fit:
            return Suggestion(skill, exercise.seed, fit[_drawn(exercise.seed, len(fit))], mixed)
    raise LookupError(f"no certified exercise for {skill}")


@cache
def skills_of(variable: Variable) -> frozenset[Skill]:
    """The skills that a partial exercises: those in which it can go wrong, and the digits."""
    kinds = {mistake.kind for mistake in mistakes_of(variable)}
    return frozenset({KINDS[kind].skill for kind in kinds} | {"digits"})


def _fits(variable: Variable, skill: Skill, mistake: Mistake | None) -> bool:
    """Whether the partial can show the skill, and the mistake that was named."""
    kinds = {made.kind for made in mistakes_of(variable)}
    return mistake.kind in kinds if mistake else skill in skills_of(variable)


def _due(progress: Progress, named: Sequence[Mistake]) -> Mistake | None:
    """The mistake named last of those whose skill has not been right since."""
    return next((m for m in reversed(named) if _went_wrong(progress, KINDS[m.kind].skill)), None)


def _went_wrong(progress: Progress, skill: Skill) -> bool:
    return progress.of(skill)[-1:] == ("wrong",)


def _urgency(progress: Progress) -> Callable[[Skill], tuple[int, int]]:
    """Smaller is sooner; of two alike, the one with fewer results."""
    order = {"new": 1, "practised": 2, "known": 3}

    def urgency(skill: Skill) -> tuple[int, int]:
        if _went_wrong(progress, skill):
            return 0, 0
        record = progress.of(skill)
        return order[progress.level(skill)], 0 if record == "aided" else len(record)

    return urgency


def _after(seed: int) -> int:
    """Where the list goes on after a seed."""
    return next((n for n, exercise in enumerate(exercises()) if exercise.seed > seed), 0)


def _drawn(seed: int, count: int) -> int:
    digest = hashlib.sha256(f"variable {seed}".encode()).digest()
    return int.from_bytes(digest[:4], "little") % count
