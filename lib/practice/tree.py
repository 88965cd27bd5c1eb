"""Places in a formula: nodes that know what part they play, so that a mistake can find them.

A mistake is an edit of such a tree. It never takes a place away: it changes what stands in it, so
the line in which a mistake first shows can be read off the edited tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from lib.derivation import Precision, Variable
from lib.derivation.expression import (
    ATOM,
    Expression,
    Negative,
    Number,
    Product,
    Quotient,
    Stable,
    Sum,
)
from lib.derivation.factors import Role as FactorRole

Role = Literal["whole", "branch", "sum", "term", "output", "label"] | FactorRole
"""A factor's role, or: ``whole`` the right-hand side; ``branch`` what goes through one of several
α; ``sum`` ∂α/∂x; ``term`` one window's part of it; ``output`` a y_out and ``label`` a yy inside
∂L/∂y_out. ``error`` is ∂L/∂α where there is no σ between α and L."""


@dataclass(frozen=True, slots=True)
class _Wrapped(Expression):
    """A node that writes and evaluates what it holds."""

    form: Expression

    def written_binding(self, numbers: Precision | None) -> int:
        return self.form.written_binding(numbers)

    def latex(self, numbers: Precision | None = None) -> str:
        return self.form.latex(numbers)

    def evaluate(self, textbook: bool) -> np.float64:
        return self.form.evaluate(textbook)

    def children(self) -> tuple[Expression, ...]:
        return (self.form,)


@dataclass(frozen=True, slots=True)
class Place(_Wrapped):
    """What stands in one place of the right formula, under the role of that place."""

    role: Role
    window: int | None = None
    variable: Variable | None = None
    """The variable that stands here, or at which a slope is taken; of a term its s or its cell."""
    output: tuple[int, ...] = ()
    """Through which of several α: the index of that α."""
    kernel: int = 0

    @property
    def key(self) -> tuple[Role, tuple[int, ...], int, int | None]:
        """Where it stands: the same under every edit."""
        return self.role, self.output, self.kernel, self.window


@dataclass(frozen=True, slots=True)
class Marked(_Wrapped):
    """The wrong part of a formula: underlined."""

    def latex(self, numbers: Precision | None = None) -> str:
        return rf"\underline{{{self.form.latex(numbers)}}}"


@dataclass(frozen=True, slots=True)
class Gap(_Wrapped):
    """What a mistake has left out: an underlined blank as wide as what belongs there."""

    neutral: int
    """1 for a factor, 0 for a term."""

    def written_binding(self, numbers: Precision | None) -> int:  # noqa: ARG002
        return ATOM

    def latex(self, numbers: Precision | None = None) -> str:
        return rf"\underline{{\phantom{{{self.form.latex(numbers)}}}}}"

    def evaluate(self, textbook: bool) -> np.float64:  # noqa: ARG002
        return np.float64(self.neutral)


def edited(node: Expression, change: Callable[[Place], Expression | None]) -> Expression:
    """The tree with every place changed for which ``change`` returns a new content.

    What is not changed stays the very same node, so a place can be followed into an edited tree. A
    :class:`Stable` value holds for the right formula only: above a change its form takes over.
    """
    if isinstance(node, Place) and (new := change(node)) is not None:
        return replace(node, form=new)
    return _rebuilt(node, lambda child: edited(child, change))


def unmarked(node: Expression) -> Expression:
    """The formula as the learner would write it: no underline, nothing where something is missing.

    What is left of a product or sum without factors or terms is its neutral number.
    """
    if isinstance(node, Gap):
        return Number(node.neutral)
    if isinstance(node, _Wrapped):
        return unmarked(node.form)
    match node:
        case Product(factors):
            kept = tuple(unmarked(f) for f in factors if not _is_gap(f, 1))
            return Product(kept) if kept else Number(1)
        case Sum(terms):
            kept = tuple(unmarked(t) for t in terms if not _is_gap(t, 0))
            return Sum(kept) if kept else Number(0)
    return _rebuilt(node, unmarked)


def places(node: Expression) -> Iterator[Place]:
    """Every place, from the whole inwards, left to right."""
    if isinstance(node, Place):
        yield node
    for child in node.children():
        yield from places(child)


def places_below(node: Expression) -> Iterator[Place]:
    """The outermost places inside a node, left to right."""
    for child in node.children():
        if isinstance(child, Place):
            yield child
        else:
            yield from places_below(child)


def _is_gap(node: Expression, neutral: int) -> bool:
    if isinstance(node, Gap):
        return node.neutral == neutral
    if isinstance(node, Negative):
        return neutral == 0 and _is_gap(node.operand, 0)
    return isinstance(node, _Wrapped) and _is_gap(node.form, neutral)


def _rebuilt(node: Expression, of: Callable[[Expression], Expression]) -> Expression:
    """The node over its changed children; the very node where no child has changed."""
    old = node.children()
    new = tuple(of(child) for child in old)
    if all(a is b for a, b in zip(old, new, strict=True)):
        return node
    match node:
        case Stable():
            return new[0]
        case _Wrapped():
            return replace(node, form=new[0])
        case Sum():
            return Sum(new)
        case Product():
            return Product(new)
        case Quotient():
            return Quotient(*new)
        case Negative():
            return Negative(*new)
    raise TypeError(f"no edit reaches into {type(node).__name__}")
