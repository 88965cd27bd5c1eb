"""The operations of the walk-through: each value, then each derivative from the ones before it.

Each knows what it reads, what it computes and the formula between, so that a page can light up its
part of the diagram.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from lib.derivation.ends import end_of, outputs, slopes_at_output, step_to_alpha, true_class
from lib.derivation.expression import Expression, Partial, Product, Symbol
from lib.derivation.lessons import value_form, value_label
from lib.derivation.pieces import loss_expression, shortened, total
from lib.derivation.quantity import LOSS, UPDATED_LOSS, Quantity, slope, updated, value
from lib.derivation.quantity import label as label_of
from lib.derivation.source import SourceLine, source_of_slope, source_of_update, source_of_value
from lib.derivation.state import State
from lib.derivation.terms import share_form, slopes_of
from lib.derivation.update import update_expression
from lib.derivation.variable import Variable
from lib.derivation.ways import pool_share, structure_of
from lib.network.made_of import LOSS as LOSS_VARIABLE
from lib.network.made_of import Loss, made_of
from lib.network.places import places

Phase = Literal["forward", "loss", "backward", "update"]


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


def forward_steps(state: State) -> Iterator[Step]:
    """Each s_k, each o_{ij}, each pooled cell, each α, each y."""
    for variable, of in made_of(state.architecture).items():
        if variable != LOSS_VARIABLE:
            form, label = value_form(variable, state), value_label(variable, state)
            yield _step("forward", value(variable), map(value, of.reads), state, form, label)


def loss_step(state: State) -> Step:
    """L from the outputs and the labels, or from the map and the given gradient."""
    of = made_of(state.architecture)[LOSS_VARIABLE]
    reads = [value(read) for read in of.reads]
    if isinstance(of, Loss):
        reads += [label_of(variable.index) for variable in of.labels]
    label = value_label(LOSS_VARIABLE, state)
    return _step("loss", LOSS, reads, state, loss_expression(state), label)


def backward_steps(state: State) -> Iterator[Step]:
    """Each partial from the ones before it, in the order of ``lib.network.backward``."""
    net, known = state.architecture, places(state.architecture)
    if net.has_dense:
        for k in outputs(state):
            yield from _to_alpha(k, state)
        yield from _to_weights(state)
    # what lies between α and the kernel, from the last map on
    for name in ("pooled", "o", "s"):
        for variable in known[name].cells() if name in known else ():
            yield _to_map(variable, state)
    for name in ("kernel", "kernel_bias", "image"):
        for variable in known[name].cells() if name in known else ():
            reads: list[Quantity] = []
            terms: list[Expression] = []
            for s, other in structure_of(state).met[variable]:
                delta = slope(s).leaf(state)
                reads += [slope(s), value(other)] if other else [slope(s)]
                terms.append(Product((delta, state.symbol(other))) if other else delta)
            yield _back(variable, reads, shortened(terms), state)


def update_steps(state: State, after: State, rate: float) -> Iterator[Step]:
    """Every weight and bias against its gradient, then the loss again."""
    known = places(state.architecture).values()
    weights = [v for place in known if place.role == "parameter" for v in place.cells()]
    for variable in weights:
        yield Step(
            phase="update",
            computes=updated(variable),
            reads=(value(variable), slope(variable)),
            left=after.symbol(variable),
            expression=update_expression(variable, state, rate),
            source=source_of_update(),
        )
    yield Step(
        phase="update",
        computes=UPDATED_LOSS,
        reads=(*map(updated, weights), *map(value, known_pixels(state)), *targets(state)),
        left=Symbol("L", after.loss),
        expression=loss_expression(after),
        source=source_of_value("loss", state.architecture),
        label=value_label(LOSS_VARIABLE, state),
    )


def known_pixels(state: State) -> tuple[Variable, ...]:
    """The image's pixels."""
    return places(state.architecture)["image"].cells()


def targets(state: State) -> tuple[Quantity, ...]:
    """The labels, or the given gradient."""
    known = places(state.architecture)
    if "given" in known:
        return tuple(map(value, known["given"].cells()))
    return tuple(label_of(variable.index) for variable in known["label"].cells())


def _to_alpha(k: tuple[int, ...], state: State) -> Iterator[Step]:
    """∂L/∂y_k if there is a y, and ∂L/∂α_k."""
    alpha, y = Variable("alpha", k), Variable("y_out", k)
    head = state.architecture.head
    if head == "squared":
        yield _back(alpha, [value(alpha), label_of(k)], end_of(state, k).written, state)
        return
    form, label = slopes_at_output(state, k)[-1]
    yield _back(y, [value(y), label_of(k)], form, state, label)
    if head == "softmax":
        return  # each α takes the true class' ∂L/∂y, which may come later
    reads = [slope(y), value(y)]
    yield _back(alpha, reads, step_to_alpha(state, k), state, "N7")


def _to_weights(state: State) -> Iterator[Step]:
    """∂L/∂α of a softmax; then ∂L/∂(dense weights), their biases, and the last map's cells."""
    known, of = places(state.architecture), structure_of(state)
    if state.architecture.head == "softmax":
        t = true_class(state)
        for k in outputs(state):
            reads = [slope(Variable("y_out", t)), value(Variable("y_out", t))]
            reads += [] if k == t else [value(Variable("y_out", k))]
            yield _back(Variable("alpha", k), reads, step_to_alpha(state, k), state)
    for weight in known["dense"].cells():
        alpha, cell = of.of_weight[weight]
        form = Product((slope(alpha).leaf(state), state.symbol(cell)))
        yield _back(weight, [slope(alpha), value(cell)], form, state)
    for bias in known["dense_bias"].cells() if "dense_bias" in known else ():
        alpha = Variable("alpha", bias.index)
        yield _back(bias, [slope(alpha)], slope(alpha).leaf(state), state)


def _to_map(variable: Variable, state: State) -> Step:
    """∂L/∂(one cell of a map): from the dense layer, through the pool or the activation."""
    of, net = structure_of(state), state.architecture
    if variable.group == net.last_map:
        if not net.has_dense:
            (_, given), *_ = of.tops[variable]
            return _back(variable, [value(given)], state.symbol(given), state)
        reads = [q for alpha, w in of.tops[variable] for q in (slope(alpha), value(w))]
        products = [
            Product((slope(alpha).leaf(state), state.symbol(w))) for alpha, w in of.tops[variable]
        ]
        return _back(variable, reads, total(products), state)
    if variable.group == "s" and net.activation != "none":
        o = of.up[variable][0]
        form = Product((slope(o).leaf(state), slopes_of(variable, state)[0]))
        label = "N7" if net.activation == "sigmoid" else ""
        return _back(variable, [slope(o), value(variable)], form, state, label)
    s = of.down[variable]
    pooled = of.up[s][1]
    form = Product((slope(pooled).leaf(state), share_form(pool_share(s, state))))
    return _back(variable, [slope(pooled)], form, state)


def _back(
    variable: Variable, reads: list[Quantity], form: Expression, state: State, label: str = ""
) -> Step:
    return _step("backward", slope(variable), reads, state, form, label)


def _step(
    phase: Phase,
    computes: Quantity,
    reads: Iterable[Quantity],
    state: State,
    expression: Expression,
    label: str = "",
) -> Step:
    variable, net = computes.variable, state.architecture
    if phase == "backward" and variable:
        source = source_of_slope(variable.group, net)
    else:
        source = source_of_value(variable.group if variable else "loss", net)
    return Step(phase, computes, tuple(reads), computes.leaf(state), expression, source, label)
