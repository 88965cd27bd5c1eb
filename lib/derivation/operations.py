"""The operations of the walk-through: each value, then each derivative from the ones before it.

Each knows what it reads, what it computes and the formula between, so that a page can light up its
part of the diagram.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lib.derivation.expression import Expression, Partial, Product, Sum, Symbol
from lib.derivation.lessons import alpha_sum, map_cell, output_form, window_sum
from lib.derivation.pieces import (
    loss_expression,
    output_by_alpha_product,
    output_chain,
    output_slope,
    output_slope_quotient,
    slope_short,
)
from lib.derivation.quantity import (
    LABEL,
    LOSS,
    UPDATED_LOSS,
    Quantity,
    slope,
    updated,
    value,
)
from lib.derivation.source import (
    SourceLine,
    source_of_slope,
    source_of_update,
    source_of_value,
)
from lib.derivation.state import State
from lib.derivation.update import update_expression
from lib.derivation.variable import Group, Variable, variables
from lib.network import Pixel

Phase = Literal["forward", "loss", "backward", "update"]

ALPHA, Y_OUT = Variable("alpha"), Variable("y_out")


@dataclass(frozen=True, slots=True)
class Step:
    """One operation."""

    phase: Phase
    computes: Quantity
    reads: tuple[Quantity, ...]
    left: Symbol | Partial
    """What stands before the equals sign; before a ← where the phase is ``update``."""
    expression: Expression
    source: tuple[SourceLine, ...]
    """The NumPy lines that do it, for all entries of the group at once."""
    label: str = ""
    """The notes' label, if they have the equation."""
    before: float | None = None
    """In the update: the weight or the loss as it was."""


def forward_steps(state: State) -> Iterator[Step]:
    """Each s_k, each o_{ij}, α, y_out."""
    geometry = state.geometry
    windows = geometry.windows()
    for window in windows:
        reads = [
            value(variable)
            for entry in geometry.kernel_entries()
            for variable in (
                Variable("kernel", tuple(entry)),
                Variable("image", tuple(geometry.pixel_under(window, entry))),
            )
        ]
        s = Variable("s", (window.k,))
        yield _step("forward", value(s), reads, state, window_sum(window.k, state))
    for window in windows:
        s, o = Variable("s", (window.k,)), Variable("o", (window.k,))
        yield _step("forward", value(o), [value(s)], state, map_cell(window.k, state), "N6")
    reads = [
        value(variable)
        for window in windows
        for variable in (Variable("dense", (window.k,)), Variable("o", (window.k,)))
    ]
    yield _step("forward", value(ALPHA), reads, state, alpha_sum(state), "N8")
    yield _step("forward", value(Y_OUT), [value(ALPHA)], state, output_form(state), "N6")


def loss_step(state: State) -> Step:
    """L from y_out and the label."""
    return _step("loss", LOSS, [value(Y_OUT), LABEL], state, loss_expression(state), "N3")


def backward_steps(state: State) -> Iterator[Step]:
    """Each partial from the ones before it, in the order of ``lib.network.backward``."""

    def back(variable: Variable, reads: list[Quantity], form: Expression, label: str = "") -> Step:
        return _step("backward", slope(variable), reads, state, form, label)

    def partial(variable: Variable) -> Symbol | Partial:
        return slope(variable).leaf(state)

    geometry = state.geometry
    windows = geometry.windows()
    yield back(Y_OUT, [value(Y_OUT), LABEL], output_slope_quotient(state), "N5")
    collapsing = output_chain(output_slope(state), output_by_alpha_product(state), state)
    yield back(ALPHA, [slope(Y_OUT), value(Y_OUT)], collapsing, "N7")
    pairs: tuple[tuple[Group, Group], ...] = (("dense", "o"), ("o", "dense"))
    for group, other in pairs:
        for window in windows:
            factor = Variable(other, (window.k,))
            form = Product((partial(ALPHA), state.symbol(factor)))
            yield back(Variable(group, (window.k,)), [slope(ALPHA), value(factor)], form)
    for window in windows:
        s, o = Variable("s", (window.k,)), Variable("o", (window.k,))
        form = Product((partial(o), slope_short(state.symbol(s))))
        yield back(s, [slope(o), value(s)], form, "N7")
    for entry in geometry.kernel_entries():
        pixels = [Variable("image", tuple(geometry.pixel_under(w, entry))) for w in windows]
        deltas = [Variable("s", (w.k,)) for w in windows]
        reads, total = _convolution(deltas, pixels, state)
        yield back(Variable("kernel", tuple(entry)), reads, total)
    for pixel in geometry.pixels():
        seen = geometry.windows_of(Pixel(*pixel))
        deltas = [Variable("s", (w.k,)) for w, _ in seen]
        weights = [Variable("kernel", tuple(entry)) for _, entry in seen]
        reads, total = _convolution(deltas, weights, state)
        yield back(Variable("image", tuple(pixel)), reads, total)


def update_steps(state: State, after: State, rate: float) -> Iterator[Step]:
    """Every weight against its gradient, then the loss again."""
    source = source_of_update()
    for variable in variables(state.geometry):
        if variable.group not in ("kernel", "dense"):
            continue
        yield Step(
            phase="update",
            computes=updated(variable),
            reads=(value(variable), slope(variable)),
            left=after.symbol(variable),
            expression=update_expression(variable, state, rate),
            source=source,
            before=state.number(variable),
        )
    weights = [updated(v) for v in variables(state.geometry) if v.group in ("kernel", "dense")]
    pixels = [value(v) for v in variables(state.geometry) if v.group == "image"]
    yield Step(
        phase="update",
        computes=UPDATED_LOSS,
        reads=(*weights, *pixels, LABEL),
        left=Symbol("L", float(after.gradients.loss)),
        expression=loss_expression(after),
        source=source_of_value("loss"),
        before=float(state.gradients.loss),
        label="N3",
    )


def _convolution(
    deltas: list[Variable], meets: list[Variable], state: State
) -> tuple[list[Quantity], Expression]:
    """Σ_k ∂L/∂s_k · (what meets it in window k): what is read, and the formula."""
    reads: list[Quantity] = []
    terms: list[Product] = []
    for s, other in zip(deltas, meets, strict=True):
        reads += [slope(s), value(other)]
        terms.append(Product((slope(s).leaf(state), state.symbol(other))))
    return reads, terms[0] if len(terms) == 1 else Sum(tuple(terms))


def _step(
    phase: Phase,
    computes: Quantity,
    reads: list[Quantity],
    state: State,
    expression: Expression,
    label: str = "",
) -> Step:
    variable = computes.variable
    if phase == "backward" and variable:
        source = source_of_slope(variable.group)
    else:
        source = source_of_value(variable.group if variable else "loss")
    return Step(phase, computes, tuple(reads), computes.leaf(state), expression, source, label)
