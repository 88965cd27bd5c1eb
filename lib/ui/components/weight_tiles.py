"""A network's weights as tiles, a matrix each: the kernels in their shape, the rest in rows."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache

from lib.derivation import Precision, plain_symbol
from lib.network import Architecture
from lib.network.places import Variable, places, weights_of
from lib.network.validate import Array
from lib.ui.components import grids
from lib.ui.follow.matrices import Matrix, matrices
from lib.ui.state import session

_IN_A_ROW = 4
"""As many dense weights of one map stand in a row; of a larger map they lie as its cells do."""


def draw(net: Architecture, weights: Array, precision: Precision, key: str) -> None:
    """Draw all weights, shape (weights,), in their matrices side by side."""
    grids.draw(tiles(net, weights), precision, key)


@lru_cache(maxsize=64)
def symbols_of(net: Architecture) -> tuple[str, ...]:
    """The symbol of each weight in plain text, in the order of a weight vector."""
    return tuple(plain_symbol(variable, net) for variable in weights_of(net))


@lru_cache(maxsize=64)
def matrices_of(net: Architecture) -> tuple[Matrix, ...]:
    """The matrices of the weights, layer by layer."""
    learned = (place.name for place in places(net).values() if place.role == "parameter")
    return tuple(matrix for name in learned for matrix in matrices(net)[name])


@lru_cache(maxsize=64)
def position_of(net: Architecture) -> dict[Variable, int]:
    """The place of each weight in a weight vector."""
    return {variable: place for place, variable in enumerate(weights_of(net))}


def tiles(
    net: Architecture,
    weights: Array,
    title: Callable[[Matrix], str] = lambda matrix: matrix.title(session.language()),
    column: str = "",
) -> list[grids.Grid]:
    """All weights under these titles; in one ``column``, one matrix above the other."""
    made, at = [], position_of(net)
    for matrix in matrices_of(net):
        values = [float(weights[at[variable]]) for variable in matrix.cells]
        cells = [
            grids.cell_of(variable, value, network=net)
            for variable, value in zip(matrix.cells, values, strict=True)
        ]
        of_a_map = math.prod(net.last_map_shape)
        in_a_row = matrix.place == "dense" and of_a_map <= _IN_A_ROW
        columns = of_a_map if in_a_row else matrix.columns
        scale = max(1.0, *map(abs, values))
        made.append(grids.Grid(title(matrix), cells, columns, scale, column=column))
    return made
