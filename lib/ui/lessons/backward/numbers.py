"""The numbers of the backward pass (N9–N13): every partial, and the open one's own."""

from __future__ import annotations

import math

from lib.derivation import Variable, computed_number, plain_symbol, variables
from lib.derivation.quantity import slope
from lib.derivation.variable import GROUPS
from lib.network.check import relative_error
from lib.network.loss import LARGEST
from lib.scenario import GEOMETRY
from lib.text import backward as words
from lib.ui.components import diagram, formula, grids, sheet
from lib.ui.components.sheet import Metric, Sheet, Tex
from lib.ui.follow.snapshot import Snapshot
from lib.ui.lessons.equations import lost_digits

_VARIABLES = variables(GEOMETRY)
_TITLES = {
    "image": (words.IMAGE, "image"),
    "kernel": (words.KERNEL, "kernel"),
    "dense": (words.DENSE, "third"),
    "s": (words.S, "third"),
    "o": (words.O, "fourth"),
    "ends": (words.ENDS, "fourth"),
}


def partial_told(now: Snapshot) -> str:
    """The open partial in a few words."""
    gradient = computed_number(now.state.gradient(now.variable), now.precision)
    return f"∂L/∂{plain_symbol(now.variable, GEOMETRY)} = {gradient}"


@grids.part("gradients")
def gradients(now: Snapshot) -> list[grids.Grid]:
    """The heatmaps of all partial derivatives."""
    matrices = []
    width = 3.6 if now.scenario.lecture else 4.9
    for name, (name_of, column) in _TITLES.items():
        groups = ("alpha", "y_out") if name == "ends" else (name,)
        members = [member for member in _VARIABLES if member.group in groups]
        values = [now.state.gradient(member) for member in members]
        cells = [
            grids.cell_of(
                member,
                value,
                spoken=f"∂L/∂{plain_symbol(member, GEOMETRY)}",
                key=member.key,
                lights=slope(member).key,
                state="open" if member == now.variable else "",
            )
            for member, value in zip(members, values, strict=True)
        ]
        scale, columns = max(map(abs, values)), grids.columns_of(name)
        title = now.say(name_of)
        matrices.append(grids.Grid(title, cells, columns, scale, column=column, width=width))
    return matrices


@sheet.part("open_partial")
def open_partial(on: Sheet, now: Snapshot) -> None:
    """The open partial in its short form, with its numbers: for the lecture view."""
    on.pair(formula.partial(now.variable), now.derivation.short, now.precision)


@sheet.part("headline")
def headline(on: Sheet, now: Snapshot) -> None:
    """The opened partial, the same from a nudge, the loss, and what to beware of."""
    derivation, state, precision = now.derivation, now.state, now.precision
    estimate = float(getattr(now.nudged, now.variable.group)[now.variable.index])
    gradient = state.gradient(now.variable)
    on.metrics(
        Metric(now.say(words.VALUE), computed_number(gradient, precision)),
        Metric(now.say(words.NUDGED), _estimate(now, estimate), now.say(words.NUDGED_HELP)),
        Metric(now.say(words.GAP), _gap(now, gradient, estimate)),
        Metric(now.say(words.LOSS), computed_number(float(state.gradients.loss), precision)),
    )
    if said := lost_digits(derivation, precision, now.scenario.language):
        on.warning(said)
    if abs(state.gradient(Variable("y_out"))) >= LARGEST:
        on.warning(now.say(words.HELD))


@sheet.part("all")
def every_partial(on: Sheet, now: Snapshot) -> None:
    """Every partial derivative: formula, value, central difference, relative error."""
    between = tuple(group for group in GROUPS if group not in ("kernel", "dense", "image"))
    for name, title in words.TABLES.items():
        groups = between if name == "between" else (name,)
        rows = [variable for variable in _VARIABLES if variable.group in groups]
        values = [now.state.gradient(variable) for variable in rows]
        estimates = [float(getattr(now.nudged, v.group)[v.index]) for v in rows]
        on.text(now.say(title), "heading")
        on.table(
            {
                now.say(words.FORMULA): [
                    Tex(f"{formula.partial(v)} = {formula.short_form(v)}") for v in rows
                ],
                now.say(words.NUMBER): [computed_number(value, now.precision) for value in values],
                now.say(words.NUDGED): [_estimate(now, estimate) for estimate in estimates],
                now.say(words.GAP): [
                    _gap(now, value, e) for value, e in zip(values, estimates, strict=True)
                ],
            }
        )


def _estimate(now: Snapshot, estimate: float) -> str:
    """The nudged value, or a dash where there is no room to nudge."""
    return "–" if math.isnan(estimate) else computed_number(estimate, now.precision)


def _gap(now: Snapshot, value: float, estimate: float) -> str:
    if math.isnan(estimate):
        return now.say(words.NO_NUDGE)
    return computed_number(float(relative_error(value, estimate)), 3)


path_picture = diagram.part("path-picture", ways=True)
