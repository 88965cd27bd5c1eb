"""Students' result lines pasted together: which mistake, how many.

A line is ``sheet partial outcome tries hints``, such as ``1.red-fox.17 kernel-0-0 sign 2 1``. It is
a help for the teacher and no mark: without accounts anybody can write any line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lib.practice.mistakes import KINDS

RIGHT, UNKNOWN = "right", "unknown"
"""Outcomes beside the mistakes' own names."""

MOST_LINES = 20_000

_LINE = re.compile(
    r"(?P<sheet>[0-9a-z.-]{1,60}) (?P<partial>[a-z_]{1,12}(?:-[0-9]{1,2}){0,2}) "
    r"(?P<outcome>[a-z0-9_]{1,40}(?:-[0-9]{1,2})?) (?P<tries>[0-9]{1,3}) (?P<hints>[0-9]{1,3})"
)


@dataclass(frozen=True, slots=True)
class Result:
    """How one question went.

    ``outcome`` is ``right``, ``unknown`` or the key of the mistake that was named first.
    """

    sheet: str
    partial: str
    outcome: str
    tries: int
    hints: int

    @property
    def line(self) -> str:
        """The result as the line that is handed in."""
        return f"{self.sheet} {self.partial} {self.outcome} {self.tries} {self.hints}"


@dataclass(frozen=True, slots=True)
class Tally:
    """A class's results."""

    results: tuple[Result, ...]
    """Each sheet and partial once: the last line of it counts."""
    outcomes: tuple[tuple[str, int], ...]
    """How often each outcome is there, the most frequent first."""
    unread: int
    """How many lines were none of ours."""


def read_results(text: str) -> Tally:
    """The results in a pasted text; whatever is no such line is counted and left out."""
    lines = [" ".join(line.split()) for line in text.splitlines()[:MOST_LINES] if line.strip()]
    read = [result for result in map(_read, lines) if result is not None]
    last = {(result.sheet, result.partial): result for result in read}
    return Tally(tuple(last.values()), _counted(last.values()), len(lines) - len(read))


def _read(line: str) -> Result | None:
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    outcome = found["outcome"]
    if outcome not in (RIGHT, UNKNOWN) and outcome.partition("-")[0] not in KINDS:
        return None
    sheet, partial = found["sheet"], found["partial"]
    return Result(sheet, partial, outcome, int(found["tries"]), int(found["hints"]))


def _counted(results: Iterable[Result]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(result.outcome for result in results).most_common())
