"""Reading a formula back: its LaTeX, parsed by SymPy, evaluated with 40 digits or with intervals.

SymPy's reader stumbles over ``a_{01}`` and is slow, so every name becomes ``x_{n}`` first, in the
order of the line. Lines of the same build then are the same text, and are parsed once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import mpmath
import sympy
from sympy.parsing.latex import parse_latex

from lib.derivation import Expression
from lib.derivation.expression import Number
from lib.derivation.number import Precision, latex_number

LITERAL = re.compile(r"\{\d[\d.]* \\cdot 10\^\{-?\d+\}\}|\d+(?:\.\d+)?")
POWER_OF_TEN = re.compile(r"(-?)\{(.+) \\cdot 10\^\{(.+)\}\}")


def names(expression: Expression) -> dict[str, float]:
    """Every named leaf and its number, in the order of the line; a name has one number."""
    found: dict[str, float] = {}
    for leaf in expression.leaves():
        if not isinstance(leaf, Number):
            assert found.setdefault(leaf.latex(), leaf.value) == leaf.value, leaf
    return found


def symbolic(expression: Expression) -> tuple[str, list[str]]:
    """The LaTeX with its names as x_{0}, x_{1}, …, and the names."""
    order = list(names(expression))
    places = {name: f"x_{{{place}}}" for place, name in enumerate(order)}
    longest_first = sorted(order, key=len, reverse=True)  # σ'(s_0) before s_0
    # a name that is one letter, such as b, is not the b of a command
    either = "|".join(rf"(?<![A-Za-z\\]){re.escape(name)}(?![A-Za-z])" for name in longest_first)
    found: set[str] = set()

    def rename(match: re.Match[str]) -> str:
        found.add(match[0])
        return places[match[0]]

    text = re.sub(either, rename, expression.latex()) if order else expression.latex()
    assert found == set(order), set(order) - found
    return plain(text), order


def substituted(expression: Expression, precision: Precision) -> tuple[str, list[float]]:
    """The LaTeX with numbers in, its literals as x_{0}, x_{1}, …, and the literals' values.

    A literal has no sign of its own: minus signs, and the products that powers of ten are, stay in
    the text, so that what they bind to is read from the formula.
    """
    literals: list[float] = []

    def rename(match: re.Match[str]) -> str:
        if not match[0][0].isdigit():  # an exponent, or the 0 that decides
            return match[0]
        literals.append(float(match[0]))
        return f"x_{{{len(literals) - 1}}}"

    # braces that only keep a line whole do not bind anything for the eye, so they go
    text = re.sub(r"\{(\d[\d.]* \\cdot 10\^\{-?\d+\})\}", r"\1", expression.latex(precision))
    return plain(re.sub(r"\^\{\d+\}|(?:>|\\le) 0\]|\d+(?:\.\d+)?", rename, text)), literals


def plain(text: str) -> str:
    """What SymPy need not see: the size of brackets, their shape, and that log is natural (N1)."""
    text = re.sub(r"\\Big[lr]", "", text)
    text = re.sub(r"\[([^\[\]]*) > 0\]", r"\\positive{\1}", text)
    text = re.sub(r"\[([^\[\]]*) \\le 0\]", r"\\nonpositive{\1}", text)
    return text.replace("[", "(").replace("]", ")").replace(r"\log", r"\ln")


@cache
def parsed(text: str) -> sympy.Expr:
    """What SymPy reads: one parse a text."""
    return parse_latex(text, strict=True).subs(sympy.Symbol("e"), sympy.E)


@cache
def function_of(text: str, count: int, intervals: bool) -> Callable[..., Any]:
    """The text as a function of x_{0}, …"""
    arguments = [sympy.Symbol(f"x_{{{n}}}") for n in range(count)]
    expression = parsed(text)
    assert expression.free_symbols <= set(arguments), (text, expression.free_symbols)
    context = mpmath.iv if intervals else mpmath.mp
    return sympy.lambdify(arguments, expression, [{"exp": context.exp, "log": context.log}])


def decided(text: str, numbers: Sequence[float]) -> tuple[str, list[float]]:
    """The text with each [x > 0] and each max(…) as one more x_{n}: SymPy has no word for them."""
    held = list(numbers)

    def put(value: float) -> str:
        held.append(value)
        return f"x_{{{len(held) - 1}}}"

    def inner(part: str) -> float:
        return evaluate(part.strip(), held)

    pattern = re.compile(r"\\(positive|nonpositive)\{((?:[^{}]|\{[^{}]*\})*)\}")
    while match := pattern.search(text):
        value = float((inner(match[2]) > 0) == (match[1] == "positive"))
        text = text[: match.start()] + put(value) + text[match.end() :]
    while (start := text.rfind(r"\max(")) >= 0:
        end, depth, commas = start + 5, 1, [start + 4]
        while depth:
            depth += {"(": 1, "{": 1, ")": -1, "}": -1}.get(text[end], 0)
            if depth == 1 and text[end] == ",":
                commas.append(end)
            end += 1
        cuts = [*commas, end - 1]
        parts = [inner(text[a + 1 : b]) for a, b in pairwise(cuts)]
        text = text[:start] + put(max(parts)) + text[end:]
    return text, held


def evaluate(text: str, numbers: Sequence[float]) -> float:
    """The text's value with 40 digits, rounded at the end."""
    text, numbers = decided(text, numbers)
    with mpmath.workdps(40):
        arguments = [mpmath.mpf(number) for number in numbers]
        return float(function_of(text, len(arguments), False)(*arguments))


def bounds(text: str, numbers: Sequence[float], precision: Precision) -> tuple[float, float]:
    """The least and greatest value of the text if each number may be off by half its last digit."""
    arguments = []
    for number in numbers:
        half = 0.0 if number == 0 else 0.5 * 10 ** (mpmath.floor(mpmath.log10(abs(number))) + 1)
        half *= mpmath.mpf(10) ** -precision
        arguments.append(mpmath.iv.mpf([number - half, number + half]))
    result = mpmath.iv.mpf(function_of(text, len(arguments), True)(*arguments))
    return float(result.a), float(result.b)


def printed_literals(expression: Expression, precision: Precision) -> list[str]:
    """The numbers in the substituted LaTeX, signs aside."""
    return LITERAL.findall(expression.latex(precision).replace(")^{2}", ")"))


def expected_literals(
    expression: Expression, precision: Precision, number: Callable[[str], float]
) -> list[str]:
    """The numbers that belong there: those of the state, by name, in the order of the leaves."""
    return [
        leaf.latex()
        if isinstance(leaf, Number)
        else latex_number(number(leaf.latex()), precision).lstrip("-")
        for leaf in expression.leaves()
    ]
