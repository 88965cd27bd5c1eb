"""Kinds of many values: a list, a pair, a matrix."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

from lib.scenario.kinds import FieldError, Kind
from lib.text import Text
from lib.text import file as words


@dataclass(frozen=True)
class List(Kind):
    """From ``least`` to ``most`` values of one kind; each ``once`` only, if so wanted."""

    kind: Kind
    least: int
    most: int
    once: bool = False

    @property
    def wanted(self) -> Text:
        item = self.kind.wanted
        if self.least == self.most:
            return words.LIST.filled(count=self.most, item=item)
        wanted = words.LIST_BETWEEN.filled(least=self.least, most=self.most, item=item)
        return words.ONCE.filled(wanted=wanted) if self.once else wanted

    def read(self, value: Any) -> tuple[Any, ...]:
        if not isinstance(value, tuple | list) or not self.least <= len(value) <= self.most:
            raise FieldError(self.wanted)
        row = _each(repeat(self.kind), value)
        if self.once and len(set(row)) < len(row):
            raise FieldError(self.wanted)
        return row

    def write(self, value: tuple[Any, ...]) -> Any:
        return [self.kind.write(item) for item in value]


@dataclass(frozen=True)
class Pair(Kind):
    """One value of each of two kinds."""

    first: Kind
    second: Kind

    @property
    def wanted(self) -> Text:
        return words.PAIR.filled(first=self.first.wanted, second=self.second.wanted)

    def read(self, value: Any) -> tuple[Any, ...]:
        if not isinstance(value, tuple | list) or len(value) != 2:
            raise FieldError(self.wanted)
        return _each((self.first, self.second), value)

    def write(self, value: tuple[Any, ...]) -> Any:
        return [self.first.write(value[0]), self.second.write(value[1])]


@dataclass(frozen=True)
class Grid(Kind):
    """A matrix: kept row by row in one tuple, written as a list of rows, read as either."""

    rows: int
    columns: int
    kind: Kind

    @property
    def wanted(self) -> Text:
        return words.GRID.filled(rows=self.rows, columns=self.columns, item=self.kind.wanted)

    def read(self, value: Any) -> tuple[Any, ...]:
        flat = isinstance(value, tuple | list) and len(value) == self.rows * self.columns
        if flat:
            return _each(repeat(self.kind), value)
        if not isinstance(value, tuple | list) or len(value) != self.rows:
            raise FieldError(self.wanted)
        row = List(self.kind, self.columns, self.columns)
        return tuple(cell for cells in _each(repeat(row), value) for cell in cells)

    def write(self, value: tuple[Any, ...]) -> Any:
        cells = [self.kind.write(cell) for cell in value]
        return [cells[k : k + self.columns] for k in range(0, len(cells), self.columns)]


@dataclass(frozen=True)
class Rows(Kind):
    """A matrix of any size up to ``most``×``most``, kept as rows; 16 cells in a row are 4×4."""

    most: int
    kind: Kind

    @property
    def wanted(self) -> Text:
        return words.ROWS.filled(most=self.most, item=self.kind.wanted)

    def read(self, value: Any) -> tuple[tuple[Any, ...], ...]:
        if not isinstance(value, tuple | list) or not value:
            raise FieldError(self.wanted)
        if not isinstance(value[0], tuple | list):
            flat = Grid(4, 4, self.kind).read(value)
            return tuple(flat[k : k + 4] for k in range(0, 16, 4))
        count = len(value[0])
        if len(value) > self.most or not 1 <= count <= self.most:
            raise FieldError(self.wanted)
        return _each(repeat(List(self.kind, count, count)), value)

    def write(self, value: tuple[tuple[Any, ...], ...]) -> Any:
        return [[self.kind.write(cell) for cell in row] for row in value]


def _each(kinds: Iterable[Kind], values: Sequence[Any]) -> tuple[Any, ...]:
    """Every value read by the kind in its place."""
    read: list[Any] = []
    try:
        for kind, value in zip(kinds, values, strict=False):
            read.append(kind.read(value))
    except FieldError as error:
        raise error.within(len(read)) from None
    return tuple(read)
