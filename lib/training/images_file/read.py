"""From the bytes of a file to the images as they would be taken."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np

from lib.network.validate import Array
from lib.numbers import Reason
from lib.training.images_file.cells import Cells
from lib.training.images_file.columns import Columns, find_columns, is_header
from lib.training.images_file.decode import decode
from lib.training.images_file.labels import Called, called, called_by_column, to_labels
from lib.training.images_file.scale import averaged, find_scale
from lib.training.images_file.settings import ImagesFileError, Note, Preview, Settings
from lib.training.images_file.table import Table, cut

MOST_IMAGES, _MOST_PIXELS = 2000, 32_000
"""A file that holds them, and their training, must stay small."""

Unread = dict[tuple[int, int], Reason]


def most_images(shape: tuple[int, int]) -> int:
    """How many images of a size (H, W) there is room for: 2000 of 4×4, 500 of 8×8."""
    return min(MOST_IMAGES, _MOST_PIXELS // (shape[0] * shape[1]))


def read_images(
    data: bytes, settings: Settings | None = None, *, shape: tuple[int, int], classes: int = 2
) -> Preview:
    """The images of a file, brought to the network's ``shape`` (H, W), with the label of each: 0, 1
    or a share between them, or one of so many ``classes``.

    Raises:
        ImagesFileError: too large, no text, no table, a cell that is no number, one class only, or
            settings that do not fit the file.
    """
    given = settings or Settings()
    text, encoding = decode(data, given.encoding)
    table = cut(text, given)
    numbers, unread = _numbers(table)
    header = is_header(numbers) if given.header is None else given.header
    names = _aligned(table.rows[0], numbers.shape[1]) if header else []
    if header:
        numbers, table = numbers[1:], replace(table, rows=table.rows[1:], lines=table.lines[1:])
        unread = {(row - 1, column): why for (row, column), why in unread.items() if row}
    if not len(numbers):
        raise ImagesFileError("empty")
    columns = find_columns(names, numbers, shape, given)
    _refuse_unread(unread, columns, table)
    found = _called(table, columns, names, numbers)
    labels, names_of_classes, label_notes = to_labels(found, given.classes, classes)
    pixels = numbers[:, columns.pixels]
    scale, scale_notes = (given.scale, []) if given.scale else find_scale(pixels)
    images = _scaled(pixels, scale, columns, table).reshape(-1, *columns.size)
    taken, thinned = _taken(labels, most_images(shape))
    notes = [*columns.notes, *label_notes, *scale_notes]
    if columns.size != shape:
        notes.append(Note("resized", False, _sizes(columns.size, shape)))
    return Preview(
        images=averaged(images[taken], shape),
        labels=labels[taken],
        names=tuple(found.names[row] for row in taken),
        classes=found.every,
        columns=tuple(names),
        settings=Settings(
            encoding=encoding,
            separator=table.separator,
            decimal=table.decimal,
            header=header,
            left_out=columns.left_out,
            label=columns.label,
            classes=names_of_classes,
            size=columns.size,
            scale=scale,
        ),
        notes=(*notes, *thinned),
    )


def _numbers(table: Table) -> tuple[Array, Unread]:
    """All cells as numbers (n, columns), NaN where one is none; the first row may be of names."""
    width = Counter(map(len, table.rows)).most_common(1)[0][0]
    numbers = np.full((len(table.rows), width), np.nan)
    unread: Unread = {}
    reader = Cells(table.decimal)
    for row, cells in enumerate(table.rows):
        values = reader.row(cells, table.lines[row])
        if len(cells) != width and (row or any(isinstance(value, float) for value in values)):
            raise ImagesFileError("ragged", table.lines[row], got=len(cells), wanted=width)
        for column, value in enumerate(values[:width]):
            if isinstance(value, float):
                numbers[row, column] = value
            else:
                unread[row, column] = value
    return numbers, unread


def _aligned(names: list[str], width: int) -> list[str]:
    """As many names as columns: R gives the column of row names none."""
    if len(names) == width - 1:
        return ["", *names]
    return names if len(names) == width else []


def _refuse_unread(unread: Unread, columns: Columns, table: Table) -> None:
    """A pixel must be a number; a label too, unless every label is a word."""
    words = [c for c in columns.label if all((row, c) in unread for row in range(len(table.rows)))]
    for (row, column), reason in unread.items():
        word = column in words and reason != "empty"
        if not word and column not in columns.left_out:
            raise ImagesFileError("number", table.lines[row], column + 1, reason)


def _called(table: Table, columns: Columns, names: list[str], numbers: Array) -> Called:
    if len(columns.label) == 1:
        (label,) = columns.label
        return called([row[label] for row in table.rows], numbers[:, label])
    titles = [names[column] if names else str(k) for k, column in enumerate(columns.label)]
    return called_by_column(titles, numbers[:, columns.label], table.lines)


def _scaled(pixels: Array, scale: tuple[float, float], columns: Columns, table: Table) -> Array:
    """Pixels (n, columns) in 0…1."""
    low, high = scale
    if not low < high:
        raise ImagesFileError("settings")
    outside = np.argwhere((pixels < low) | (pixels > high))
    if len(outside):
        row, k = outside[0]
        line, column = table.lines[row], columns.pixels[k] + 1
        raise ImagesFileError("pixel", line, column, low=low, high=high)
    return np.asarray((pixels - low) / (high - low))


def _taken(labels: Array, most: int) -> tuple[list[int], list[Note]]:
    """The rows to take: those of the classes, evenly fewer of each where there are too many."""
    rows = np.flatnonzero(~np.isnan(labels))
    if len(rows) <= most:
        return rows.tolist(), []
    by_class = rows[np.argsort(labels[rows], kind="stable")]
    chosen = np.sort(by_class[np.linspace(0, len(rows) - 1, most).round().astype(int)])
    return chosen.tolist(), [Note("thinned", False, {"taken": most, "count": len(rows)})]


def _sizes(size: tuple[int, int], shape: tuple[int, int]) -> dict[str, float]:
    return {"rows": size[0], "columns": size[1], "new_rows": shape[0], "new_columns": shape[1]}
