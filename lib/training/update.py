"""One weight, one step: the optimiser's rule with its numbers in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lib.network import GEOMETRY, NOTES, Geometry
from lib.network.places import weights_of
from lib.training.optimisers import OPTIMISERS
from lib.training.run_state import RunState
from lib.training.setup import TrainingSetup

COEFFICIENTS = {
    r"\mu": "momentum",
    r"\rho": "decay",
    r"\beta_1": "beta1",
    r"\beta_2": "beta2",
    r"\varepsilon": "epsilon",
}


def weight_symbols(geometry: Geometry = GEOMETRY) -> tuple[str, ...]:
    """The notes' symbol of each of the 13 weights: ``w_{00}`` … ``w_{22}``, ``w_a`` … ``w_d``."""
    kernel = [f"w_{{{entry.row}{entry.column}}}" for entry in geometry.kernel_entries()]
    return (*kernel, *(f"w_{chr(ord('a') + k)}" for k in range(geometry.window_count)))


@dataclass(frozen=True, slots=True)
class WeightUpdate:
    """How a step moved one weight.

    Attributes:
        symbol: the weight's LaTeX in the notes, such as ``w_{00}``; of another network its key.
        rule: the optimiser's lines, in LaTeX.
        before: the number of each symbol in the rule before the step: w, g, η, the coefficients,
            t and what the optimiser remembered.
        after: the same for those that the rule changes: w and what it remembers.
    """

    symbol: str
    rule: tuple[str, ...]
    before: dict[str, float]
    after: dict[str, float]

    @property
    def change(self) -> float:
        """How far the weight moved."""
        return self.after["w"] - self.before["w"]

    def lines(self, form: Callable[[float], str]) -> tuple[str, ...]:
        """The rule with numbers in, in LaTeX: for each line its right side, then ``=`` its value.

        ``form`` writes a number; a negative one is put in brackets.
        """
        now = dict(self.before)
        lines = []
        for line in self.rule:
            target, right = line.split(r" \leftarrow ")
            lines.append(f"{_substitute(right, now, form)} = {form(self.after[target])}")
            now[target] = self.after[target]
        return tuple(lines)


def weight_update(setup: TrainingSetup, state: RunState, weight: int) -> WeightUpdate:
    """The step that leads on from ``state``, for a weight by its place in the vector of all: in the
    notes 0 … 12, kernel row by row, then dense.

    Raises:
        ValueError: no such weight.
    """
    net = setup.architecture
    symbols = weight_symbols() if net == NOTES else tuple(v.key for v in weights_of(net))
    if not 0 <= weight < len(symbols):
        raise ValueError(f"weight: got {weight}, wanted 0…{len(symbols) - 1}")
    optimiser = OPTIMISERS[setup.optimiser]
    before = {
        "w": float(state.weights[weight]),
        "g": float(state.gradient[weight]),
        r"\eta": state.learning_rate,
        "t": float(state.step + 1),
        **{symbol: float(getattr(setup, name)) for symbol, name in COEFFICIENTS.items()},
    }
    after = {"w": float(state.next_weights[weight])}
    for row, symbol in enumerate(optimiser.memory):
        before[symbol] = float(state.memory[row, weight])
        after[symbol] = float(state.next_memory[row, weight])
    in_rule = set(_SYMBOL.findall(" ".join(optimiser.latex)))
    before = {symbol: number for symbol, number in before.items() if symbol in in_rule}
    return WeightUpdate(symbols[weight], optimiser.latex, before, after)


_SYMBOL = re.compile(
    r"\\beta_[12]|\\(?:eta|mu|rho|varepsilon)\b|(?<![\\A-Za-z])[wgvmrt](?![A-Za-z])"
)


def _substitute(latex: str, numbers: dict[str, float], form: Callable[[float], str]) -> str:
    def number(match: re.Match[str]) -> str:
        symbol, end = match.group(), latex[match.end() : match.end() + 1]
        if symbol == "t":
            return f"{{{numbers[symbol]:.0f}}}"
        text = form(numbers[symbol])
        raised = end == "^" and not symbol.startswith("\\beta")
        return f"({text})" if text.startswith(("-", "−")) or raised else text

    return _SYMBOL.sub(number, latex)
