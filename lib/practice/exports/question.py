"""A question of a sheet as plain numbers and words, ready for any program."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lib.derivation import State
from lib.derivation.number import latex_number
from lib.network.validate import Array
from lib.practice.diagnose import RIGHT
from lib.practice.sheets import Sheet
from lib.text import Language
from lib.text import sheets as words

DIGITS = 4
"""What is asked for: with fewer, mistakes that differ could not be told apart."""

_INSIDE = 0.49
"""Of a unit of the last digit: windows of numbers that differ in that digit do not touch."""


@dataclass(frozen=True, slots=True)
class WrongValue:
    """What a mistake gives."""

    key: str
    """The mistake's stable name, such as ``no_sigmoid_slope``."""
    value: float
    """Rounded to four significant digits, as a student types it."""
    window: float
    """How far a typed number may lie from it."""
    says: str
    """What is said of it, with formulas between dollars."""


@dataclass(frozen=True, slots=True)
class ClassQuestion:
    """One question for one student."""

    sheet: str
    """The string that its sheet is made from."""
    seed: int
    key: str
    """The variable's key, such as ``kernel-0-0``."""
    text: str
    """The question, with formulas between dollars."""
    symbol: str
    """What ∂L is divided by, as LaTeX."""
    given: tuple[str, ...]
    """The instance's numbers as equations in LaTeX."""
    right: float
    """With all digits."""
    tolerance: float
    """How far from ``right`` a number still counts as right: 1 %."""
    wrong: tuple[WrongValue, ...]
    """None closer than 2 % to the right value; no two alike in four digits."""
    link: str
    """Where these numbers stand on the sliders, with all that follows: for the key; '' for none."""
    language: Language

    @property
    def name(self) -> str:
        """The sheet and the variable: one name for one question."""
        return f"{self.sheet} {self.key}"

    @property
    def shown(self) -> str:
        """The right value as the key gives it."""
        return f"{self.right:.{DIGITS}g}"


def class_questions(
    sheets: Sequence[Sheet], language: Language, link_to: Callable[[State], str] | None = None
) -> list[ClassQuestion]:
    """Every question of the sheets; ``link_to`` gives the address of an instance's numbers."""
    found = []
    for sheet in sheets:
        state = sheet.instance.state
        link, given = link_to(state) if link_to else "", tuple(given_numbers(state))
        for question in sheet.questions:
            text = words.QUESTION.say(language, symbol=question.symbol)
            found.append(
                ClassQuestion(
                    sheet.name,
                    sheet.seed,
                    question.item.variable.key,
                    text,
                    question.symbol,
                    given,
                    question.right,
                    RIGHT * abs(question.right),
                    tuple(
                        _wrong(mistake.key, value, mistake.words(language), language)
                        for value, mistake in question.wrong
                    ),
                    link,
                    language,
                )
            )
    return found


def given_numbers(state: State) -> list[str]:
    """Image, kernel, dense weights and label as equations in LaTeX, a matrix each."""
    dense = r", \; ".join(
        f"w_{letter} = {latex_number(float(number), 6)}"
        for letter, number in zip("abcd", state.parameters.dense, strict=True)
    )
    return [
        f"a = {_matrix(state.image)}",
        f"w = {_matrix(state.parameters.kernel)}",
        dense,
        f"yy = {latex_number(float(state.label), 6)}",
    ]


def four_digits(value: float) -> float:
    """The value as a student types it."""
    return float(f"{value:.{DIGITS}g}")


def _wrong(key: str, value: float, mistake: str, language: Language) -> WrongValue:
    typed = four_digits(value)
    unit = 10.0 ** (math.floor(math.log10(abs(typed))) - DIGITS + 1) if typed else 10.0**-DIGITS
    return WrongValue(key, typed, _INSIDE * unit, words.WRONG.say(language, mistake=mistake))


def _matrix(array: Array) -> str:
    rows = r" \\ ".join(" & ".join(latex_number(float(x), 6) for x in row) for row in array)
    return rf"\begin{{pmatrix}} {rows} \end{{pmatrix}}"
