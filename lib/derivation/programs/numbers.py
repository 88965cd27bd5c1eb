"""What both programs begin and end with: the state's numbers, and the derivative's place."""

from __future__ import annotations

import numpy as np

from lib.derivation.state import State
from lib.derivation.variable import Variable
from lib.network.architecture import Architecture
from lib.network.places import places


def assignments(state: State, array: str) -> str:
    """The assignments of what the state is made of, each with all its axes."""
    lines = []
    for place in places(state.architecture).values():
        if place.role != "value":
            numbers = np.array([state.number(cell) for cell in place.cells()]).reshape(place.shape)
            lines.append(f"{place.name} = {array.format(repr(numbers.tolist()))}")
    return "\n".join(lines)


def place_of(variable: Variable, net: Architecture, torch: bool = False) -> str:
    """Where the derivative stands in the program."""
    place = places(net)[variable.group]
    index = np.unravel_index(place.cells().index(variable), place.shape)
    at = f"[{', '.join(str(int(i)) for i in index)}]"
    return f"{place.name}.grad{at}" if torch else f"d_{place.name}{at}"


def plain(symbol: str) -> str:
    """The symbol without LaTeX's signs."""
    return symbol.replace("\\", "").replace("{", "").replace("}", "")
