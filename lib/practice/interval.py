"""Numbers known to the digits that were typed: intervals, and a formula's value over them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import add, mul

from lib.derivation.expression import Expression, Negative, Product, Quotient, Sum
from lib.practice.tree import Gap, Marked, Place


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from low to high."""

    low: float
    high: float

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low)

    def __mul__(self, other: Interval) -> Interval:
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: Interval) -> Interval:
        if other.low <= 0.0 <= other.high:
            return Interval(float("-inf"), float("inf"))
        return self * Interval(1.0 / other.high, 1.0 / other.low)

    def touches(self, other: Interval, slack: float = 0.0) -> bool:
        """Whether some number lies in both, one of them widened by ``slack`` on each side."""
        return self.low - slack <= other.high and other.low <= self.high + slack

    @property
    def size(self) -> float:
        """The largest |x| in it."""
        return max(abs(self.low), abs(self.high))


def value_over(node: Expression, own: Mapping[int, Interval]) -> Interval:
    """The formula's value when some of its places have values of the learner's own.

    ``own`` knows places by ``id``: a place that an edit has rebuilt is not the one that was typed.
    """
    if id(node) in own:
        return own[id(node)]
    match node:
        case Place(form) | Marked(form):
            return value_over(form, own)
        case Gap(_, neutral):
            return Interval(neutral, neutral)
        case Product(factors):
            return reduce(mul, [value_over(factor, own) for factor in factors])
        case Sum(terms):
            return reduce(add, [value_over(term, own) for term in terms])
        case Quotient(top, bottom):
            return value_over(top, own) / value_over(bottom, own)
        case Negative(operand):
            return -value_over(operand, own)
    value = float(node.evaluate(textbook=False))
    return Interval(value, value)
