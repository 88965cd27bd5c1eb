"""Where a network keeps its numbers: each place with its shape, each cell with its index.

An index whose range is 1 is not written: the one kernel's weight is (m, n), the second of two is
(1, m, n). The arithmetic keeps all axes, in PyTorch's order.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np

from lib.network.architecture import Architecture
from lib.network.validate import Array

Role = Literal["parameter", "image", "value", "target"]
Group = Literal[
    "kernel", "kernel_bias", "dense", "dense_bias", "image",
    "s", "o", "pooled", "alpha", "y_out", "label", "given", "loss",
]  # fmt: skip
"""The name of a place; ``loss`` is L."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One scalar of a network: the place it stands in, and where it stands there.

    The index is as it is written, without the axes whose range is 1: for the notes (m, n) for
    ``kernel``, (p, q) for ``image``, (k,) for ``dense``, ``s`` and ``o``, and empty for ``alpha``
    and ``y_out``.
    """

    group: Group
    index: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        """A short name that survives a link: ``kernel-0-0``, ``alpha``."""
        return "-".join([self.group, *map(str, self.index)])


@dataclass(frozen=True, slots=True)
class Place:
    """A kind of numbers that a network has."""

    name: Group
    role: Role
    """``parameter``: learned. ``value``: computed. ``target``: the label or the given gradient."""
    shape: tuple[int, ...]
    """With all axes: kernel (F, C, kh, kw), image (C, H, W), s (F, R, S), dense (K, cells) …"""
    written: tuple[int, ...]
    """As it is indexed: kernel, channel and output only where there are several; the windows of a
    map in a row."""

    @property
    def count(self) -> int:
        """How many numbers."""
        return math.prod(self.shape)

    def cells(self) -> tuple[Variable, ...]:
        """Every number of the place, row by row."""
        return tuple(Variable(self.name, index) for index in np.ndindex(self.written))


@lru_cache(maxsize=64)
def places(architecture: Architecture) -> dict[str, Place]:
    """Every place by its name: parameters layer by layer, the image, values, the target.

    ``kernel``, ``kernel_bias``, ``dense``, ``dense_bias``, ``image``, ``s``, ``o``, ``pooled``,
    ``alpha``, ``y_out``, ``label`` or ``given``; those that the network has.
    """
    one = architecture
    kernels, outputs = one.kernels, one.outputs
    (rows, columns), (last_rows, last_columns) = one.map_shape, one.last_map_shape
    cells = kernels * last_rows * last_columns
    found: list[Place] = []

    def put(name: Group, role: Role, several: tuple[int, ...], own: tuple[int, ...] = ()) -> None:
        """``several``: axes that are left out where they are 1; ``own``: those that stay."""
        written = (*(n for n in several if n > 1), *own)
        found.append(Place(name, role, (*several, *own), written))

    def put_map(name: Group, role: Role, shape: tuple[int, int]) -> None:
        written = (*([kernels] if kernels > 1 else []), math.prod(shape))
        found.append(Place(name, role, (kernels, *shape), written))

    put("kernel", "parameter", (kernels, one.channels), one.kernel_shape)
    if one.kernel_bias:
        put("kernel_bias", "parameter", (kernels,))
    if one.has_dense:
        put("dense", "parameter", (outputs,), (cells,))
    if one.dense_bias:
        put("dense_bias", "parameter", (outputs,))
    put("image", "image", (one.channels,), (one.rows, one.columns))
    put_map("s", "value", (rows, columns))
    if one.activation != "none":
        put_map("o", "value", (rows, columns))
    if one.pool != "none":
        put_map("pooled", "value", (last_rows, last_columns))
    if one.has_dense:
        put("alpha", "value", (outputs,))
    if one.has_output:
        put("y_out", "value", (outputs,))
    if one.has_dense:
        put("label", "target", (outputs,))
    else:
        put_map("given", "target", (last_rows, last_columns))
    return {place.name: place for place in found}


@lru_cache(maxsize=64)
def weights_of(architecture: Architecture) -> tuple[Variable, ...]:
    """Every number that is learned, in the order of ``split``: layer by layer, biases last."""
    learned = (place for place in places(architecture).values() if place.role == "parameter")
    return tuple(cell for place in learned for cell in place.cells())


def by_cell(architecture: Architecture, arrays: Mapping[str, Array]) -> dict[Variable, float]:
    """One example's arrays, by place and without leading axes, as a number for each cell."""
    known = places(architecture)
    return {
        cell: float(number)
        for name, array in arrays.items()
        for cell, number in zip(known[name].cells(), np.ravel(array), strict=True)
    }


def split(architecture: Architecture, vector: Array) -> dict[str, Array]:
    """Views of a vector (..., parameters) by place, layer by layer, each with all its axes.

    For the notes: nine kernel weights row by row, then four dense weights.

    Raises:
        ValueError: another number of parameters.
    """
    wanted = architecture.parameter_count
    if vector.shape[-1] != wanted:
        raise ValueError(f"parameters: got {vector.shape[-1]} numbers, wanted {wanted}")
    views: dict[str, Array] = {}
    start = 0
    for place in places(architecture).values():
        if place.role == "parameter":
            end = start + place.count
            views[place.name] = vector[..., start:end].reshape(*vector.shape[:-1], *place.shape)
            start = end
    return views


def join(architecture: Architecture, arrays: Mapping[str, Array]) -> Array:
    """The parameters of ``arrays`` as one vector (..., parameters), in the order of ``split``.

    All have the same leading axes.
    """
    parts = [
        np.reshape(array, (*array.shape[: array.ndim - len(place.shape)], place.count))
        for place in places(architecture).values()
        if place.role == "parameter"
        for array in [arrays[place.name]]
    ]
    return np.concatenate(parts, axis=-1)
