"""Formulas on the screen: LaTeX that stays the same apart from LaTeX that changes.

A formula that did not change costs the browser nothing, so symbols and numbers are never in one
element. Inline mathematics in display style wraps at + and ·, which a phone needs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TypeVar

import numpy as np
import streamlit as st

from lib.derivation import (
    Derivation,
    Expression,
    Precision,
    State,
    Variable,
    derive,
    latex_number,
    symbol_of,
)
from lib.derivation.variable import Network
from lib.network import GEOMETRY, NOTES, Parameters

Shown = TypeVar("Shown")

_BRACES = re.compile(r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}")
"""What stands in braces, with up to two more pairs inside."""
_LONG_PART = 90
_CONDITION = re.compile(r"(\[[^\[\]]{1,60} (?:>|\\le) 0\])")
_MOST_FACTORS = 4
"""A term of more factors may break: it would be wider than a phone."""
_DIFFERENCE = re.compile(r"(\([^()+]{1,40}) - ([^()+]{1,40}\))")


def inline(latex: str) -> str:
    """LaTeX as wrapping Markdown in display style. Never pass a string from outside."""
    return rf"$\displaystyle {whole_terms(latex)}$"


@lru_cache(maxsize=2048)
def whole_terms(latex: str) -> str:
    """Keep the products of a sum in one piece: a line then wraps at its + and −, not inside a term.
    A difference in brackets, such as (y_out − yy), and ReLU's [s > 0] stay in one piece everywhere.

    Very long terms, such as those with all digits, may wrap anywhere. Most of what comes here are
    symbols, which come again at every move.
    """
    latex = _DIFFERENCE.sub(r"\1 - \\nobreak \2", latex)
    latex = _CONDITION.sub(r"{\1}", latex)
    if " + " not in latex:
        return latex
    parts = re.split(r"( \\cdot )", latex)
    if max(map(len, parts)) > _LONG_PART:
        return latex
    depth, braces, sums = 0, 0, " + " in _outside(latex)
    written, shorts = [], iter(_in_short_terms(parts))
    for part in parts:
        if part == r" \cdot " and next(shorts) and not braces and (depth or sums):
            written.append(r" \cdot \nobreak ")
        else:
            written.append(part)
        depth += _opened(part)
        braces += part.count("{") - part.count("}")
    return "".join(written)


def _in_short_terms(parts: list[str]) -> list[bool]:
    """For each dot between factors, whether few factors stand in its term."""
    terms, term = [], 0
    for factor in parts[:-1:2]:
        term += " + " in _BRACES.sub("", factor) or _opened(factor) > 0
        terms.append(term)
    dots = Counter(terms)
    return [dots[term] < _MOST_FACTORS for term in terms]


def _opened(part: str) -> int:
    """How many brackets it opens more than it closes."""
    return part.count("(") + part.count("[") - part.count(")") - part.count("]")


def _outside(latex: str) -> str:
    """What stands outside all parentheses."""
    while (shorter := re.sub(r"[(\[][^()\[\]]*[)\]]", "", latex)) != latex:
        latex = shorter
    return latex


def partial(variable: Variable, network: Network = NOTES) -> str:
    """∂L/∂x as LaTeX."""
    return rf"\frac{{\partial L}}{{\partial {symbol_of(variable, network)}}}"


def name(variable: Variable, network: Network = NOTES) -> str:
    """The symbol as inline LaTeX, for a sentence in Markdown: ``$w_{a}$``."""
    return f"${symbol_of(variable, network)}$"


def partial_name(variable: Variable, network: Network = NOTES) -> str:
    """∂L/∂x on one line, for a sentence in Markdown."""
    return rf"$\partial L/\partial {symbol_of(variable, network)}$"


def hidden(latex: str) -> str:
    """Room as wide as the LaTeX, so that the = signs of a derivation stand in one line."""
    return rf"\phantom{{{latex}}}"


def aligned(left: str, lines: Iterable[Shown]) -> Iterator[tuple[str, Shown]]:
    """Each line with its left side: written in the first, in all others only the room for it."""
    for place, shown in enumerate(lines):
        yield (hidden(left) if place else left), shown


def pair(
    left: str,
    expression: Expression,
    precision: Precision,
    badge: str = "",
    as_written: bool = False,
    equals: str = "=",
) -> None:
    """A formula with symbols and, under it, the same with its numbers and its value.

    ``as_written`` gives the value that float64 makes of the formula, digits lost and all;
    ``equals`` is the first relation, such as an arrow.
    """
    with st.container(gap="xsmall"):
        st.markdown(_labelled(f"{left} {equals} {expression.latex()}", badge))
        numbers = with_numbers(expression, precision, as_written)
        st.markdown(inline(f"{hidden(left)} {numbers}"))


def _labelled(latex: str, badge: str) -> str:
    if not badge:
        return inline(latex)
    equation = badge.split()[-1].lower()
    return f"{inline(latex)} [:blue-badge[{badge}]](notes#{equation})"


def with_numbers(expression: Expression, precision: Precision, as_written: bool = False) -> str:
    """``= the formula with its numbers in = what it comes to``."""
    number = expression.textbook if as_written else expression.value
    written, value = expression.latex(precision), latex_number(number, precision)
    if written == value:
        return f"= {written}"
    return f"= {written} = {latex_number(number, precision, zeros=True)}"


@cache
def short_form(variable: Variable) -> str:
    """The one-line formula of ∂L/∂x in the notes' network, which does not depend on the numbers."""
    return symbolic(variable).short.latex()


@cache
def symbolic(variable: Variable) -> Derivation:
    """A derivation for its symbols only."""
    return derive(variable, blank())


@cache
def blank() -> State:
    """A state whose numbers nobody looks at."""
    return State.of(
        Parameters(np.zeros(GEOMETRY.kernel_shape), np.zeros(GEOMETRY.window_count)),
        np.zeros(GEOMETRY.image_shape),
        0.0,
    )
