"""A derivation, or all of them, as LaTeX: a complete article of its own, or a block to paste.

Nothing but amsmath and geometry is asked for. Long lines are set as text, so that they wrap between
factors and terms at any precision and any size of network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass

from lib.derivation.chain import Derivation
from lib.derivation.lessons import value_form, value_label
from lib.derivation.number import Precision, latex_number
from lib.derivation.state import State
from lib.network.made_of import LOSS, made_of
from lib.network.places import places


@dataclass(frozen=True, slots=True)
class Words:
    """What the document says besides formulas; plain text, escaped before it is set."""

    title: str = "Backprop by Hand"
    given: str = "Given"
    forward: str = "Forward pass and loss"
    backward: str = "Derivations"
    loses_digits: str = (
        "As written, the long form loses its digits in float64 here. It comes out as"
    )


ENGLISH = Words()

PREAMBLE = r"""\documentclass[a4paper]{article}
\usepackage{amsmath}
\usepackage[margin=2.5cm]{geometry}
%s\setlength{\parindent}{0pt}
\setlength{\parskip}{0.6em}
\raggedright
%% lines break after a plus or an equals sign before they break inside a product
\binoppenalty=0 \relpenalty=0
\let\product\cdot \renewcommand{\cdot}{\product\penalty700 }
\newcommand{\hanging}[1]{\par\hangindent=2em\hangafter=1 $\displaystyle #1$}
\newcommand{\formula}[1]{\hanging{#1}\par}
%% a label at the right edge, on a line of its own where the formula leaves no room
\newcommand{\labelled}[2]{\hanging{#2}\hfil\penalty50\hskip1em\hbox{}\nobreak\hfill\mbox{#1}\par}
\begin{document}
"""

CHINESE = "% compile with XeLaTeX\n\\usepackage{ctex}\n"

WIDEST_ROW, IN_A_LINE = 8, 6
"""Equations of given numbers: in the widest row of an image, and in a line of a longer row."""

_ESCAPES = str.maketrans(
    {
        "\\": r"$\backslash$",
        "$": r"\symbol{36}",
        "~": r"\~{}",
        "^": r"\^{}",
        **{sign: "\\" + sign for sign in "{}&#_%"},
        "\n": " ",
    }
)


def latex_document(
    derivations: Sequence[Derivation],
    state: State,
    precision: Precision,
    words: Words = ENGLISH,
) -> str:
    """LaTeX source of the derivations: what is given, the forward pass, then each line by line.

    Each formula stands with its symbols, then with the numbers in, then as its value. Words that
    are not ASCII ask for the package ctex and for XeLaTeX.
    """
    plain = all(word.isascii() for word in astuple(words))
    parts = [
        PREAMBLE % ("" if plain else CHINESE),
        rf"\section*{{{escaped(words.title)}}}",
        rf"\subsection*{{{escaped(words.given)}}}",
        *(_formula(r", \penalty0 \quad ".join(row)) for row in given(state, precision)),
        rf"\subsection*{{{escaped(words.forward)}}}",
        *_forward(state, precision),
        rf"\subsection*{{{escaped(words.backward)}}}",
    ]
    for derivation in derivations:
        parts += _derivation(derivation, precision, words)
    return "\n".join([*parts, r"\end{document}", ""])


def escaped(text: str) -> str:
    """Plain text in which nothing is a command to LaTeX."""
    return text.translate(_ESCAPES)


def _formula(text: str, label: str = "") -> str:
    return rf"\labelled{{{label}}}{{{text}}}" if label else rf"\formula{{{text}}}"


def given(state: State, precision: Precision) -> list[list[str]]:
    """Image, parameters and label as equations, a row of a matrix in a list, or a part of one that
    is too long for a line."""
    rows: dict[tuple[str, tuple[int, ...]], list[str]] = {}
    for place in places(state.architecture).values():
        for variable in place.cells() if place.role != "value" else ():
            number = latex_number(state.number(variable), precision)
            equation = f"{state.name(variable)} = {number}"
            alone = place.name == "label" and place.count == 1
            whole = equation if alone else f"{{{equation}}}"
            rows.setdefault((place.name, variable.index[:-1]), []).append(whole)
    parts = []
    for row in rows.values():
        size = len(row) if len(row) <= WIDEST_ROW else IN_A_LINE
        parts += [row[at : at + size] for at in range(0, len(row), size)]
    return parts


def _forward(state: State, precision: Precision) -> Iterable[str]:
    for variable in made_of(state.architecture):
        form = value_form(variable, state)
        value = state.loss if variable == LOSS else state.number(variable)
        left = "L" if variable == LOSS else state.name(variable)
        number = latex_number(value, precision)
        yield _formula(f"{left} = {form.latex()}", value_label(variable, state))
        yield _formula(f"{{}} = {form.latex(precision)} = {number}")


def aligned(derivation: Derivation, precision: Precision, words: Words = ENGLISH) -> str:
    """The derivation as one ``aligned`` block, to paste into a document of one's own."""
    first, *rest = (right for right, _ in _equals(derivation, precision))
    rows = [f"{derivation.left.latex()} &= {first}", *(f"&= {right}" for right in rest)]
    if note := _loses_digits(derivation, precision, words):
        rows.append(rf"&\text{{{note}}}")
    return "\\begin{aligned}\n" + " \\\\\n".join(rows) + "\n\\end{aligned}"


def _derivation(derivation: Derivation, precision: Precision, words: Words) -> Iterable[str]:
    left = derivation.left.latex()
    yield rf"\subsubsection*{{$\displaystyle {left}$}}"
    for position, (right, label) in enumerate(_equals(derivation, precision)):
        yield _formula(f"{'{}' if position else left} = {right}", label)
    if note := _loses_digits(derivation, precision, words):
        yield rf"{note}\par"


def _equals(derivation: Derivation, precision: Precision) -> Iterator[tuple[str, str]]:
    """What stands right of each = and its label: a line with symbols, with numbers; the value."""
    for line in derivation.shown:
        yield line.expression.latex(), line.label
        yield line.expression.latex(precision), ""
    yield latex_number(derivation.value, precision), ""


def _loses_digits(derivation: Derivation, precision: Precision, words: Words) -> str:
    if not derivation.loses_digits:
        return ""
    return f"{escaped(words.loses_digits)} ${latex_number(derivation.textbook, precision)}$."
