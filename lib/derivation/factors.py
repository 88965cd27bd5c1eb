"""Which factor makes the gradient small: each factor of a derivation, its size, why it is small."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from lib.derivation.chain import Derivation
from lib.derivation.ends import end_of, outputs
from lib.derivation.expression import Expression, Iverson
from lib.derivation.pieces import output_slope
from lib.derivation.state import State
from lib.derivation.terms import Term, TermRole
from lib.network import Window

Role = Literal["error", "output_slope", "alpha_slope"] | TermRole
"""``error`` y_out − yy; ``output_slope`` ∂L/∂y_out; ``alpha_slope`` σ'(α); else as in a term."""

Reason = Literal["", "zero", "saturated", "dead", "not_taken", "fits"]
"""``dead``: ReLU's slope is 0; ``not_taken``: a max pool takes another cell."""

SMALL_SLOPE = 0.01
"""σ' below this is called saturated: |x| above 4.6, a 25th of the 1/4 that it can be."""

SMALL_ERROR = 0.01
"""|y_out − yy| below this: the prediction fits, and there is little left to learn from."""


CANCELLED = 0.5
"""Where less of the terms' magnitudes than this is left in their sum, they cancel."""


@dataclass(frozen=True, slots=True)
class Factor:
    """One number that a derivative is a product of."""

    role: Role
    expression: Expression
    value: float
    window: Window | None = None
    """The window whose term it belongs to; None for what all terms share."""

    @property
    def magnitude(self) -> float:
        """|value|: what stands on the log scale."""
        return abs(self.value)

    @property
    def reason(self) -> Reason:
        """Why it makes the gradient small, if it does."""
        if self.value == 0.0 and isinstance(self.expression, Iverson):
            return "dead"
        if self.value == 0.0 and self.role == "share":
            return "not_taken"
        if self.value == 0.0 and self.role not in ("slope", "alpha_slope", "error"):
            return "zero"  # a slope or an error of 0 has underflowed: its own reason says more
        if self.role in ("slope", "alpha_slope") and self.magnitude < SMALL_SLOPE:
            return "saturated"
        if self.role == "error" and self.magnitude < SMALL_ERROR:
            return "fits"
        return ""


@dataclass(frozen=True, slots=True)
class TermFactors:
    """The factors of one window's term, and what the term adds to ∂L/∂x."""

    window: Window
    factors: tuple[Factor, ...]
    contribution: float

    @property
    def smallest(self) -> Factor:
        """The factor that makes the term as small as it is."""
        return min(self.factors, key=lambda factor: factor.magnitude)


@dataclass(frozen=True, slots=True)
class Factors:
    """∂L/∂x = shared · (sum of the terms' products)."""

    shared: tuple[Factor, ...]
    """y_out − yy, or nothing for ``y_out`` itself."""
    long_path: tuple[Factor, ...]
    """∂L/∂y_out and ∂y_out/∂α, whose product is the shared factor: one grows as one shrinks."""
    terms: tuple[TermFactors, ...]

    def all(self) -> tuple[Factor, ...]:
        """Shared factors first, then each term's."""
        return (*self.shared, *(factor for term in self.terms for factor in term.factors))

    @property
    def magnitudes(self) -> float:
        """Σ |term|: what the terms would add up to without their signs."""
        return sum(abs(term.contribution) for term in self.terms)

    @property
    def left(self) -> float:
        """|Σ term| / Σ |term|, from 0 (all cancels) to 1 (nothing does, or all terms are 0)."""
        if not self.magnitudes:
            return 1.0
        return abs(sum(term.contribution for term in self.terms)) / self.magnitudes

    @property
    def mixed(self) -> bool:
        """Whether some terms are positive and some negative."""
        return len({term.contribution > 0 for term in self.terms if term.contribution}) > 1

    @property
    def cancels(self) -> bool:
        """Whether the sum is small because its terms cancel."""
        return self.left < CANCELLED


def factors(derivation: Derivation, state: State) -> Factors:
    """The factors of the derivation's short form, and of the long path to ∂L/∂α.

    With several α, each term has the error of its own; folded, each has ∂L/∂s in its place.
    """
    variable, terms = derivation.variable, derivation.terms
    if variable.group == "y_out":
        return Factors((), (_factor("output_slope", output_slope(state, variable.index)),), ())
    if derivation.folded or not state.architecture.has_dense:
        return Factors((), (), tuple(_of_term(term, ()) for term in terms))
    tops = list(dict.fromkeys(term.top.index for term in terms)) or [outputs(state)[0]]
    if variable.group in ("alpha", "dense_bias"):
        tops = [variable.index]
    ends = {top: end_of(state, top) for top in tops}
    errors = {top: _factor("error", end.short) for top, end in ends.items()}
    if len(tops) > 1:
        return Factors((), (), tuple(_of_term(term, (errors[term.top.index],)) for term in terms))
    (end,), (error,) = ends.values(), errors.values()
    long_path = [_factor("output_slope", end.before)]
    if end.through:
        long_path.append(_factor("alpha_slope", end.through))
    found = tuple(_of_term(term, (), error.value) for term in terms)
    return Factors((error,), tuple(long_path), found)


def _of_term(term: Term, before: tuple[Factor, ...], shared: float = 1.0) -> TermFactors:
    parts = zip(term.roles, term.short.factors, strict=True)
    own = tuple(_factor(role, part, term.window) for role, part in parts)
    total = shared * math.prod(factor.value for factor in before) * term.short.value
    return TermFactors(term.window, (*before, *own), total)


def _factor(role: Role, expression: Expression, window: Window | None = None) -> Factor:
    return Factor(role, expression, expression.value, window)
