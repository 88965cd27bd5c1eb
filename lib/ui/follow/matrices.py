"""The places of a network as the matrices that the screen shows: one a kernel and channel, one a
map, one an output."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from lib.derivation import Variable
from lib.derivation.plain import lowered, symbol_parts
from lib.derivation.variable import Group
from lib.network import Architecture
from lib.network.places import Place, places
from lib.text import Language
from lib.text import places as words


@dataclass(frozen=True, slots=True)
class Matrix:
    """Numbers of one place that stand together.

    Attributes:
        place: the name of their place.
        letter: what all their symbols begin with, where the place has several matrices: ``w⁽¹⁾``.
        output: which α they belong to, where there are several.
        cells: row by row.
        columns: how many stand in a row.
    """

    place: Group
    letter: str
    output: int | None
    cells: tuple[Variable, ...]
    columns: int

    def title(self, language: Language) -> str:
        """The place's name, and which of its matrices this is."""
        place = words.PLACES[self.place]
        if self.output is not None:
            return words.OF_OUTPUT.filled(place=place, number=lowered(str(self.output))).say(
                language
            )
        if self.letter:
            return words.OF_SEVERAL.filled(place=place, symbol=self.letter).say(language)
        return place.say(language)


@lru_cache(maxsize=64)
def matrices(architecture: Architecture) -> dict[Group, tuple[Matrix, ...]]:
    """The matrices of each place that a network has."""
    return {place.name: _of(place, architecture) for place in places(architecture).values()}


def matrix_of(variable: Variable, architecture: Architecture) -> Matrix:
    """The matrix that a variable stands in."""
    several = matrices(architecture)[variable.group]
    return next(matrix for matrix in several if variable in matrix.cells)


def _of(place: Place, architecture: Architecture) -> tuple[Matrix, ...]:
    own: dict[str, int] = {"kernel": 2, "image": 2}
    own |= dict.fromkeys(("dense", "s", "o", "pooled", "given"), 1)
    columns: dict[str, int] = {
        "kernel": architecture.kernel_columns,
        "image": architecture.columns,
        "s": architecture.map_shape[1],
        "o": architecture.map_shape[1],
        **dict.fromkeys(("pooled", "given", "dense"), architecture.last_map_shape[1]),
    }
    axes = own.get(place.name, len(place.written))
    groups = [
        (of, tuple(cells))
        for of, cells in groupby(
            place.cells(), key=lambda cell: cell.index[: len(cell.index) - axes]
        )
    ]
    several = len(groups) > 1
    return tuple(
        Matrix(
            place.name,
            symbol_parts(cells[0], architecture)[0] if several else "",
            of[0] if several and place.name == "dense" else None,
            cells,
            columns.get(place.name, place.count),
        )
        for of, cells in groups
    )
