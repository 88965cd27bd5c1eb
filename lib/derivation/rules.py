"""Which rule leads to each line of a derivation."""

from __future__ import annotations

from typing import Literal

from lib.derivation.chain import Derivation
from lib.derivation.state import State, is_of_notes_kind
from lib.network.architecture import Head

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
    "outputs",
    "sums",
    "of_sum",
    "ways",
    "one_way",
    "all_written",
    "error_named",
    "layer_back",
    "layer_written",
    "true_class",
    "square",
    "factors_put_in",
    "slope_in_output",
    "output_cancelled",
    "slope_named",
]
"""``through_…`` the chain rule; ``windows``, ``window`` and ``product`` how α, a sum, is
differentiated; ``…_written`` what stands for the named factors; ``shortcut`` the first two factors
as y_out − yy; ``logarithms`` to ``denominator`` the forms of ∂L/∂y_out; ``put_in`` to ``cancelled``
the steps by which ∂L/∂α collapses. From ``outputs`` on: the same in any other network."""


def rules(derivation: Derivation, state: State) -> tuple[Rule, ...]:
    """One for each of the derivation's ``shown`` lines."""
    if not is_of_notes_kind(state.architecture):
        return _of_any(derivation, state)
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
    if derivation.folded:
        found = "layer_back", "layer_written"
    shown: tuple[Rule, ...] = ("through_output", "through_alpha", *found, "shortcut")
    return shown[: len(derivation.shown)]


def _of_any(derivation: Derivation, state: State) -> tuple[Rule, ...]:
    """The rules of a network with biases, a pool, several outputs or another head."""
    net, group = state.architecture, derivation.variable.group
    if group == "y_out":
        return _AT_OUTPUT[net.head]
    if group == "alpha":
        return _AT_ALPHA[net.head]
    found: list[Rule] = []
    if net.has_output:
        found = ["outputs", "sums"]
    elif net.has_dense:
        found = ["of_sum"]
    if derivation.folded:
        found += ["layer_back", "layer_written"]
    else:
        found += ["ways" if len(derivation.terms) > 1 else "one_way", "all_written"]
    return (*found, "error_named")[: len(derivation.shown)]


_LOGARITHMS: tuple[Rule, ...] = ("logarithms", "bracket", "denominator")
_AT_OUTPUT: dict[Head, tuple[Rule, ...]] = {
    "cross_entropy": _LOGARITHMS,
    "softmax": ("true_class",),
    "sigmoid_squared": ("square",),
}
_AT_ALPHA: dict[Head, tuple[Rule, ...]] = {
    "cross_entropy": ("outputs", "factors_put_in", "slope_in_output", "output_cancelled"),
    "softmax": ("outputs", "factors_put_in", "output_cancelled"),
    "squared": ("square",),
    "sigmoid_squared": ("outputs", "factors_put_in", "slope_in_output", "slope_named"),
}
