"""The right method for one partial derivative, as a tree of places that a mistake can edit.

    ∂L/∂x = ∂L/∂y_out · σ'(α) · Σ_k (the factors of window k)

and the sum of such products where there are several α. Which windows there are, which factors a
term has and what x meets is asked of ``lib.derivation``: this module holds no rule of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, partial

import numpy as np

from lib.derivation import State, Variable, derive
from lib.derivation.expression import (
    Expression,
    Negative,
    Product,
    Quotient,
    Stable,
    Sum,
    Symbol,
    difference,
)
from lib.derivation.pieces import ONE, TWO
from lib.derivation.state import is_of_notes_kind
from lib.derivation.terms import TermRole, share_form
from lib.derivation.ways import Way, ways
from lib.network import Architecture, Parameters
from lib.practice.examples import Examples
from lib.practice.tree import Gap, Marked, Place, Role, edited, places

Ends = tuple[Place, ...]


@dataclass(frozen=True)
class Working:
    """∂L/∂variable for a batch of examples, and the ways to spoil it."""

    variable: Variable
    examples: Examples
    base: Place | None = None
    """A formula that is spoilt already, for a second mistake in it; None for the right one."""

    @property
    def net(self) -> Architecture:
        """What the network is made of."""
        return self.examples.architecture

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

    def terms(self, keep: Callable[[Place], bool]) -> Expression:
        """The other terms, or branches, left out."""

        def cut(place: Place) -> Expression | None:
            if place.role not in ("term", "branch") or keep(place):
                return None
            return Gap(place.form, 0)

        return edited(self.tree, cut)

    def y(self, output: tuple[int, ...]) -> Symbol:
        """The y of an α; where there is none, α itself."""
        of = Variable("y_out", output) if self.net.has_output else Variable("alpha", output)
        return self.examples.symbol(of)

    def yy(self, output: tuple[int, ...]) -> Symbol:
        """The label of an α."""
        return self.examples.symbol(Variable("label", output))

    def alpha(self, output: tuple[int, ...]) -> Symbol:
        """An α."""
        return self.examples.symbol(Variable("alpha", output))

    @cached_property
    def structure(self) -> tuple[tuple[Way, tuple[TermRole, ...]], ...]:
        """Each term's way to the top, and what its factors are."""
        origin = self.examples.origin
        if origin is None or is_of_notes_kind(self.net):
            return _of_shape(self.net, self.variable)
        return _structure(self.variable, origin)

    def term(self, way: Way, roles: tuple[TermRole, ...]) -> Place:
        """The term of one way."""
        at = way.s or way.cell
        kernel = at.index[0] if len(at.index) > 1 else 0
        here = partial(Place, window=at.index[-1], output=way.top.index, kernel=kernel)

        def factor(role: TermRole) -> Place:
            form: Expression
            standing = {"weight": way.weight, "slope": way.s, "meets": way.meets}.get(
                role, way.cell
            )
            if role == "share":
                form = share_form(way.pooled_from)
            elif standing is None:  # a bias meets 1
                form = ONE
            elif role == "slope":
                form = self.examples.activation_slope(standing)
            else:
                form = self.examples.symbol(standing)
            return here(form, role, variable=standing)

        return here(Product(tuple(factor(role) for role in roles)), "term", variable=at)

    def _right(self) -> Expression:
        variable = self.variable
        if variable.group == "y_out":
            return self._loss_slope(variable.index)
        if variable.group in ("alpha", "dense_bias"):
            end = self._end(variable.index)
            if variable.group == "dense_bias":
                end = (*end, Place(ONE, "meets", output=variable.index))
            return end[0] if len(end) == 1 else Product(end)
        by_top: dict[Variable, list[Place]] = {}
        for way, roles in self.structure:
            by_top.setdefault(way.top, []).append(self.term(way, roles))
        parts = [(top.index, self._part(top.index, terms)) for top, terms in by_top.items()]
        if len(parts) == 1:
            return parts[0][1]
        return Sum(tuple(Place(part, "branch", output=output) for output, part in parts))

    def _part(self, output: tuple[int, ...], terms: list[Place]) -> Expression:
        """Everything through one α: its end, and the sum of the terms."""
        total = Place(Sum(tuple(terms)) if len(terms) > 1 else terms[0], "sum", output=output)
        return Product((*self._end(output), total)) if self.net.has_dense else total

    def _end(self, output: tuple[int, ...]) -> Ends:
        """∂L/∂α as the factors that a hand works out."""
        alpha = Variable("alpha", output)
        if self.net.head in ("cross_entropy", "sigmoid_squared"):
            slope = self.examples.slope_at(alpha)
            through = Place(slope, "alpha_slope", variable=alpha, output=output)
            return self._loss_slope(output), through
        form: Expression = difference(*self._output_and_label(output))
        if self.net.head == "squared":
            form = Product((TWO, form))
        stable = Stable(form, self.examples.gradient(alpha))
        return (Place(stable, "error", variable=alpha, output=output),)

    def _loss_slope(self, output: tuple[int, ...]) -> Place:
        """∂L/∂y."""
        y, yy = self._output_and_label(output)
        form: Expression
        match self.net.head:
            case "softmax":
                form = Negative(Quotient(yy, y))
            case "sigmoid_squared":
                form = Product((TWO, difference(y, yy)))
            case _:
                form = Quotient(difference(y, yy), Product((y, difference(ONE, y))))
        of = Variable("y_out", output)
        stable = Stable(form, self.examples.gradient(of))
        return Place(stable, "output_slope", variable=of, output=output)

    def _output_and_label(self, output: tuple[int, ...]) -> tuple[Place, Place]:
        y = Place(self.y(output), "output", variable=Variable("y_out", output), output=output)
        return y, Place(self.yy(output), "label", output=output)


@cache
def _of_shape(
    net: Architecture, variable: Variable
) -> tuple[tuple[Way, tuple[TermRole, ...]], ...]:
    """Of a network of the notes' kind, in which no number decides which ways there are."""
    parameters = Parameters(np.ones(net.kernel_shape), np.ones(int(np.prod(net.map_shape))))
    state = State.of(parameters, np.ones((net.rows, net.columns)), 1.0)
    return _structure(variable, state)


def _structure(variable: Variable, state: State) -> tuple[tuple[Way, tuple[TermRole, ...]], ...]:
    terms = derive(variable, state, unrolled=True).terms
    return tuple((way, term.roles) for way, term in zip(ways(variable, state), terms, strict=True))
