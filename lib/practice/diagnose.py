"""Judge an answer: right, a mistake with a name, or a question back. Pure, and microseconds.

Two windows. For *right* a wide one, 1 %: a hand rounds. For a *mistake* a narrow one, half a unit
of the last digit typed: there are forty of them, and a wide window would name innocent numbers.
"""

from __future__ import annotations

from itertools import combinations

from lib.derivation import Variable
from lib.numbers import Reading, Refusal, read_number
from lib.practice.item import SAME, Item
from lib.practice.mistakes import Mistake
from lib.practice.verdict import Verdict

RIGHT = 0.01
"""How far from the right value an answer still counts as right, relative to it."""

RIGHT_ON_SCALE = 1e-5
"""The same where the terms cancel: relative to their size. A hand's sum keeps no more digits."""

NAMING_DIGITS, RARE_DIGITS = 3, 5
"""How many digits a name takes: fewer fit too many mistakes. Near the right value, one more."""

MOST_ASKED = 3
"""With more mistakes than these in question, more digits are asked for instead."""

_FINEST = 1e-5
"""No window is narrower than this: nobody's ninth digit is right when a σ' is missing."""

_APART = 1e-3
"""Two answers this far apart, relative to the larger, differ in four digits."""

_CLOSE = 0.2
"""How far early rounding is thought to move a value, relative to it."""


def diagnose(item: Item, text: str) -> Verdict:
    """Judge what was typed as the value of the item's partial."""
    try:
        reading = read_number(text)
        if isinstance(reading, Refusal):
            return Verdict("unreadable", reason=reading.reason)
        return judge(item, reading)
    except Exception:  # whatever fails in here is our fault, and no verdict on the answer
        return Verdict("unjudged")


def judge(item: Item, reading: Reading) -> Verdict:
    """Judge a number that was read."""
    value, off = reading.value, abs(reading.value - item.right)
    half = window_of(reading) if value else SAME * item.scale
    found = tuple(item.mistakes_at(value, half))
    rounded, close = item.rounded_at(value, half), off <= _CLOSE * abs(item.right)
    if is_right(value, item.right, item.scale):
        if off <= half or rounded:
            found = ()
        digits = right_digits(value, item.right, reading.digits)
        return Verdict("right", digits, found, question(item, found))
    if rounded and close:
        return Verdict("rounded", mistakes=found, question=question(item, found))
    if not found:
        return Verdict("unknown")
    few = reading.digits < NAMING_DIGITS + close and value != 0.0
    if len(found) > MOST_ASKED or few or rounded:
        return Verdict("more_digits", mistakes=found)
    enough = RARE_DIGITS if found[0].rare else NAMING_DIGITS
    if len(found) == 1 and reading.digits >= enough:
        return Verdict("named", mistakes=found)
    return Verdict("ask", mistakes=found, question=question(item, found))


def window_of(reading: Reading) -> float:
    """Half a unit of the last digit typed, with room for the binary rounding of both sides.

    Of a number other than 0: a 0 has no digits, and stands for itself.
    """
    return max(reading.unit / 2, _FINEST * abs(reading.value)) * (1 + 1e-9)


def is_right(value: float, right: float, scale: float) -> bool:
    """Within 1 %; where the terms cancel, within the digits that their sum can keep."""
    return abs(value - right) <= max(RIGHT * abs(right), RIGHT_ON_SCALE * scale)


def right_digits(value: float, right: float, typed: int) -> int:
    """How many significant digits agree: the most for which the answer rounds to the right one."""
    for digits in range(min(typed, 15), 0, -1):
        if float(f"{value:.{digits}g}") == float(f"{right:.{digits}g}"):
            return digits
    return 0


def question(item: Item, mistakes: tuple[Mistake, ...]) -> Variable | None:
    """The partial of the same example whose answer tells the mistakes apart; near ones first.

    Each of them has to give another answer there; a single one, another than the right one. None
    where no partial does, or there is nothing to ask.
    """
    if not mistakes:
        return None
    own = item.variable
    others = [v for v in item.instance.variables if v != own]
    others.sort(key=lambda variable: variable.group != own.group)  # a stable sort
    for variable in others:
        other = item.instance.item(variable)
        answers = [other.answer_with(mistake) for mistake in mistakes]
        if len(answers) == 1:
            answers.append(other.right)
        if all(abs(a - b) > _APART * max(abs(a), abs(b)) for a, b in combinations(answers, 2)):
            return variable
    return None
