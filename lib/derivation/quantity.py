"""What a step of the walk-through reads or computes: a value, or a derivative of L."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lib.derivation.expression import Partial, Symbol
from lib.derivation.state import State
from lib.derivation.variable import Variable

Kind = Literal["value", "slope", "updated"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number on the diagram.

    ``value`` of a variable, its ``slope`` ∂L/∂variable, or the ``updated`` value after a step of
    descent. No variable: the loss itself, or with ``label`` the label.
    """

    kind: Kind
    variable: Variable | None = None
    label: bool = False

    @property
    def key(self) -> str:
        """A short name: ``kernel-0-0``, ``slope:alpha``, ``loss``, ``updated:loss``, ``label``."""
        name = self.variable.key if self.variable else "label" if self.label else "loss"
        return name if self.kind == "value" else f"{self.kind}:{name}"

    def leaf(self, state: State, after: State | None = None) -> Symbol | Partial:
        """The quantity as a leaf of a formula; an updated one has its number from ``after``."""
        shown = after if self.kind == "updated" and after else state
        if self.variable is None:
            return shown.yy if self.label else Symbol("L", float(shown.gradients.loss))
        if self.kind == "slope":
            name = state.name(self.variable)
            return Partial("L", name, state.gradient(self.variable))
        return shown.symbol(self.variable)


LOSS = Quantity("value")
LABEL = Quantity("value", label=True)
UPDATED_LOSS = Quantity("updated")


def value(variable: Variable) -> Quantity:
    """The variable's own value."""
    return Quantity("value", variable)


def label(index: tuple[int, ...]) -> Quantity:
    """The label of an output: of one of several by its index."""
    return value(Variable("label", index)) if index else LABEL


def slope(variable: Variable) -> Quantity:
    """∂L/∂variable."""
    return Quantity("slope", variable)


def updated(variable: Variable) -> Quantity:
    """The variable's value after a step of descent."""
    return Quantity("updated", variable)
