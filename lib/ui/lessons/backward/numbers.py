"""The numbers of the backward pass (N9–N13): every partial, and the open one's own."""

from __future__ import annotations

import math
from collections.abc import Sequence

from lib.derivation import Variable, computed_number, derive, plain_symbol, variables
from lib.derivation.quantity import slope
from lib.derivation.variable import GROUPS
from lib.network import NOTES
from lib.network.check import relative_error
from lib.network.loss import LARGEST
from lib.network.places import places
from lib.text import backward as words
from lib.ui.components import diagram, formula, grids, sheet
from lib.ui.components.sheet import Metric, Sheet, Tex
from lib.ui.follow.matrices import Matrix, matrices, matrix_of
from lib.ui.follow.snapshot import Snapshot
from lib.ui.lessons.equations import lost_digits

_VARIABLES = variables(NOTES)
MANY = 16
"""Cells of a matrix; where there are more, its tiles are smaller, and a part of it is tabulated."""
HIGHEST = 12
"""Rows of a place's matrices one above the other; with more they stand side by side."""
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
    return f"∂L/∂{plain_symbol(now.variable, now.architecture)} = {gradient}"


@grids.part("gradients")
def gradients(now: Snapshot) -> list[grids.Grid]:
    """The heatmaps of all partial derivatives."""
    if not now.is_of_notes:
        return _by_place(now)
    shown = []
    width = 3.6 if now.scenario.lecture else 4.9
    for name, (title, column) in _TITLES.items():
        groups = ("alpha", "y_out") if name == "ends" else (name,)
        members = [member for member in _VARIABLES if member.group in groups]
        cells, scale = _slopes(members, now)
        columns = grids.columns_of(name)
        shown.append(grids.Grid(now.say(title), cells, columns, scale, column=column, width=width))
    return shown


def _by_place(now: Snapshot) -> list[grids.Grid]:
    """A matrix for each kernel and channel, each map, each output's weights."""
    shown = []
    for name, several in matrices(now.architecture).items():
        if name in ("label", "given"):
            continue
        high = sum(len(matrix.cells) // matrix.columns for matrix in several) > HIGHEST
        for matrix in several:
            cells, scale = _slopes(matrix.cells, now)
            title = f"∂L/∂{cells[0].base}: {matrix.title(now.scenario.language)}"
            small = max(map(len, ([*several], matrix.cells))) > MANY
            shown.append(
                grids.Grid(
                    title,
                    cells,
                    matrix.columns,
                    scale,
                    column=title if high else name,
                    width=3.6 if small else 4.6,
                )
            )
    return shown


def _slopes(members: Sequence[Variable], now: Snapshot) -> tuple[list[grids.Cell], float]:
    """The partials of these variables as buttons, and the largest magnitude."""
    values = [now.state.gradient(member) for member in members]
    cells = [
        grids.cell_of(
            member,
            value,
            spoken=f"∂L/∂{plain_symbol(member, now.architecture)}",
            key=member.key,
            lights=slope(member).key,
            state="open" if member == now.variable else "",
            network=now.architecture,
        )
        for member, value in zip(members, values, strict=True)
    ]
    return cells, max(map(abs, values))


@sheet.part("open_partial")
def open_partial(on: Sheet, now: Snapshot) -> None:
    """The open partial in its short form, with its numbers: for the lecture view."""
    on.pair(formula.partial(now.variable, now.architecture), now.derivation.short, now.precision)


@sheet.part("headline")
def headline(on: Sheet, now: Snapshot) -> None:
    """The opened partial, the same from a nudge, the loss, and what to beware of."""
    derivation, state, precision = now.derivation, now.state, now.precision
    estimate = now.nudged(now.variable)
    gradient = state.gradient(now.variable)
    on.metrics(
        Metric(now.say(words.VALUE), computed_number(gradient, precision)),
        Metric(now.say(words.NUDGED), _estimate(now, estimate), now.say(words.NUDGED_HELP)),
        Metric(now.say(words.GAP), _gap(now, gradient, estimate)),
        Metric(now.say(words.LOSS), computed_number(float(state.gradients.loss), precision)),
    )
    if said := lost_digits(derivation, precision, now.scenario.language):
        on.warning(said)
    ends = places(now.architecture).get("y_out")
    if any(abs(state.gradient(y)) >= LARGEST for y in (ends.cells() if ends else ())):
        on.warning(now.say(words.HELD))
    if state.corners:
        kinds = {corner.kind for corner in state.corners}
        told = " ".join(now.say(words.CORNERS[kind]) for kind in sorted(kinds))
        on.text(f"{now.say(words.CORNER)} {told}", "caption")


@sheet.part("all")
def every_partial(on: Sheet, now: Snapshot) -> None:
    """Every partial derivative: formula, value, central difference, relative error."""
    if not now.is_of_notes:
        _open_place(on, now)
        return
    between = tuple(group for group in GROUPS if group not in ("kernel", "dense", "image"))
    for name, title in words.TABLES.items():
        groups = between if name == "between" else (name,)
        rows = [variable for variable in _VARIABLES if variable.group in groups]
        on.text(now.say(title), "heading")
        _table(on, now, rows, [formula.short_form(v) for v in rows])


def _open_place(on: Sheet, now: Snapshot) -> None:
    """Those that stand around the open one: of all at once nobody would read the formulas."""
    matrix = matrix_of(now.variable, now.architecture)
    rows = _around(now.variable, matrix)
    numbers = {"count": len(rows), "all": now.architecture.value_count}
    on.text(f"{matrix.title(now.scenario.language)}: {now.say(words.OF_ALL, **numbers)}", "heading")
    _table(on, now, rows, [derive(v, now.state).short.latex() for v in rows])


def _around(variable: Variable, matrix: Matrix) -> tuple[Variable, ...]:
    """As many whole rows of the variable's matrix as ``MANY`` has room for; its own is one."""
    count = max(1, MANY // matrix.columns) * matrix.columns
    first = matrix.cells.index(variable) // count * count
    return matrix.cells[first : first + count]


def _table(on: Sheet, now: Snapshot, rows: Sequence[Variable], forms: Sequence[str]) -> None:
    values = [now.state.gradient(variable) for variable in rows]
    estimates = [now.nudged(variable) for variable in rows]
    on.table(
        {
            now.say(words.FORMULA): [
                Tex(f"{formula.partial(v, now.architecture)} = {form}")
                for v, form in zip(rows, forms, strict=True)
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


path_picture = diagram.part("path-picture", with_ways=True)
