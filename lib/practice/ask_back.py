"""Tell mistakes apart by a second answer: another partial of the same example."""

from __future__ import annotations

from lib.numbers import Reading, read_number
from lib.practice.diagnose import is_right, window_of
from lib.practice.item import SAME, Instance
from lib.practice.mistakes import Mistake
from lib.practice.verdict import Verdict


def told_apart(instance: Instance, verdict: Verdict, text: str) -> tuple[Mistake, ...] | None:
    """The mistakes of a verdict that give the second answer too; None if that one is right.

    ``text`` is the answer to ``verdict.question``. Nothing that is no number fits any mistake.
    """
    reading = read_number(text)
    if verdict.question is None or not isinstance(reading, Reading):
        return ()
    other = instance.item(verdict.question)
    half = window_of(reading) if reading.value else SAME * other.scale
    fits = tuple(m for m in verdict.mistakes if abs(other.answer_with(m) - reading.value) <= half)
    if not fits and is_right(reading.value, other.right, other.scale):
        return None
    return fits
