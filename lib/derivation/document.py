"""A derivation, or all of them, as LaTeX source of its own: a complete article, the numbers in it.

Nothing but amsmath and geometry is asked for. Long lines are set as text, so that they wrap between
factors and terms at any precision and any size of network.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass

from lib.derivation.chain import Derivation
from lib.derivation.expression import Expression
from lib.derivation.lessons import alpha_sum, map_cell, output_form, window_sum
from lib.derivation.number import Precision, latex_number
from lib.derivation.pieces import loss_expression
from lib.derivation.state import State
from lib.derivation.variable import Variable, symbol_of, variables


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
    """Image, kernel, dense weights and label, a row of a matrix in a line."""
    rows: dict[tuple[str, int], list[str]] = {}
    for variable in variables(state.geometry):
        if variable.group in ("image", "kernel", "dense"):
            row = variable.index[0] if len(variable.index) == 2 else 0
            number = latex_number(state.number(variable), precision)
            name = state.name(variable)
            rows.setdefault((variable.group, row), []).append(f"{{{name} = {number}}}")
    for row_of_numbers in rows.values():
        yield _formula(r", \penalty0 \quad ".join(row_of_numbers))
    yield _formula(f"yy = {latex_number(state.label, precision)}")


def _forward(state: State, precision: Precision) -> Iterable[str]:
    def equation(left: str, form: Expression, value: float, label: str = "") -> str:
        number = latex_number(value, precision)
        lines = (f"{left} = {form.latex()}", f"{{}} = {form.latex(precision)} = {number}")
        return "\n".join([_formula(lines[0], label), _formula(lines[1])])

    geometry, values = state.geometry, state.values
    windows = range(geometry.window_count)
    for k in windows:
        s = symbol_of(Variable("s", (k,)), geometry)
        yield equation(s, window_sum(k, state), float(values.s[k]))
    for k in windows:
        o = symbol_of(Variable("o", (k,)), geometry)
        yield equation(o, map_cell(k, state), float(values.o[k]), "N6")
    yield equation(r"\alpha", alpha_sum(state), float(values.alpha), "N8")
    yield equation("y_{out}", output_form(state), float(values.y_out), "N6")
    yield equation("L", loss_expression(state), float(state.gradients.loss), "N3")


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
