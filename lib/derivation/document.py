"""A derivation, or all of them, as LaTeX source of its own: a complete article, the numbers in it.

Nothing but amsmath and geometry is asked for. Long lines are set as text, so that they wrap between
factors and terms at any precision and any size of network.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
        *_given(state, precision),
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


def _given(state: State, precision: Precision) -> Iterable[str]:
    """Image, parameters and label, a row of a matrix in a line."""
    known = places(state.architecture).values()
    rows: dict[tuple[str, tuple[int, ...]], list[str]] = {}
    for place in known:
        if place.role == "value":
            continue
        for variable in place.cells():
            number = latex_number(state.number(variable), precision)
            row = rows.setdefault((place.name, variable.index[:-1]), [])
            name = state.name(variable)
            row.append(f"{name} = {number}" if place.count == 1 else f"{{{name} = {number}}}")
    for row_of_numbers in rows.values():
        yield _formula(r", \penalty0 \quad ".join(row_of_numbers))


def _forward(state: State, precision: Precision) -> Iterable[str]:
    for variable in made_of(state.architecture):
        form = value_form(variable, state)
        value = state.loss if variable == LOSS else state.number(variable)
        left = "L" if variable == LOSS else state.name(variable)
        number = latex_number(value, precision)
        yield _formula(f"{left} = {form.latex()}", value_label(variable, state))
        yield _formula(f"{{}} = {form.latex(precision)} = {number}")


def _derivation(derivation: Derivation, precision: Precision, words: Words) -> Iterable[str]:
    left = derivation.left.latex()
    yield rf"\subsubsection*{{$\displaystyle {left}$}}"
    forms = [(line.expression, line.label) for line in derivation.lines]
    if derivation.short.latex() not in [form.latex() for form, _ in forms]:
        forms.append((derivation.short, ""))
    for position, (form, label) in enumerate(forms):
        yield _formula(f"{left if position == 0 else '{}'} = {form.latex()}", label)
        yield _formula(f"{{}} = {form.latex(precision)}")
    yield _formula(f"{{}} = {latex_number(derivation.value, precision)}")
    if derivation.loses_digits:
        textbook = latex_number(derivation.textbook, precision)
        yield rf"{escaped(words.loses_digits)} ${textbook}$.\par"
