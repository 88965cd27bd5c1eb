"""The equations that several pages show, each with its left side and its label in the notes."""

from __future__ import annotations

from lib.derivation import Derivation, Expression, Precision, State, Variable, symbol_of
from lib.derivation.lessons import alpha_sum, map_cell, output_form, window_sum
from lib.derivation.number import computed_number
from lib.derivation.pattern import Reference, references
from lib.derivation.pieces import loss_expression
from lib.text import Language
from lib.text import backward as words
from lib.text.notes import LIKE
from lib.ui.components import formula

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


def derivation_lines(derivation: Derivation, language: Language) -> list[Equation]:
    """Every line of a derivation: the one list that the screen, the print and the code show."""
    left = formula.partial(derivation.variable)
    return [
        (side, line.expression, _badge(reference, language))
        for (side, line), reference in zip(
            formula.aligned(left, derivation.shown), references(derivation), strict=True
        )
    ]


def _badge(reference: Reference | None, language: Language) -> str:
    """``N9``, ``like N9`` where the line only follows its pattern, or nothing."""
    if reference is None:
        return ""
    return reference.label if reference.itself else LIKE.say(language, label=reference.label)


def lost_digits(derivation: Derivation, precision: Precision, language: Language) -> str:
    """What float64 makes of the long form where that is wrong, in a sentence; else ''."""
    if not derivation.loses_digits:
        return ""
    return words.LOSES.say(
        language,
        textbook=computed_number(derivation.textbook, precision),
        value=computed_number(derivation.value, precision),
    )
