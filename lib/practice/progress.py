"""What has been practised and what is known, in ten characters of a link. No account, no server.

One character a skill holds its last three unaided results. No mistake is kept: which one a learner
makes changes from day to day, and it is forgotten as soon as the next answers are right.
"""

from __future__ import annotations

import string
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal, get_args

from lib.practice.kind import SKILLS, Skill
from lib.practice.mistakes import KINDS
from lib.practice.verdict import Verdict

Result = Literal["wrong", "right", "mixed"]
"""``mixed``: right among questions of several skills, where the question does not say which."""

Level = Literal["new", "practised", "known"]

Record = tuple[Result, ...] | Literal["aided"]
"""The last three unaided results, oldest first; or that there was only an aided answer yet."""

KEPT = 3
LENGTH = len(SKILLS)
"""How many characters a progress takes."""

_RECORDS: tuple[Record, ...] = (
    *(row for length in range(KEPT + 1) for row in product(get_args(Result), repeat=length)),
    "aided",
)
_CHARACTERS = string.digits + string.ascii_uppercase + string.ascii_lowercase
"""Letters and digits only: a link that ends in a mark loses it when it is pasted into a text."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer, as far as it counts for a skill."""

    skill: Skill
    seed: int
    right: bool
    aided: bool = False
    """Whether a hint was opened."""
    mixed: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """The record of each skill, in the order of ``SKILLS``."""

    records: tuple[Record, ...] = ((),) * LENGTH

    def of(self, skill: Skill) -> Record:
        """The record of one skill."""
        return self.records[SKILLS.index(skill)]

    def level(self, skill: Skill) -> Level:
        """``known``: right three times of three, once among mixed questions. It can be lost."""
        record = self.of(skill)
        if not record:
            return "new"
        known = len(record) == KEPT and "wrong" not in record and "mixed" in record
        return "known" if known and record != "aided" else "practised"

    def after(self, attempt: Attempt, earlier: Collection[Attempt] = ()) -> Progress:
        """The progress once an answer is counted.

        An aided answer is practice and no result, so a hint never costs anything; a second answer
        on the same instance (``earlier`` has the first) is neither.
        """
        if any((a.skill, a.seed) == (attempt.skill, attempt.seed) for a in earlier):
            return self
        old = self.of(attempt.skill)
        record: Record
        if attempt.aided:
            record = old or "aided"
        else:
            result: Result = ("mixed" if attempt.mixed else "right") if attempt.right else "wrong"
            record = (*(() if old == "aided" else old), result)[-KEPT:]
        at = SKILLS.index(attempt.skill)
        return replace(self, records=(*self.records[:at], record, *self.records[at + 1 :]))

    @property
    def text(self) -> str:
        """Ten letters and digits."""
        return "".join(_CHARACTERS[_RECORDS.index(record)] for record in self.records)

    @classmethod
    def of_text(cls, text: str) -> Progress:
        """The progress that a link holds.

        Raises:
            ValueError: not ten characters, or one that stands for no record.
        """
        known = _CHARACTERS[: len(_RECORDS)]
        if len(text) != LENGTH or any(character not in known for character in text):
            raise ValueError(f"progress: wanted {LENGTH} characters from 0 to {known[-1]}")
        return cls(tuple(_RECORDS[known.index(character)] for character in text))


def counted(verdict: Verdict, asked: Skill) -> tuple[tuple[Skill, bool], ...]:
    """What an answer says about which skills: (skill, right).

    A named mistake counts against its own skill, not against the one that was asked for. What is
    still in question, or is no number, says nothing.
    """
    match verdict.outcome:
        case "right" if not verdict.mistakes:
            return ((asked, True), ("digits", True)) if asked != "digits" else ((asked, True),)
        case "rounded":
            return ((asked, True), ("digits", False)) if asked != "digits" else ((asked, False),)
        case "named":
            return ((KINDS[verdict.mistakes[0].kind].skill, False),)
        case "unknown":
            return ((asked, False),)
        case _:
            return ()
