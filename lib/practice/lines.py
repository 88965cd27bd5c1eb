"""The lines of an answer: the places of the right formula that a learner works out one by one."""

from __future__ import annotations

from lib.derivation.expression import Expression
from lib.practice.item import SAME, Item
from lib.practice.mistakes import Mistake, Spoilt
from lib.practice.tree import Gap, Place, Role, places


def line_keys(item: Item) -> tuple[str, ...]:
    """The lines that may be typed: ∂L/∂y_out, σ'(α), each window's term, their sum, the product.

    Keys: ``output_slope``, ``alpha_slope``, ``term-0`` …, ``sum``, ``product``. What is not there,
    or would be the same as the line before, has no line.
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
    names: dict[Role, str] = {
        "output_slope": "output_slope",
        "alpha_slope": "alpha_slope",
        "term": "term-{}",
        "sum": "sum",
    }
    found = {}
    for place in item.work.places:
        if place.role in names:
            found[names[place.role].format(place.window)] = place
    if sum(key.startswith("term") for key in found) == 1:
        found.pop("sum")
    if "sum" in found:
        found["sum"] = found.pop("sum")  # worked out after its terms
    found["product"] = item.work.tree
    if item.variable.group == "y_out":
        found.pop("output_slope")
    return found


def place_in(tree: Expression, right: Place) -> Place:
    """The place of a tree that stands where ``right`` does in the right formula."""
    return next(p for p in places(tree) if (p.role, p.window) == (right.role, right.window))


def shows(formula: Spoilt, line: Place) -> bool:
    """Whether a mistake changes what stands in a line; what is left out has no value of its own."""
    spoilt = place_in(formula.tree, line)
    return spoilt is not line and not isinstance(spoilt.form, Gap)


def line_scale(place: Place) -> float:
    """How large the terms of a line are before they cancel."""
    terms = [p for p in places(place) if p.role == "term"]
    value = abs(float(place.evaluate(textbook=False)))
    if place.role == "sum":
        return sum(abs(float(term.evaluate(textbook=False))) for term in terms)
    return value
