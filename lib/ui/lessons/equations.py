"""The equations that several pages show, each with its left side and its label in the notes."""

from __future__ import annotations

from lib.derivation import Expression, State, Variable, symbol_of
from lib.derivation.lessons import alpha_sum, map_cell, output_form, window_sum
from lib.derivation.pieces import loss_expression

Equation = tuple[str, Expression, str]


def network_lines(state: State) -> list[Equation]:
    """The whole network: the first window, its map cell, α, y_out, L."""
    return [window_line(0, state), map_line(0, state), *end_lines(state)]


def window_line(k: int, state: State) -> Equation:
    """s_k with its products written out."""
    return symbol_of(Variable("s", (k,)), state.geometry), window_sum(k, state), ""


def map_line(k: int, state: State) -> Equation:
    """o_{ij} = σ(s_k)."""
    o = symbol_of(Variable("o", (k,)), state.geometry)
    return rf"{o} = \sigma(s_{{{k}}})", map_cell(k, state), "N6"


def end_lines(state: State) -> list[Equation]:
    """α, y_out and L."""
    return [
        (r"\alpha", alpha_sum(state), "N8"),
        (r"y_{out} = \sigma(\alpha)", output_form(state), "N6"),
        ("L", loss_expression(state), "N3"),
    ]
