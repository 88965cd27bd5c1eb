"""What each name in any network's formulas stands for, found cell by cell, by nudges."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from lib.derivation import State, Variable
from lib.derivation.variable import symbols
from lib.network.cell_by_cell import FUNCTIONS, evaluate, moved_along
from lib.network.made_of import LOSS
from lib.network.places import places

STEP = 1e-20
PARTIAL = re.compile(r"\\frac\{\\partial (.+)\}\{\\partial (.+)\}")
SLOPE = re.compile(r"\\(sigma|tanh)'\((.+)\)")


class Names:
    """The number behind any name of one state's formulas."""

    def __init__(self, state: State) -> None:
        self.net = state.architecture
        given = [p for p in places(self.net).values() if p.role != "value"]
        numbers = {cell: state.number(cell) for place in given for cell in place.cells()}
        self.numbers: dict[Variable, Any] = dict(evaluate(self.net, numbers))
        self.variable = {name: variable for variable, name in symbols(self.net).items()}
        self.variable["L"] = LOSS

    def number(self, name: str) -> float:
        """The value of ``w_{00}``, ``\\sigma'(s_{0})``, ``\\frac{\\partial L}{\\partial y}``."""
        if partial := PARTIAL.fullmatch(name):
            return self._partial(*partial.groups())
        if slope := SLOPE.fullmatch(name):
            function = FUNCTIONS["sigmoid" if slope[1] == "sigma" else "tanh"]
            at = self.numbers[self.variable[slope[2]]] + 1j * STEP
            return float(function(np.asarray(at)).imag) / STEP
        return float(self.numbers[self.variable[name]].real)

    def _partial(self, top: str, bottom: str) -> float:
        moves = np.array([1j * STEP])
        moved = moved_along(self.net, self.numbers, self.variable[bottom], moves)
        held = {**self.numbers, **moved}
        value: Any = 1.0
        for factor in top.strip("()").split(r" \cdot ") if r"\cdot" in top else [top]:
            value = value * held[self.variable[factor]]
        return float(np.ravel(np.asarray(value))[0].imag) / STEP
