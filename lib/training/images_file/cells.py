"""What a cell says: a number, or why it says none."""

from __future__ import annotations

import re
from contextlib import suppress

from lib.numbers import Reading, Reason, read_number
from lib.training.images_file.settings import Decimal, ImagesFileError

_ONLY_NUMBERS = re.compile(r"[0-9.,eE+-]*")
_LARGEST = 1e100
"""Sums of larger numbers might leave float64; no pixel and no label is so large."""
_MOST_OTHER = 30_000
"""Different cells that are not plain numbers: a header, a label and a name a line are fewer."""


class Cells:
    """Reads rows of cells with one decimal sign, each cell that is no plain number only once."""

    def __init__(self, decimal: Decimal) -> None:
        self.decimal = decimal
        self._known: dict[str, float | Reason] = {}

    def row(self, cells: list[str], line: int = 0) -> list[float | Reason]:
        """The number in each cell, or why it holds none.

        Raises:
            ImagesFileError: the file is one of words.
        """
        together = "".join(cells)
        if self.decimal == "," and "." not in together:
            together = together.replace(",", ".")
            plain = [cell.replace(",", ".") for cell in cells]
        else:
            plain = cells
        if _ONLY_NUMBERS.fullmatch(together):
            with suppress(ValueError):  # quicker than cell by cell
                values = list(map(float, plain))
                if all(abs(value) <= _LARGEST for value in values):
                    return [*values]
        read = [self._read(cell) for cell in cells]
        if len(self._known) > _MOST_OTHER:
            raise ImagesFileError("number", line)
        return read

    def _read(self, cell: str) -> float | Reason:
        if cell not in self._known:
            self._known[cell] = _value_of(cell, self.decimal)
        return self._known[cell]


def _value_of(cell: str, decimal: Decimal) -> float | Reason:
    if "," in cell and (decimal == "." or "." in cell):
        return "not_a_number" if decimal == "." else "both_signs"
    if "." in cell and decimal == ",":
        return "not_a_number"
    found = read_number(cell.replace(",", "."))
    if not isinstance(found, Reading):
        return found.reason
    return found.value if abs(found.value) <= _LARGEST else "not_finite"
