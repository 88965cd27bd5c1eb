"""Arrays of numbers in the shape of their matrix; a click or the keyboard picks a cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from lib.derivation import Precision, Variable, plain_number
from lib.derivation.number import fitting
from lib.derivation.variable import dense_letter, map_pair, pair
from lib.scenario import GEOMETRY
from lib.ui.bridge.component import register
from lib.ui.components.formula import lowered
from lib.ui.follow.page_run import mount
from lib.ui.follow.part import Part
from lib.ui.follow.snapshot import Snapshot

COMPONENT = register(Path(__file__).parent)

Mark = Literal["", "open", "lit", "faded"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One number: its symbol in two parts, its value, and how it stands out.

    ``detail`` stands above the number; a line may break between its pieces. ``lights`` is the key
    of the number that it shows: the tile lights up when that is pointed at elsewhere. A number that
    was ``entered`` stands as it was; a computed one has all the digits that it is rounded to.
    """

    base: str
    subscript: str
    value: float
    spoken: str
    key: str = ""
    lights: str = ""
    entered: bool = False
    mark: Mark = ""
    detail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """One matrix. ``scale`` is the magnitude that gets the full colour.

    ``width`` of a tile is in rem. A number that needs more room is set in smaller type, and where
    that would be too small to read, the tiles of its matrix get wider.
    Matrices with the same ``stack`` stand one above the other.
    """

    title: str
    cells: Sequence[Cell]
    columns: int
    scale: float
    note: str = ""
    stack: str = ""
    width: float = 4.4
    small: bool = False
    details: bool = False


def draw(
    grids: Sequence[Grid], precision: Precision, key: str, on_pick: Callable[[], None] | None = None
) -> None:
    """Draw the matrices side by side; :func:`picked` tells what was picked in ``on_pick``."""
    mount(key, COMPONENT, shown(grids, precision), on_picked_change=on_pick or _nothing)


def part(
    key: str, precision: Precision | None = None
) -> Callable[[Callable[[Snapshot], Sequence[Grid]]], Part]:
    """Makes the function that gives matrices a part, with the learner's digits or others."""

    def made(build: Callable[[Snapshot], Sequence[Grid]]) -> Part:
        def now(snapshot: Snapshot) -> dict[str, Any]:
            return shown(build(snapshot), precision or snapshot.precision)

        return Part(key, COMPONENT, now)

    return made


def shown(grids: Sequence[Grid], precision: Precision) -> dict[str, Any]:
    """The matrices as the component's data."""
    return {
        "grids": [_frame(grid) for grid in grids],
        "cells": [
            [
                plain_number(cell.value, fitting(precision), not cell.entered),
                cell.value / grid.scale if grid.scale else 0.0,
                f"{cell.spoken} = {plain_number(cell.value, precision, not cell.entered)}",
                cell.mark,
                cell.detail,
            ]
            for grid in grids
            for cell in grid.cells
        ],
    }


def _nothing() -> None:
    """Nobody minds."""


def picked(state: Any) -> str:
    """The key that was just picked in the component of that session state, or ''."""
    found = state.get("picked") if hasattr(state, "get") else None
    return found if isinstance(found, str) else ""


def plain_symbol(variable: Variable) -> str:
    """The notes' symbol as text: w₀₀, a₂₁, w_a, yₒᵤₜ."""
    base, subscript = symbol_parts(variable)
    return base + (lowered(subscript) if subscript else "")


def symbol_parts(variable: Variable) -> tuple[str, str]:
    """The notes' symbol as base and subscript, for where there is no LaTeX."""
    match variable.group:
        case "image":
            return "a", pair(*variable.index)
        case "kernel":
            return "w", pair(*variable.index)
        case "dense":
            return "w", dense_letter(*variable.index)
        case "o":
            return "o", map_pair(GEOMETRY, *variable.index)
        case "s":
            return "s", str(variable.index[0])
        case "alpha":
            return "α", ""
        case "y_out":
            return "y", "out"


def _frame(grid: Grid) -> dict[str, Any]:
    """What does not change while a slider moves."""
    return {
        "title": grid.title,
        "note": grid.note,
        "stack": grid.stack or grid.title,
        "spoken": grid.title,
        "columns": grid.columns,
        "width": grid.width,
        "small": grid.small,
        "details": grid.details,
        "cells": [
            {"base": c.base, "subscript": c.subscript, "key": c.key, "lights": c.lights}
            for c in grid.cells
        ],
    }
