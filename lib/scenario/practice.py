"""What a learner practises: the question that is open, and what was typed as its answer."""

from __future__ import annotations

from dataclasses import dataclass

from lib.derivation import variables
from lib.network import Geometry
from lib.scenario.kinds import Choice, Code, Number, NumberText, OrNull
from lib.scenario.limits import LARGEST_SEED
from lib.scenario.lists import List
from lib.scenario.record import holds, settle
from lib.text.practise import SKILLS

MOST_LINES = 40
"""A term for each of 16 ways; for each of five α the two factors before it, the sum of its terms
and their product; the whole. The notes' network has 8."""
MOST_HINTS = 4
LARGEST_BUG = 9999

_FLAG, _SKILL, _TYPED = Choice((False, True)), Choice(tuple(SKILLS)), NumberText()
_KEYS = tuple(variable.key for variable in variables(Geometry((4, 4), (3, 3))))
_RECORDS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcde"


@dataclass(frozen=True, slots=True)
class Practice:
    """The choices of the pages in the section "Practise". All of it is in the link.

    Attributes:
        progress: ten characters, one a skill; ``lib.practice.Progress`` reads them.
        own: whether the question is about the sliders' numbers, or an exercise's.
        seed: the seed of the exercise's numbers; None before the first answer.
        variable: the key of the exercise's partial.
        skill: the skill that its answer counts for.
        mixed: whether it was drawn from all skills.
        by_line: whether the answer is typed line by line.
        answer: what was typed as the answer, as far as it is a number.
        lines: what was typed in each line but the last, in their order.
        back: what was typed as the answer to the question that was asked back.
        hints: how many steps of help are open for this answer.
        aided: whether any step was open for this question.
        counted: the skills that an answer to this question has counted for.
        bug: which bug there is to find.
        bug_in_code: whether it is in the program, or in a derivation.
        bug_steps: how many steps of finding it are done: line, name, repair, nudge.

    Raises:
        FieldError: a field with a value that it does not hold.
    """

    progress: str = holds(Code(len(SKILLS), _RECORDS), "0" * len(SKILLS))
    own: bool = holds(_FLAG, False)
    seed: int | None = holds(OrNull(Number(0, LARGEST_SEED, whole=True)), None)
    variable: str = holds(Choice(_KEYS), "kernel-0-0")
    skill: str = holds(_SKILL, "output")
    mixed: bool = holds(_FLAG, False)
    by_line: bool = holds(_FLAG, False)
    answer: str = holds(_TYPED, "")
    lines: tuple[str, ...] = holds(List(_TYPED, 0, MOST_LINES), ())
    back: str = holds(_TYPED, "")
    hints: int = holds(Number(0, MOST_HINTS, whole=True), 0)
    aided: bool = holds(_FLAG, False)
    counted: tuple[str, ...] = holds(List(_SKILL, 0, len(SKILLS), once=True), ())
    bug: int = holds(Number(0, LARGEST_BUG, whole=True), 0)
    bug_in_code: bool = holds(_FLAG, False)
    bug_steps: int = holds(Number(0, 4, whole=True), 0)

    def __post_init__(self) -> None:
        settle(self)
