"""What is thought of the answer, what it counts for, and what is said of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from lib.numbers import Reading, read_number
from lib.practice import (
    Attempt,
    LineVerdict,
    Mistake,
    Progress,
    Verdict,
    counted,
    diagnose,
    judge_lines,
    line_keys,
    told_apart,
)
from lib.practice.judge_lines import FALSE
from lib.practice.kind import Skill
from lib.scenario import Practice
from lib.ui.lessons.practise.asked import Asked
from lib.ui.lessons.practise.typed import ANSWER, BACK


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer's judgement.

    Attributes:
        verdict: of the answer, or of the first line that is not right; None if nothing was typed.
        lines: of each line, where they are asked for.
        back: the mistakes that the second answer leaves; None if that one is right.
        answered_back: whether there is a second answer.
    """

    verdict: Verdict | None
    lines: tuple[LineVerdict, ...] = ()
    back: tuple[Mistake, ...] | None = ()
    answered_back: bool = False

    @property
    def first_wrong(self) -> str:
        """The key of the first line that is not right, or ''."""
        return next((line.key for line in self.lines if line.first), "")

    @property
    def settled(self) -> Verdict | None:
        """The verdict once the second answer is heard: what counts."""
        if self.verdict is None or not self.answered_back:
            return self.verdict
        if self.back is None:
            return replace(self.verdict, mistakes=()) if self.verdict.accepted else self.verdict
        if len(self.back) == 1:
            return Verdict("named", mistakes=self.back)
        return self.verdict


def judge(asked: Asked, texts: Mapping[str, str]) -> Judged:
    """Judge what stands in the fields. A pure function of both."""
    if asked.practice.by_line:
        return _by_line(asked, texts)
    answer, back = texts[ANSWER], texts[BACK]
    if not answer.strip():
        return Judged(None)
    verdict = diagnose(asked.item, answer)
    if verdict.question is None or not isinstance(read_number(back), Reading):
        return Judged(verdict)
    return Judged(verdict, (), told_apart(asked.instance, verdict, back), answered_back=True)


def _by_line(asked: Asked, texts: Mapping[str, str]) -> Judged:
    keys = line_keys(asked.item)
    entries = {key: texts.get(key, "") for key in keys[:-1]} | {keys[-1]: texts[ANSWER]}
    lines = tuple(judge_lines(asked.item, entries))
    return Judged(_of_lines(lines), lines)


def _of_lines(lines: Sequence[LineVerdict]) -> Verdict | None:
    """One verdict for all lines: that of the first wrong one, else of the answer."""
    wrong = next((line for line in lines if line.first), None)
    if wrong is not None:
        assert wrong.outcome in FALSE
        return Verdict(wrong.outcome, mistakes=wrong.mistakes)  # type: ignore[arg-type]
    last = lines[-1]
    if last.outcome in ("right", "rounded"):
        return Verdict(last.outcome, last.digits)
    return None


def counts(practice: Practice, verdict: Verdict | None, seed: int) -> Practice:
    """The practice once a verdict is counted: at most once for each skill of a question."""
    if verdict is None:
        return practice
    skill: Skill = practice.skill  # type: ignore[assignment]  # the scenario has checked it
    progress = Progress.of_text(practice.progress)
    done: Collection[Attempt] = [Attempt(s, seed, True) for s in practice.counted]  # type: ignore[arg-type]
    for about, right in counted(verdict, skill):
        attempt = Attempt(about, seed, right, practice.aided, practice.mixed)
        progress = progress.after(attempt, done)
    new = [about for about, _ in counted(verdict, skill) if about not in practice.counted]
    return replace(practice, progress=progress.text, counted=(*practice.counted, *new))
