"""A kind of mistake: its id, the skill it belongs to, and the edit that makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from lib.derivation.expression import Expression
from lib.practice.work import Working
from lib.text import Text
from lib.text import practice as words

Skill = Literal[
    "output",
    "label",
    "slope",
    "dense",
    "windows",
    "kernel_index",
    "image_index",
    "sign",
    "base",
    "digits",
]
SKILLS: tuple[Skill, ...] = get_args(Skill)
"""The ideas behind the mistakes, in the order in which a link stores them."""

Edits = Iterator[tuple[int | None, Expression]]
"""Edited trees, each with the window (or the direction) it speaks of, if there are several."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of mistake."""

    id: str
    skill: Skill
    edits: Callable[[Working], Edits]
    """The edited formulas of one partial; none where the mistake means nothing."""
    rare: bool
    """Seen seldom: a number has to agree in five digits before it is named outright."""

    @property
    def words(self) -> Text:
        """What is wrong, as the end of "this would explain it: …"."""
        return words.MISTAKES[self.id]


REGISTRY: dict[str, Kind] = {}
"""Every kind by its id, in the order in which they are written down."""


def mistake(
    identifier: str, skill: Skill, rare: bool = False
) -> Callable[[Callable[[Working], Edits]], Callable[[Working], Edits]]:
    """Register an edit as a kind of mistake; its words stand under the same id in lib.text."""

    def register(edits: Callable[[Working], Edits]) -> Callable[[Working], Edits]:
        if identifier in REGISTRY or identifier not in words.MISTAKES:
            raise ValueError(f"{identifier}: there twice, or without words")
        REGISTRY[identifier] = Kind(identifier, skill, edits, rare)
        return edits

    return register
