"""The equations that several pages show, each with its left side and its label in the notes."""

from __future__ import annotations

from lib.derivation import Derivation, Expression, Precision, State, Variable, symbol_of
from lib.derivation.lessons import (
    alpha_sum,
    map_cell,
    output_form,
    value_form,
    value_label,
    window_sum,
)
from lib.derivation.number import computed_number
from lib.derivation.pattern import Reference, references
from lib.derivation.pieces import loss_expression
from lib.derivation.ways import structure_of
from lib.network import NOTES, Architecture
from lib.network.made_of import LOSS, made_of
from lib.network.places import places
from lib.text import Language
from lib.text import backward as words
from lib.text.notes import LIKE
from lib.ui.components import formula

Equation = tuple[str, Expression, str]


def network_lines(state: State) -> list[Equation]:
    """The whole network: the first window, its map cell, α, y_out, L."""
    if state.architecture != NOTES:
        first = places(state.architecture)["s"].cells()[0]
        return [*(value_line(v, state) for v in way_up(first, state)), *end_lines(state)]
    return [window_line(0, state), map_line(0, state), *end_lines(state)]


def window_line(k: int, state: State) -> Equation:
    """s_k with its products written out."""
    return symbol_of(Variable("s", (k,)), state.geometry), window_sum(k, state), ""


def map_line(k: int, state: State) -> Equation:
    """o_{ij} = σ(s_k)."""
    o = symbol_of(Variable("o", (k,)), state.geometry)
    return rf"{o} = \sigma(s_{{{k}}})", map_cell(k, state), "N6"


def end_lines(state: State) -> list[Equation]:
    """α, y_out and L; of several outputs each."""
    if state.architecture != NOTES:
        ends = [v for v in made_of(state.architecture) if v.group in ("alpha", "y_out", "loss")]
        return [value_line(v, state) for v in ends]
    return [
        (r"\alpha", alpha_sum(state), "N8"),
        (r"y_{out} = \sigma(\alpha)", output_form(state), "N6"),
        ("L", loss_expression(state), "N3"),
    ]


def forward_lines(state: State) -> list[Equation]:
    """Every number of the forward pass."""
    if state.architecture != NOTES:
        return [value_line(variable, state) for variable in made_of(state.architecture)]
    windows = range(state.geometry.window_count)
    sums = [window_line(k, state) for k in windows]
    return [*sums, *(map_line(k, state) for k in windows), *end_lines(state)]


def value_line(variable: Variable, state: State) -> Equation:
    """A computed number of any network, or L, with what it is made of."""
    left = "L" if variable == LOSS else state.name(variable)
    return left, value_form(variable, state), value_label(variable, state)


def way_up(s: Variable, state: State) -> tuple[Variable, ...]:
    """s, its cell of the map and its pooled cell, as far as the network has them."""
    cell, last = structure_of(state).up[s]
    return tuple(dict.fromkeys((s, cell, last)))


def derivation_lines(
    derivation: Derivation, language: Language, network: Architecture = NOTES
) -> list[Equation]:
    """Every line of a derivation: the one list that the screen, the print and the code show."""
    left = formula.partial(derivation.variable, network)
    if network != NOTES:
        lines = formula.aligned(left, derivation.shown)
        return [(side, line.expression, "") for side, line in lines]
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
