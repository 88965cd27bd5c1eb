"""Help, one step at a time: where to look, which rule, the factor's number, the worked line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lib.derivation.expression import Expression
from lib.practice.item import Item
from lib.practice.lines import line_keys, lines_of, place_in, shows
from lib.practice.mistakes import Mistake, Spoilt
from lib.practice.tree import Place, places
from lib.practice.verdict import Verdict

Rung = Literal["where", "kind", "factor", "worked"]


@dataclass(frozen=True)
class Help:
    """What help there is after an answer, or before one."""

    item: Item
    rungs: tuple[Rung, ...]
    """The steps, in their order; none that would say what the verdict has said already."""
    line: str
    """The key of the line to look at."""
    factor: Place
    """The right part there: what the mistake touches, or the whole line where none is known."""
    mistake: Mistake | None
    """What is thought to be wrong."""

    @property
    def formula(self) -> Expression:
        """The right formula of the line."""
        return lines_of(self.item)[self.line]

    @property
    def worked(self) -> Expression:
        """The right formula of the whole answer."""
        return self.item.work.tree


def help_after(item: Item, verdict: Verdict | None, line: str = "") -> Help:
    """The help for an item: about the mistake that was named, else about a line.

    ``line`` is the first one that is not right yet; where that is not known, the first of all.
    """
    found = verdict.mistakes if verdict and not verdict.accepted else ()
    formula = next((spoilt for m in found for spoilt in item.spoilt if spoilt.mistake == m), None)
    if formula is None or (line and not shows(formula, lines_of(item)[line])):
        line = line or line_keys(item)[0]
        return Help(item, ("where", "kind", "factor", "worked"), line, lines_of(item)[line], None)
    rungs: tuple[Rung, ...] = ("where", "factor", "worked")
    named = verdict is not None and verdict.outcome in ("named", "ask")
    if not named:
        rungs = ("where", "kind", "factor", "worked")
    return Help(item, rungs, _line(item, formula), _touched(item, formula), formula.mistake)


def right_lines(item: Item, mistake: Mistake) -> tuple[str, ...]:
    """The lines that someone who makes this mistake still has right, products and sums aside."""
    formula = next(spoilt for spoilt in item.spoilt if spoilt.mistake == mistake)
    lines = lines_of(item)
    return tuple(
        key
        for key, place in lines.items()
        if key not in ("sum", "product") and place_in(formula.tree, place) is place
    )


def _line(item: Item, formula: Spoilt) -> str:
    return next(key for key, place in lines_of(item).items() if shows(formula, place))


def _touched(item: Item, formula: Spoilt) -> Place:
    """The innermost place of the right formula that the mistake changes, the first of them."""
    right = {place.key: place for place in item.work.places}

    def changed(place: Place) -> bool:
        return place.key in right and place is not right[place.key]

    inner = (
        p for p in places(formula.tree) if changed(p) and not any(map(changed, places(p.form)))
    )
    return right[next(inner).key]
