"""Where the loss has a corner: there it has two slopes, and one of them is taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from lib.network.architecture import Architecture
from lib.network.layers.pool import members
from lib.network.places import Variable, places
from lib.network.validate import Array


@dataclass(frozen=True, slots=True)
class Corner:
    """One place where a function has no single slope."""

    kind: Literal["zero", "tie"]
    """``zero``: s = 0 under ReLU or leaky ReLU. ``tie``: equal largest cells under a max pool."""
    cell: Variable
    """The s that is 0; or the pooled cell."""
    members: tuple[Variable, ...] = ()
    """The equal largest cells in row order; the first of them is taken."""


def corners(architecture: Architecture, values: Mapping[str, Array]) -> tuple[Corner, ...]:
    """Every corner that one example stands on; ``values`` is what ``forward`` gave, no batch."""
    known = places(architecture)
    found: list[Corner] = []
    if architecture.activation in ("relu", "leaky_relu"):
        cells = known["s"].cells()
        found += [Corner("zero", cells[at]) for at in np.flatnonzero(values["s"] == 0.0)]
    if architecture.pool == "max":
        before = "s" if architecture.activation == "none" else "o"
        numbers = members(values[before], architecture.pool_sides)
        order = np.arange(float(values[before].size)).reshape(values[before].shape)
        positions = members(order, architecture.pool_sides).reshape(-1, numbers.shape[-1])
        cells, pooled = known[before].cells(), known["pooled"].cells()
        for at, row in enumerate(numbers.reshape(positions.shape)):
            equal = np.flatnonzero(row == row.max())
            if len(equal) > 1:
                tied = tuple(cells[int(position)] for position in positions[at][equal])
                found.append(Corner("tie", pooled[at], tied))
    return tuple(found)
