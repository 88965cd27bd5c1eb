"""Which rule leads to each line of a derivation."""

from __future__ import annotations

from typing import Literal

from lib.derivation.chain import Derivation

Rule = Literal[
    "through_output",
    "through_alpha",
    "windows",
    "window",
    "product",
    "sums_written",
    "product_written",
    "slope_written",
    "shortcut",
    "logarithms",
    "bracket",
    "denominator",
    "put_in",
    "other_form",
    "cancelled",
]
"""``through_…`` the chain rule; ``windows``, ``window`` and ``product`` how α, a sum, is
differentiated; ``…_written`` what stands for the named factors; ``shortcut`` the first two factors
as y_out − yy; ``logarithms`` to ``denominator`` the forms of ∂L/∂y_out; ``put_in`` to ``cancelled``
the steps by which ∂L/∂α collapses."""


def rules(derivation: Derivation) -> tuple[Rule, ...]:
    """One for each of the derivation's ``shown`` lines."""
    group = derivation.variable.group
    if group == "y_out":
        return "logarithms", "bracket", "denominator"
    if group == "alpha":
        return "through_output", "put_in", "other_form", "cancelled"
    found: tuple[Rule, ...]
    if group in ("kernel", "image"):
        found = "windows" if len(derivation.terms) > 1 else "window", "sums_written"
    else:
        found = "product", "slope_written" if group == "s" else "product_written"
    return "through_output", "through_alpha", *found, "shortcut"
