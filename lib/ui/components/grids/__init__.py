"""Arrays of numbers in the shape of their matrix; a click or the keyboard picks a cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from lib.derivation import Precision, Variable, plain_number
from lib.derivation.variable import dense_letter, map_pair, pair
from lib.scenario import GEOMETRY
from lib.ui.components.assets import register
from lib.ui.moment import Moment
from lib.ui.part import Part
from lib.ui.stamp import mount

COMPONENT = register("grids", Path(__file__).parent, '<div class="grids"></div>')

Mark = Literal["", "open", "lit", "faded"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One number: its symbol in two parts, its value, and how it stands out."""

    base: str
    subscript: str
    value: float
    spoken: str
    key: str = ""
    mark: Mark = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """One matrix. ``scale`` is the magnitude that gets the full colour; ``width`` is CSS.

    Matrices with the same ``stack`` stand one above the other.
    """

    title: str
    cells: Sequence[Cell]
    columns: int
    scale: float
    note: str = ""
    stack: str = ""
    width: str = "4.4rem"
    small: bool = False
    details: bool = False


def draw(
    grids: Sequence[Grid], precision: Precision, key: str, on_pick: Callable[[], None] | None = None
) -> None:
    """Draw the matrices side by side; :func:`picked` tells what was picked in ``on_pick``."""
    mount(key, COMPONENT, shown(grids, precision), on_picked_change=on_pick or _nothing)


def part(build: Callable[[Moment], Sequence[Grid]], precision: Precision | None = None) -> Part:
    """Matrices that follow the sliders, with the learner's digits unless told."""

    def now(moment: Moment) -> dict[str, Any]:
        return shown(build(moment), precision or moment.precision)

    return Part(COMPONENT, now)


def shown(grids: Sequence[Grid], precision: Precision) -> dict[str, Any]:
    """The matrices as the component's data."""
    return {
        "grids": [_frame(grid) for grid in grids],
        "cells": [
            [
                plain_number(cell.value, _fitting(precision)),
                cell.value / grid.scale if grid.scale else 0.0,
                f"{cell.spoken} = {plain_number(cell.value, precision)}",
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


_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def plain_symbol(variable: Variable) -> str:
    """The notes' symbol as text: w₀₀, a₂₁, w_a, y_out."""
    base, subscript = symbol_parts(variable)
    if not subscript:
        return base
    return base + (subscript.translate(_LOWERED) if subscript.isdigit() else f"_{subscript}")


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
        case group:
            raise ValueError(f"{group}: not in the notes' network")


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
            {"base": cell.base, "subscript": cell.subscript, "key": cell.key} for cell in grid.cells
        ],
    }


def _fitting(precision: Precision) -> Precision:
    """A tile has room for six digits; its hover text has them all."""
    return 3 if precision == 3 else 6
