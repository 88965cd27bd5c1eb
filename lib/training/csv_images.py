"""A learner's own images from a CSV file: 16 pixels a line, row by row, then the label."""

from __future__ import annotations

import csv
import io
import math
from typing import Literal

import numpy as np

from lib.network.validate import Array

PIXELS = 16
COLUMNS = PIXELS + 1
MOST_BYTES = 1_000_000
MOST_IMAGES = 2000
SHOWN = 20
"""Characters of a wrong cell that an error repeats."""

Problem = Literal[
    "size", "encoding", "empty", "rows", "columns", "number", "finite", "pixel", "label", "class"
]


class CsvError(ValueError):
    """What is wrong with a file, and where.

    Attributes:
        problem: one word, for a page that says it in another language.
        got, wanted: what was found, and what would be right.
        line, column: from 1, as in an editor and in a spreadsheet; 0 where it is the whole file or
            line.
    """

    def __init__(
        self, problem: Problem, got: str, wanted: str, line: int = 0, column: int = 0
    ) -> None:
        self.problem, self.got, self.wanted = problem, got, wanted
        self.line, self.column = line, column
        place = f"line {line}" if line else "file"
        if column:
            place += f", column {column}"
        super().__init__(f"{place}: got {got}, wanted {wanted}")


def read_csv(content: bytes) -> tuple[Array, Array]:
    """Images of shape (n, 4, 4) and labels of shape (n,), all in 0…1.

    UTF-8, commas; empty lines and a first line of 17 names are passed over.

    Raises:
        CsvError: more than 1 MB or 2000 images, not UTF-8, not 17 columns, not a number, NaN,
            infinity, a pixel or label outside 0…1, no image at all or of one class only.
    """
    if len(content) > MOST_BYTES:
        raise CsvError("size", f"{len(content)} bytes", f"at most {MOST_BYTES}")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise CsvError("encoding", "bytes that are not UTF-8", "UTF-8 text", line) from None
    rows: list[list[float]] = []
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            names = len(cells) == COLUMNS and not any(map(_is_number, cells))
            if names and reader.line_num == 1:
                continue
            rows.append(_numbers(cells, reader.line_num))
            if len(rows) > MOST_IMAGES:
                raise CsvError(
                    "rows", "more images", f"at most {MOST_IMAGES} images", reader.line_num
                )
    except csv.Error as error:
        raise CsvError("columns", str(error), "plain comma-separated numbers") from None
    if not rows:
        raise CsvError("empty", "no image", f"lines of {COLUMNS} numbers")
    table = np.array(rows)
    labels = table[:, PIXELS]
    if (labels < 0.5).all() or (labels >= 0.5).all():
        only = int(labels[0] >= 0.5)
        raise CsvError("class", f"only images of class {only}", "at least one of each class")
    return table[:, :PIXELS].reshape(-1, 4, 4), labels


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _numbers(cells: list[str], line: int) -> list[float]:
    if len(cells) != COLUMNS:
        raise CsvError(
            "columns",
            f"{len(cells)} columns",
            f"{COLUMNS}: {PIXELS} pixels, then the label",
            line,
        )
    numbers = []
    for column, cell in enumerate(cells, start=1):
        shown = repr(cell[:SHOWN])
        if not _is_number(cell):
            raise CsvError("number", shown, "a number from 0 to 1", line, column)
        number = float(cell)
        if not math.isfinite(number):
            raise CsvError("finite", shown, "a finite number from 0 to 1", line, column)
        if not 0.0 <= number <= 1.0:
            problem: Problem = "label" if column == COLUMNS else "pixel"
            raise CsvError(problem, shown, f"a {problem} from 0 to 1", line, column)
        numbers.append(number)
    return numbers
