"""Judge an answer line by line, and carry an error forward: one slip is one mistake, not five.

Each line is judged against the truth first. A line that is wrong but follows from the learner's own
earlier lines *follows*; only the line where the slip was made is searched for a mistake.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lib.network.places import places as places_of
from lib.numbers import Reading, Refusal, read_number
from lib.practice.diagnose import (
    MOST_ASKED,
    NAMING_DIGITS,
    RIGHT,
    is_right,
    right_digits,
    window_of,
)
from lib.practice.interval import Interval, value_over
from lib.practice.item import SAME, Item
from lib.practice.lines import line_scale, lines_of, place_in, shows
from lib.practice.mistakes import Mistake
from lib.practice.tree import Place, places

LineOutcome = Literal[
    "right",
    "rounded",
    "detached",
    "follows",
    "named",
    "ask",
    "more_digits",
    "unknown",
    "unreadable",
    "unjudged",
    "empty",
]
FALSE: tuple[LineOutcome, ...] = ("named", "ask", "more_digits", "unknown")
"""The outcomes of a line in which something went wrong."""

_FURTHEST = 1e3
"""A value further off than this factor is not carried: later lines would mean nothing."""


@dataclass(frozen=True, slots=True)
class LineVerdict:
    """The judgement of one line.

    ``right``; ``rounded``, to few digits; ``detached``: right, but it does not follow from a line
    before; ``follows``: not right, but right for a line before; ``empty``: nothing was typed. The
    others are those of an answer.
    """

    key: str
    outcome: LineOutcome
    digits: int = 0
    """For ``right`` and ``detached``: how many of the digits typed are right."""
    mistakes: tuple[Mistake, ...] = ()
    source: str = ""
    """For ``follows`` and ``detached``: the key of the wrong line before."""
    reason: str = ""
    first: bool = False
    """Whether this is the first wrong line."""


def judge_lines(item: Item, entries: Mapping[str, str]) -> list[LineVerdict]:
    """Judge what was typed into some of the lines, each by its key; unknown keys are not read.

    A pure function of all lines: where one is edited, every later one is judged again.
    """
    return _Judge(item, entries).verdicts()


class _Judge:
    def __init__(self, item: Item, entries: Mapping[str, str]) -> None:
        self._item, self._entries = item, entries
        self._lines = lines_of(item)
        self._typed: dict[str, Reading] = {}
        self._done: dict[str, LineVerdict] = {}

    def verdicts(self) -> list[LineVerdict]:
        for key in self._lines:
            try:
                self._done[key] = self._of_line(key)
            except Exception:  # our fault, and no verdict on the line
                self._done[key] = LineVerdict(key, "unjudged")
        return list(self._done.values())

    def _of_line(self, key: str) -> LineVerdict:
        text = self._entries.get(key, "")
        if not text.strip():
            return LineVerdict(key, "empty")
        reading = read_number(text)
        if isinstance(reading, Refusal):
            return LineVerdict(key, "unreadable", reason=reading.reason)
        self._typed[key] = reading
        place = self._lines[key]
        right, value = float(place.evaluate(textbook=False)), reading.value
        own = self._own(place)
        carried = value_over(place.form, {id(self._lines[k]): v for k, v in own.items()})
        fits = carried.touches(_around(reading), RIGHT * carried.size)
        source = next((k for k in own if not self._true(k)), "")
        if is_right(value, right, line_scale(place)):
            outcome: LineOutcome = "detached" if source and not fits else "right"
            digits = right_digits(value, right, reading.digits)
            return LineVerdict(key, outcome, digits, source=source if outcome != "right" else "")
        if source and fits:
            return LineVerdict(key, "follows", source=source)
        if reading.digits and abs(value - right) <= window_of(reading):
            return LineVerdict(key, "rounded")
        return self._wrong(key, place, reading, own)

    def _wrong(
        self, key: str, place: Place, reading: Reading, own: dict[str, Interval]
    ) -> LineVerdict:
        """Look for the mistake: on the learner's own values, then on the true ones."""
        first = not any(verdict.outcome in FALSE for verdict in self._done.values())
        found = (
            self._matching(place, reading, own)
            or self._matching(place, reading, {})
            or self._other_sign(place, reading, own)
        )
        if not found:
            outcome: LineOutcome = "unknown"
        elif len(found) > MOST_ASKED:
            outcome = "more_digits"
        else:
            sure = len(found) == 1 and reading.digits >= NAMING_DIGITS
            outcome = "named" if sure else "ask"
        return LineVerdict(key, outcome, mistakes=found, first=first)

    def _matching(
        self, place: Place, reading: Reading, own: dict[str, Interval]
    ) -> tuple[Mistake, ...]:
        right = float(place.evaluate(textbook=False))
        values = {id(self._lines[k]): v for k, v in own.items()}
        before = [self._lines[key] for key in self._done if self._true(key)]
        before = [line for line in before if line.role != place.role]  # a slip in one window only
        found = []
        for formula in self._item.spoilt:
            spoilt = place_in(formula.tree, place)
            if not shows(formula, place):
                continue
            if any(shows(formula, line) for line in before):
                continue  # it would have shown in a line that is right
            # an edited place may hold the place itself, whose own value is not this line's
            carried = value_over(spoilt.form, values)
            changed = abs(float(spoilt.evaluate(textbook=False)) - right) > SAME * line_scale(place)
            if changed and carried.touches(_around(reading)):
                found.append(formula.mistake)
        return tuple(found)

    def _other_sign(
        self, place: Place, reading: Reading, own: dict[str, Interval]
    ) -> tuple[Mistake, ...]:
        """A slip of the sign in this line alone; over the whole answer it is one of the others."""
        values = {id(self._lines[k]): v for k, v in own.items()}
        typed = _around(reading)
        other = Interval(-typed.high, -typed.low)
        fits = any(value_over(place.form, of).touches(other) for of in (values, {}))
        return (Mistake("sign"),) if fits else ()

    def _own(self, place: Place) -> dict[str, Interval]:
        """The typed values of the lines that a place is made of, as far as they are carried."""
        return {
            key: _around(self._typed[key])
            for key in self._uses(place)
            if key in self._typed and self._carries(key)
        }

    def _uses(self, place: Place) -> list[str]:
        inside = {id(p) for p in places(place.form)}
        return [key for key, line in self._lines.items() if id(line) in inside]

    def _true(self, key: str) -> bool:
        return self._done[key].outcome in ("right", "rounded", "detached")

    def _carries(self, key: str) -> bool:
        """Whether later lines may be judged by this value: not where it makes them trivial."""
        value = self._typed[key].value
        if value == 0.0:
            return False  # whatever it comes from, every product after it is 0
        if self._done[key].outcome in ("right", "rounded", "detached", "follows", "named", "ask"):
            return True
        right = float(self._lines[key].evaluate(textbook=False))
        if value in (1.0, -1.0) or value in self._given():
            return False
        return abs(right) <= _FURTHEST * abs(value) and abs(value) <= _FURTHEST * abs(right)

    def _given(self) -> set[float]:
        state = self._item.instance.state
        given = [one for one in places_of(state.architecture).values() if one.role != "value"]
        return {state.number(cell) for place in given for cell in place.cells()}


def _around(reading: Reading) -> Interval:
    half = window_of(reading) if reading.value else 0.0
    return Interval(reading.value - half, reading.value + half)
