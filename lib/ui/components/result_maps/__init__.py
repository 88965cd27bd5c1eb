"""Tables of results in colour: a click, or arrow keys and Enter, picks a cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lib.ui.bridge.component import register

COMPONENT = register(Path(__file__).parent)


@dataclass(frozen=True, slots=True)
class Cell:
    """One result. ``strength`` is its colour from 0 to 1; ``crossed`` marks a failure in words."""

    key: str
    text: str
    spoken: str
    strength: float
    pin: str = ""
    crossed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One map: its title, the heads of its columns and rows, its cells row by row."""

    title: str
    corner: str
    columns: Sequence[str]
    rows: Sequence[str]
    cells: Sequence[Cell]


def draw(tables: Sequence[Table], key: str, on_pick: Callable[[], None]) -> None:
    """Draw the maps side by side; in ``on_pick``, ``bridge.picked`` tells which cell."""
    COMPONENT(
        key=key,
        data={"tables": [as_data(table) for table in tables]},
        on_picked_change=on_pick,
    )


def as_data(table: Table) -> dict[str, Any]:
    return {
        "title": table.title,
        "corner": table.corner,
        "columns": list(table.columns),
        "rows": list(table.rows),
        "cells": [
            [cell.key, cell.text, cell.spoken, cell.strength, cell.pin, cell.crossed]
            for cell in table.cells
        ],
    }
