"""A sheet of questions for each student of a class, and its keys, from one string alone.

The string, ``1.red-fox.17``, is the version, the class word and the student's number. The same
string gives the same sheet for ever: the list of instances, the numbers of an instance and the way
they are drawn are frozen under the version.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from lib.derivation import Variable, symbol_of
from lib.practice.certified import GEOMETRY, Exercise, exercises
from lib.practice.item import Instance, Item, instances_of_seeds
from lib.practice.mistakes import Mistake

VERSION = 1
MOST_STUDENTS = 999

_STRING = re.compile(r"([0-9]{1,3})\.([a-z0-9-]{1,40})\.([0-9]{1,3})")

_QUESTIONS: tuple[Callable[[Variable], bool], ...] = (
    lambda v: v.group == "dense",
    lambda v: v.group == "s",
    lambda v: v.group == "kernel",
    lambda v: v.group == "kernel",
    lambda v: v.group == "image",
)
"""What is asked, from the output back: each question another variable of the instance."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a sheet with its keys."""

    item: Item
    right: float
    """The key, with all digits."""
    wrong: tuple[tuple[float, Mistake], ...]
    """The numbers that mistakes give, largest first; all of them differ in four digits."""

    @property
    def symbol(self) -> str:
        """What ∂L is divided by, as LaTeX."""
        return symbol_of(self.item.variable, GEOMETRY)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One student's sheet."""

    name: str
    """The string that it is made from."""
    seed: int
    """The instance: one set of numbers for the whole sheet."""
    instance: Instance
    questions: tuple[Question, ...]


def sheet_name(class_word: str, student: int, version: int = VERSION) -> str:
    """The string of a sheet.

    Raises:
        ValueError: a class word that is not 1 to 40 small letters, digits and hyphens, a student
            outside 1 … 999, or a version that there is not.
    """
    name = f"{version}.{class_word}.{student}"
    _read(name)
    return name


def sheet(name: str) -> Sheet:
    """The sheet of a string.

    Raises:
        ValueError: not such a string.
    """
    return sheets([name])[0]


def class_sheets(class_word: str, students: int) -> list[Sheet]:
    """The sheets of students 1 … n; no two of them have the same numbers.

    Raises:
        ValueError: as for :func:`sheet_name`.
    """
    return sheets([sheet_name(class_word, student) for student in range(1, students + 1)])


def sheets(names: list[str]) -> list[Sheet]:
    """Many sheets, their numbers worked out together.

    Raises:
        ValueError: a name that is not such a string.
    """
    drawn = [_exercise(name) for name in names]
    made = instances_of_seeds([exercise.seed for exercise in drawn])
    return [
        Sheet(name, exercise.seed, instance, _questions(name, exercise, instance))
        for name, exercise, instance in zip(names, drawn, made, strict=True)
    ]


def _exercise(name: str) -> Exercise:
    _, class_word, student = _read(name)
    return exercises()[_order(class_word)[student - 1]]


def _read(name: str) -> tuple[int, str, int]:
    found = _STRING.fullmatch(name)
    if not found or int(found[1]) != VERSION or not 1 <= int(found[3]) <= MOST_STUDENTS:
        raise ValueError(
            f"sheet: wanted {VERSION}.class.student with a class word of 1 to 40 small letters, "
            f"digits and hyphens and a student from 1 to {MOST_STUDENTS}"
        )
    return int(found[1]), found[2], int(found[3])


@lru_cache(maxsize=64)
def _order(class_word: str) -> tuple[int, ...]:
    """The stored list as this class goes through it."""
    return tuple(
        sorted(range(len(exercises())), key=lambda n: hashed(f"{VERSION}.{class_word}:{n}"))
    )


def _questions(name: str, exercise: Exercise, instance: Instance) -> tuple[Question, ...]:
    asked: list[Variable] = []
    for number, wanted in enumerate(_QUESTIONS):
        fit = [v for v in exercise.variables if wanted(v) and v not in asked]
        if fit:  # an instance may have one kernel weight only that is certified
            asked.append(min((hashed(f"{name}:{number}:{v.key}"), v.key, v) for v in fit)[2])
    return tuple(_question(instance.item(variable)) for variable in asked)


def _question(item: Item) -> Question:
    wrong = sorted(((value, mistake) for mistake, value in item.wrong.items()), key=_size)
    return Question(item, item.right, tuple(wrong))


def _size(pair: tuple[float, Mistake]) -> float:
    return -abs(pair[0])


def hashed(text: str) -> bytes:
    """Bytes to draw or to sort by: the same ones for a text, for ever."""
    return hashlib.sha256(text.encode()).digest()
