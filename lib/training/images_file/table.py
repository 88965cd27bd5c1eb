"""Text to rows of cells: the separator and the decimal sign."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass

from lib.training.images_file.cells import Cells
from lib.training.images_file.settings import Decimal, ImagesFileError, Settings

MOST_ROWS = 10_000
MOST_COLUMNS = 4200
SEPARATORS = (",", ";", "\t", "|", " ")
DECIMALS: tuple[Decimal, ...] = (".", ",")

_SAMPLE = 30
_SAMPLE_ENDS = 20


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a file, and how it was cut into them.

    Attributes:
        rows: the cells of each line that has any.
        lines: the line of each row, from 1.
    """

    rows: list[list[str]]
    lines: list[int]
    separator: str
    decimal: Decimal


def cut(text: str, settings: Settings) -> Table:
    """The table in a text; a separator at the end of every line makes no column.

    Raises:
        ImagesFileError: no line, too many lines or columns, one column only.
    """
    all_lines = re.split(r"\r\n|\r|\n", text)
    numbered = [(n, line) for n, line in enumerate(all_lines, start=1) if line.strip(" \t,;|")]
    named = None
    if numbered and (first := re.fullmatch(r'"?sep=(.)"?', numbered[0][1].strip(" "), re.I)):
        named = first[1]
        del numbered[0]
    if not numbered:
        raise ImagesFileError("empty")
    if len(numbered) > MOST_ROWS + 1:
        raise ImagesFileError("rows", most=MOST_ROWS)
    separator, decimal = _dialect([line for _, line in numbered], settings, named)
    rows = [split(line, separator) for _, line in numbered]
    if any(len(row) > MOST_COLUMNS for row in rows):
        raise ImagesFileError("columns", most=MOST_COLUMNS)
    _drop_empty_ends(rows)
    return Table(rows, [n for n, _ in numbered], separator, decimal)


def split(line: str, separator: str) -> list[str]:
    """The cells of a line without the spaces round them; quotation marks are understood."""
    if separator == " ":
        line = " ".join(line.split())
    if '"' in line:
        (cells,) = csv.reader([line], delimiter=separator, skipinitialspace=True)
    else:
        cells = line.split(separator)
    return [cell.strip() for cell in cells]


def _dialect(lines: list[str], settings: Settings, named: str | None) -> tuple[str, Decimal]:
    """The separator and decimal sign with which most cells are numbers and most rows as long.

    The first line may hold names, so it is looked at only where it is the only one.
    """
    sample = lines[1 : 1 + _SAMPLE] or lines
    separators = (settings.separator or named,) if settings.separator or named else SEPARATORS
    decimals = (settings.decimal,) if settings.decimal else DECIMALS
    best: tuple[float, int, str, Decimal] = (-1.0, 0, ",", ".")
    for separator in separators:
        if separator not in SEPARATORS:
            raise ImagesFileError("settings")
        rows = [split(line, separator) for line in sample]
        width, alike = Counter(map(len, rows)).most_common(1)[0]
        if width == 1:
            continue
        ends = [row[:_SAMPLE_ENDS] + row[_SAMPLE_ENDS:][-_SAMPLE_ENDS:] for row in rows]
        for decimal in decimals:
            reader = Cells(decimal)
            values = [value for row in ends for value in reader.row(row)]
            numbers = sum(isinstance(value, float) for value in values)
            empty = values.count("empty")
            score = alike / len(rows) * numbers / max(1, len(values) - empty)
            if (score, width) > best[:2]:
                best = (score, width, separator, decimal)
    if best[0] < 0:
        raise ImagesFileError("one_column")
    return best[2], best[3]


def _drop_empty_ends(rows: list[list[str]]) -> None:
    """Take off the last column while it is empty in every row but, perhaps, the first."""
    body = rows[1:] or rows
    while all(len(row) > 1 and not row[-1] for row in body):
        width = len(body[0])
        for row in body:
            del row[-1]
        if len(rows[0]) == width and not rows[0][-1]:
            del rows[0][-1]
