"""Which sizes of a network fit together, and which would: arithmetic on plain numbers.

A fault has an id and its numbers; the sentence for it is made where the learner's language is
known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

RANGES: dict[str, tuple[int, int]] = {
    "channels": (1, 3),
    "rows": (1, 8),
    "columns": (1, 8),
    "kernels": (1, 4),
    "kernel_rows": (1, 5),
    "kernel_columns": (1, 5),
    "stride": (1, 3),
    "padding": (0, 2),
    "pool_side": (2, 3),
    "outputs": (1, 5),
}
"""The least and the most of each whole number of an architecture."""

MOST_NUMBERS = 200
"""Image, parameters and label (or given gradient) together: what has a slider."""

MOST_VALUES = 450
"""Everything that the loss is differentiated by."""

Fields = Mapping[str, Any]
Fault = tuple[str, dict[str, Any]]


class ArchitectureError(ValueError):
    """Sizes or choices that make no network of ours.

    Attributes:
        id: what is wrong: ``range``, ``choice``, ``kernel_too_large``, ``padding_too_large``,
            ``stride_remainder``, ``pool_remainder``, ``too_few_classes``, ``too_many_numbers`` or
            ``too_many_values``.
        numbers: the sizes that the sentence names.
        fits: for each field the values that would do, all other fields as they are.
    """

    def __init__(
        self, fault: str, numbers: Mapping[str, Any], fits: Mapping[str, tuple[int, ...]]
    ) -> None:
        super().__init__(
            f"{fault}: {', '.join(f'{name} {number}' for name, number in numbers.items())}"
        )
        self.id = fault
        self.numbers = dict(numbers)
        self.fits = dict(fits)


def is_signal(fields: Fields) -> bool:
    """Whether the image is one row: then kernel, padding and pool lie along it too."""
    return fields["rows"] == 1 and fields["columns"] > 1


def padding_sides(fields: Fields) -> tuple[int, int]:
    """Zeros above and below, zeros left and right; none above and below a signal."""
    padding = fields["padding"]
    return (0 if is_signal(fields) else padding), padding


def map_shape(fields: Fields) -> tuple[int, int]:
    """Rows and columns of windows: (image + 2·padding − kernel) / stride + 1 each."""
    up, left = padding_sides(fields)
    stride = fields["stride"]
    return (
        (fields["rows"] + 2 * up - fields["kernel_rows"]) // stride + 1,
        (fields["columns"] + 2 * left - fields["kernel_columns"]) // stride + 1,
    )


def pool_sides(fields: Fields) -> tuple[int, int]:
    """Rows and columns that become one cell; a side of the map that is 1 is left alone."""
    if fields["pool"] == "none":
        return 1, 1
    rows, columns = map_shape(fields)
    side = fields["pool_side"]
    return (1 if rows == 1 else side), (1 if columns == 1 else side)


def last_map_shape(fields: Fields) -> tuple[int, int]:
    """The map that the dense layer reads: pooled if there is a pool."""
    (rows, columns), (high, wide) = map_shape(fields), pool_sides(fields)
    return rows // high, columns // wide


def cell_count(fields: Fields) -> int:
    """How many cells the dense layer reads, of all kernels together."""
    rows, columns = last_map_shape(fields)
    return fields["kernels"] * rows * columns


def parameter_count(fields: Fields) -> int:
    """What the network learns."""
    kernels, outputs = fields["kernels"], fields["outputs"]
    kernel = kernels * fields["channels"] * fields["kernel_rows"] * fields["kernel_columns"]
    kernel += kernels if fields["kernel_bias"] else 0
    if fields["head"] == "given":
        return kernel
    return kernel + outputs * cell_count(fields) + (outputs if fields["dense_bias"] else 0)


def number_count(fields: Fields) -> int:
    """What is given: the image, the parameters, and the label or the given gradient."""
    head = fields["head"]
    targets = cell_count(fields) if head == "given" else fields["outputs"]
    targets = 1 if head == "softmax" else targets  # one class
    return _pixels(fields) + parameter_count(fields) + targets


def value_count(fields: Fields) -> int:
    """What the loss is differentiated by: the image, the parameters and all between."""
    rows, columns = map_shape(fields)
    maps = 1 if fields["activation"] == "none" else 2
    count = _pixels(fields) + parameter_count(fields) + maps * fields["kernels"] * rows * columns
    if fields["pool"] != "none":
        count += cell_count(fields)
    outputs = {"given": 0, "squared": 1}.get(fields["head"], 2)  # α alone, or α and y
    return count + outputs * fields["outputs"]


def fault_of(fields: Fields) -> Fault | None:
    """The first thing that does not fit, if any does not."""
    return next(_faults(fields), None)


def alternatives(fields: Fields) -> dict[str, tuple[int, ...]]:
    """For each size the values with which everything would fit, the other sizes as they are."""
    found = {
        name: tuple(
            number
            for number in range(least, most + 1)
            if fault_of({**fields, name: number}) is None
        )
        for name, (least, most) in RANGES.items()
    }
    return {name: numbers for name, numbers in found.items() if numbers}


def _pixels(fields: Fields) -> int:
    return int(fields["channels"] * fields["rows"] * fields["columns"])


def _faults(fields: Fields) -> Iterator[Fault]:
    stride = fields["stride"]
    sides = (
        ("rows", fields["rows"], fields["kernel_rows"], padding_sides(fields)[0]),
        ("columns", fields["columns"], fields["kernel_columns"], padding_sides(fields)[1]),
    )
    for axis, image, kernel, margin in sides:
        at = {"axis": axis, "image": image, "padding": margin, "kernel": kernel}
        if kernel > image + 2 * margin:
            yield "kernel_too_large", at
        if margin >= kernel:  # a window of nothing but zeros
            yield "padding_too_large", at
        left_over = (image + 2 * margin - kernel) % stride
        if left_over:
            yield "stride_remainder", {**at, "stride": stride, "left_over": left_over}
    if fields["pool"] != "none":
        rows, columns = map_shape(fields)
        high, wide = pool_sides(fields)
        if rows % high or columns % wide or rows == columns == 1:
            side = fields["pool_side"]
            yield "pool_remainder", {"map_rows": rows, "map_columns": columns, "pool_side": side}
    if fields["head"] == "softmax" and fields["outputs"] < 2:
        yield "too_few_classes", {"outputs": fields["outputs"]}
    if number_count(fields) > MOST_NUMBERS:
        yield "too_many_numbers", {"numbers": number_count(fields), "most": MOST_NUMBERS}
    if value_count(fields) > MOST_VALUES:
        yield "too_many_values", {"values": value_count(fields), "most": MOST_VALUES}
