"""Sheets as one LaTeX document: the questions, the keys, or the keys with usual wrong numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from lib.derivation.document import CHINESE, escaped
from lib.practice.exports.question import ClassQuestion
from lib.text import sheets as words

Content = Literal["questions", "key", "mistakes"]

PREAMBLE = r"""\documentclass[a4paper,11pt]{article}
\usepackage{amsmath}
\usepackage[margin=2cm]{geometry}
%s\setlength{\parindent}{0pt}
\setlength{\parskip}{0.5em}
\begin{document}
"""

SHOWN = 8
"""Of the wrong numbers, in a key on paper: the largest ones, as the questions are marked by eye."""

_LATEX = {
    "σ": r"\sigma ",
    "α": r"\alpha ",
    "δ": r"\delta ",
    "′": "'",
    "·": r"\cdot ",
    "−": "-",
    "°": r"^\circ ",
    "₀": "_0",
    "₁": "_1",
}
_SIGNS = re.compile(f"[{''.join(_LATEX)}]")
_RUN = re.compile(r"[σαδ′·°]+(?:\(\w\))?")

TITLES = {"questions": words.SHEET, "key": words.KEY, "mistakes": words.MISTAKES_KEY}


def latex_sheets(questions: Sequence[ClassQuestion], content: Content) -> bytes:
    """A page a sheet; Chinese words ask for ctex and XeLaTeX."""
    language = questions[0].language
    pages = [
        "\n".join(_sheet(list(mine), content))
        for _, mine in groupby(questions, key=lambda question: question.sheet)
    ]
    preamble = PREAMBLE % ("" if language == "en" else CHINESE)
    body = "\n\\newpage\n".join(pages)
    return f"{preamble}{body}\n\\end{{document}}\n".encode()


def _sheet(questions: list[ClassQuestion], content: Content) -> Iterator[str]:
    first, language = questions[0], questions[0].language
    yield rf"\section*{{{escaped(TITLES[content].say(language, name=first.sheet))}}}"
    if content == "questions":
        yield rf"{escaped(words.STUDENT.say(language))} \hrulefill\par"
        yield escaped(words.TASK.say(language)) + r"\par"
        yield words.NETWORK.say(language) + r"\par"
        yield from (rf"$\displaystyle {given}$\par" for given in first.given)
    for number, question in enumerate(questions, 1):
        said = question.text if content == "questions" else _key(question)
        yield rf"\textbf{{{number}.}} {said}\par"
        if content == "questions":
            yield r"\vspace{4.2cm}"
        elif content == "mistakes":
            for wrong in question.wrong[:SHOWN]:
                yield rf"\quad ${wrong.value:.10g}$: {_plain(wrong.says)}\par"


def _key(question: ClassQuestion) -> str:
    return rf"$\partial L/\partial {question.symbol} = {question.shown}$"


def _plain(text: str) -> str:
    """Words with formulas between dollars: signs that LaTeX's fonts lack become formulas too."""
    pieces = text.split("$")
    pieces[1::2] = [_SIGNS.sub(lambda sign: _LATEX[sign[0]], piece) for piece in pieces[1::2]]
    pieces[::2] = [
        _RUN.sub(lambda run: f"${_SIGNS.sub(lambda sign: _LATEX[sign[0]], run[0])}$", piece)
        for piece in pieces[::2]
    ]
    return "".join(
        f"${piece}$" if at % 2 else piece.replace("−", "--") for at, piece in enumerate(pieces)
    )
