"""The lines of an answer: the places of the right formula that a learner works out one by one."""

from __future__ import annotations

from collections.abc import Iterator

from lib.derivation.expression import Expression
from lib.practice.item import SAME, Item
from lib.practice.mistakes import Mistake, Spoilt
from lib.practice.tree import Gap, Place, Role, places, places_below


def line_keys(item: Item) -> tuple[str, ...]:
    """The lines that may be typed: ∂L/∂y_out, σ'(α), each window's term, their sum, the product.

    Keys: ``output_slope``, ``alpha_slope``, ``term-0`` …, ``sum``, ``product``; with several α
    their number behind the word, and a ``branch`` each; with several kernels ``term-1-0``. What is
    not there, or would be the same as the line before, has no line.
    """
    return tuple(lines_of(item))


def line_values(item: Item) -> dict[str, float]:
    """The right value of each line."""
    return {key: float(place.evaluate(textbook=False)) for key, place in lines_of(item).items()}


def line_mistakes(item: Item, key: str) -> dict[Mistake, float]:
    """What each mistake makes of one line, where it changes it.

    Raises:
        KeyError: no such line.
    """
    right = lines_of(item)[key]
    value = float(right.evaluate(textbook=False))
    found = {}
    for formula in item.spoilt:
        wrong = float(place_in(formula.tree, right).evaluate(textbook=False))
        if shows(formula, right) and abs(wrong - value) > SAME * line_scale(right):
            found[formula.mistake] = wrong
    return found


def lines_of(item: Item) -> dict[str, Place]:
    """The places of the right formula that are lines, in the order they are worked out."""
    whole = item.work.tree
    same = [whole.form]
    while isinstance(same[-1], Place):
        same.append(same[-1].form)
    found: dict[str, Place] = {}
    for place in _worked_out(whole):
        alone = place.role == "sum" and isinstance(place.form, Place)
        if place.role in LINES and not alone and not any(place is one for one in same):
            found[_key(place, item)] = place
    found["product"] = whole
    return found


LINES: tuple[Role, ...] = ("output_slope", "alpha_slope", "error", "term", "sum", "branch")
"""The roles of places that are lines, the whole aside."""


def _worked_out(place: Place) -> Iterator[Place]:
    """Every place inside, each behind what it is made of."""
    for child in places_below(place):
        yield from _worked_out(child)
        yield child


def _key(place: Place, item: Item) -> str:
    numbers = [*place.output]
    if place.role == "term" and place.window is not None:
        numbers += [place.kernel] if item.work.net.kernels > 1 else []
        numbers.append(place.window)
    return "-".join([place.role, *map(str, numbers)])


def place_in(tree: Expression, right: Place) -> Place:
    """The place of a tree that stands where ``right`` does in the right formula."""
    return next(place for place in places(tree) if place.key == right.key)


def shows(formula: Spoilt, line: Place) -> bool:
    """Whether a mistake changes what stands in a line; what is left out has no value of its own."""
    spoilt = place_in(formula.tree, line)
    return spoilt is not line and not isinstance(spoilt.form, Gap)


def line_scale(place: Place) -> float:
    """How large the terms of a line are before they cancel."""
    within: Role | None = {"sum": "term", "whole": "branch"}.get(place.role)  # type: ignore[assignment]
    parts = [part for part in places(place) if part.role == within] or [place]
    return sum(abs(float(part.evaluate(textbook=False))) for part in parts)
