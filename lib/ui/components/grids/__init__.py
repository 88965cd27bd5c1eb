"""Arrays of numbers in the shape of their matrix; a click or the keyboard picks a cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from lib.derivation import Precision, Variable, plain_number
from lib.derivation.number import fitting
from lib.derivation.plain import plain_symbol, symbol_parts
from lib.derivation.variable import Network
from lib.network import GEOMETRY, NOTES
from lib.ui.bridge.component import nothing, register
from lib.ui.follow.page_run import mount
from lib.ui.follow.part import Part
from lib.ui.follow.snapshot import Snapshot

COMPONENT = register(Path(__file__).parent)

CellState = Literal["", "open", "lit", "faded"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One number: its symbol in two parts, its value, and how it stands out.

    A cell with a ``key`` is a button. ``about`` is the key of the variable that another one shows:
    a tap on it brings the variable to the slider at the foot of a small window.
    ``detail`` stands above the number; a line may break between its pieces. ``lights`` is the key
    of the number that it shows: the tile lights up when that is pointed at elsewhere. A number that
    was ``entered`` stands as it was; a computed one has all the digits that it is rounded to.
    """

    base: str
    subscript: str
    value: float
    spoken: str
    key: str = ""
    about: str = ""
    lights: str = ""
    entered: bool = False
    state: CellState = ""
    detail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """One matrix. ``scale`` is the magnitude that gets the full colour.

    ``width`` of a tile is in rem. A number that needs more room is set in smaller type, and where
    that would be too small to read, the tiles of its matrix get wider.
    Matrices with the same ``column`` stand one above the other.
    """

    title: str
    cells: Sequence[Cell]
    columns: int
    scale: float
    column: str = ""
    width: float = 4.4
    small: bool = False
    details: bool = False


def columns_of(group: str) -> int:
    """How many columns the matrix of a group of variables has; s, o and dense lie as the map."""
    shapes = {"image": GEOMETRY.image_shape, "kernel": GEOMETRY.kernel_shape}
    return shapes.get(group, GEOMETRY.map_shape)[1]


def cell_of(
    variable: Variable,
    value: float,
    spoken: str = "",
    key: str = "",
    state: CellState = "",
    lights: str = "",
    entered: bool = False,
    network: Network = NOTES,
) -> Cell:
    """A number of the network under its symbol; ``spoken`` is the symbol where nothing is said."""
    return Cell(
        *symbol_parts(variable, network),
        value=value,
        spoken=spoken or plain_symbol(variable, network),
        key=key,
        about=variable.key,
        lights=lights,
        entered=entered,
        state=state,
    )


def draw(
    grids: Sequence[Grid], precision: Precision, key: str, on_pick: Callable[[], None] | None = None
) -> None:
    """Draw the matrices side by side; in ``on_pick``, ``bridge.picked`` tells which cell."""
    mount(key, COMPONENT, as_data(grids, precision), on_picked_change=on_pick or nothing)


def part(
    key: str, precision: Precision | None = None
) -> Callable[[Callable[[Snapshot], Sequence[Grid]]], Part]:
    """Makes the function that gives matrices a part, with the learner's digits or others."""

    def made(build: Callable[[Snapshot], Sequence[Grid]]) -> Part:
        def now(snapshot: Snapshot) -> dict[str, Any]:
            return as_data(build(snapshot), precision or snapshot.precision)

        return Part(key, COMPONENT, now)

    return made


def as_data(grids: Sequence[Grid], precision: Precision) -> dict[str, Any]:
    """The matrices as the component's data."""
    return {
        "grids": [_frame(grid) for grid in grids],
        "cells": [
            [
                plain_number(cell.value, fitting(precision), not cell.entered),
                cell.value / grid.scale if grid.scale else 0.0,
                f"{cell.spoken} = {plain_number(cell.value, precision, not cell.entered)}",
                cell.state,
                cell.detail,
            ]
            for grid in grids
            for cell in grid.cells
        ],
    }


def _frame(grid: Grid) -> dict[str, Any]:
    """What does not change while a slider moves."""
    return {
        "title": grid.title,
        "stack": grid.column or grid.title,
        "spoken": grid.title,
        "columns": grid.columns,
        "width": grid.width,
        "small": grid.small,
        "details": grid.details,
        "cells": [
            {
                "base": cell.base,
                "subscript": cell.subscript,
                "key": cell.key,
                "about": cell.about,
                "lights": cell.lights,
            }
            for cell in grid.cells
        ],
    }
