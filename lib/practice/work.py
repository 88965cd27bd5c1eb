"""The right method for one partial derivative, as a tree of places that a mistake can edit.

    ∂L/∂x = ∂L/∂y_out · σ'(α) · Σ_k (the factors of window k)

Which windows there are, which factors a term has and what x meets is asked of ``lib.derivation``:
this module holds no rule of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np

from lib.derivation import State, Variable, derive
from lib.derivation.expression import (
    Expression,
    Product,
    Quotient,
    Stable,
    Sum,
    Symbol,
    difference,
)
from lib.derivation.factors import Role as FactorRole
from lib.derivation.factors import factors
from lib.derivation.pieces import ONE
from lib.network import Geometry, Parameters
from lib.practice.examples import ALPHA, Y_OUT, Examples
from lib.practice.tree import Gap, Marked, Place, Role, edited, places


@dataclass(frozen=True)
class Working:
    """∂L/∂variable for a batch of examples, and the ways to spoil it."""

    variable: Variable
    examples: Examples
    base: Place | None = None
    """A formula that is spoilt already, for a second mistake in it; None for the right one."""

    @cached_property
    def tree(self) -> Place:
        """The formula to be spoilt."""
        return self.base or Place(self._right(), "whole")

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Its places."""
        return tuple(places(self.tree))

    def of(self, role: Role) -> tuple[Place, ...]:
        """The places of one role, in the order they are written."""
        return tuple(place for place in self.places if place.role == role)

    def replaced(self, role: Role, change: Callable[[Place], Expression | None]) -> Expression:
        """Something else in each place of the role, marked; None leaves a place alone."""

        def marked(place: Place) -> Expression | None:
            new = change(place) if place.role == role else None
            return None if new is None else Marked(new)

        return edited(self.tree, marked)

    def without(self, role: Role) -> Expression:
        """Each factor of the role left out."""
        return edited(self.tree, lambda p: Gap(p.form, 1) if p.role == role else None)

    def windows(self, keep: Callable[[int], bool]) -> Expression:
        """The terms of the other windows left out."""

        def cut(place: Place) -> Expression | None:
            if place.role != "term" or place.window is None or keep(place.window):
                return None
            return Gap(place.form, 0)

        return edited(self.tree, cut)

    def _right(self) -> Expression:
        examples = self.examples
        y = Place(examples.symbol(Y_OUT), "output", variable=Y_OUT)
        yy = Place(examples.yy, "label")
        quotient = Quotient(difference(y, yy), Product((y, difference(ONE, y))))
        before = Place(Stable(quotient, examples.gradient(Y_OUT)), "output_slope", variable=Y_OUT)
        if self.variable.group == "y_out":
            return before
        through = Place(examples.slope_at(ALPHA), "alpha_slope", variable=ALPHA)
        if self.variable.group == "alpha":
            return Product((before, through))
        terms = tuple(
            Place(Product(tuple(self._factor(part) for part in parts)), "term", window)
            for window, parts in _structure(examples.geometry, self.variable)
        )
        total = Sum(terms) if len(terms) > 1 else terms[0]
        return Product((before, through, Place(total, "sum")))

    def _factor(self, part: tuple[FactorRole, int, Variable]) -> Place:
        role, window, variable = part
        leaf: Symbol
        if role == "slope":
            leaf = self.examples.slope_at(variable)
        else:
            leaf = self.examples.symbol(variable)
        return Place(leaf, role, window, variable)


@cache
def _structure(
    geometry: Geometry, variable: Variable
) -> tuple[tuple[int, tuple[tuple[FactorRole, int, Variable], ...]], ...]:
    """Each window's factors as lib.derivation has them: role, window, variable."""
    parameters = Parameters(np.ones(geometry.kernel_shape), np.ones(geometry.window_count))
    state = State.of(parameters, np.ones(geometry.image_shape), 1.0)
    derivation = derive(variable, state)
    found = []
    for term, parts in zip(derivation.terms, factors(derivation, state).terms, strict=True):
        k = term.window.k
        own = {
            "weight": Variable("dense", (k,)),
            "slope": Variable("s", (k,)),
            "activation": Variable("o", (k,)),
            "meets": term.meets,
        }
        row = []
        for factor in parts.factors:
            standing = own[factor.role]
            assert standing is not None
            row.append((factor.role, k, standing))
        found.append((k, tuple(row)))
    return tuple(found)
