"""The arithmetic of a network's sizes with its numbers in, as LaTeX."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from lib.derivation import latex_number
from lib.network import fits

Fields = Mapping[str, Any]


def product(*factors: int) -> str:
    r"""``2 \cdot 3 \cdot 3 = 18``; a product of one factor is the number alone."""
    total = 1
    for factor in factors:
        total *= factor
    return f"{times(*factors)} = {total}" if len(factors) > 1 else str(total)


def times(*factors: int) -> str:
    """The product without what it comes to."""
    return r" \cdot ".join(map(str, factors))


def along(image: int, padding: int, kernel: int, stride: int) -> str:
    r"""Windows along one side: ``\frac{4 + 2 \cdot 0 - 3}{1} + 1 = 2``."""
    room = image + 2 * padding - kernel
    number = latex_number(float(Fraction(room, stride) + 1), 3)
    return rf"\frac{{{image} + 2 \cdot {padding} - {kernel}}}{{{stride}}} + 1 = {number}"


def map_rows(fields: Fields) -> str:
    """Rows of the feature map."""
    padding = fits.padding_sides(fields)[0]
    return along(fields["rows"], padding, fields["kernel_rows"], fields["stride"])


def map_columns(fields: Fields) -> str:
    """Columns of the feature map."""
    padding = fits.padding_sides(fields)[1]
    return along(fields["columns"], padding, fields["kernel_columns"], fields["stride"])


def pooled(fields: Fields) -> tuple[str, str]:
    r"""Rows and columns of the pooled map: ``\frac{4}{2} = 2``."""
    sides = zip(fits.map_shape(fields), fits.pool_sides(fields), strict=True)
    rows, columns = (
        rf"\frac{{{cells}}}{{{side}}} = {latex_number(float(Fraction(cells, side)), 3)}"
        for cells, side in sides
    )
    return rows, columns


def kernel_weights(fields: Fields) -> str:
    """Kernels times channels times rows times columns."""
    names = ("kernels", "channels", "kernel_rows", "kernel_columns")
    return product(*(fields[name] for name in names))


def dense_weights(fields: Fields) -> str:
    """Outputs times kernels times the cells of the last map."""
    return product(fields["outputs"], fields["kernels"], *fits.last_map_shape(fields))
