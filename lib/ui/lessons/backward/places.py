"""The factors that stand in the lines of a derivation: their places, names, values and formulas.

What does not depend on the numbers is worked out once for each variable.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from lib.derivation import (
    Expression,
    Variable,
    latex_number,
    plain_number,
    symbol_of,
    variables,
)
from lib.derivation.marked import CLOSE, FIRST_PLACE, MARKS, OPEN, made_of, marked, written_out
from lib.derivation.pieces import output_by_alpha
from lib.derivation.plain import plain
from lib.derivation.quantity import LABEL, slope, value
from lib.network import GEOMETRY
from lib.text import backward as words
from lib.ui.components import formula
from lib.ui.follow.snapshot import Snapshot

_PLACE = re.compile(f"{OPEN}(.)", re.DOTALL)
_SYMBOLS = {symbol_of(v, GEOMETRY): v for v in variables(GEOMETRY)}
_GIVEN = {name: v for name, v in _SYMBOLS.items() if v.group in ("image", "kernel", "dense")}
_ENTERED = frozenset([*_GIVEN, "yy"])
_OPENS = {formula.partial(v): v for v in variables(GEOMETRY)}
_KEYS = {
    "yy": LABEL.key,
    **{name: value(v).key for name, v in _SYMBOLS.items()},
    **{name: slope(v).key for name, v in _OPENS.items()},
    **{rf"\sigma'({name})": f"sigma:{v.key}" for name, v in _SYMBOLS.items() if v.group == "s"},
    output_by_alpha(formula.blank()).latex(): "sigma:alpha",
}
"""What tiles and sliders call a number, by its name as LaTeX."""


@dataclass(frozen=True, slots=True)
class Places:
    """The factors of one variable's lines.

    Attributes:
        at: the place of each by its name as LaTeX.
        left: ∂L/∂x, marked.
        lines: each line with symbols, marked, and the places in it in the order of reading.
        formulas: what a factor is made of, with symbols, marked; by its name.
        keys: what each is called by tiles and sliders: ``dense-0``, ``slope:alpha``,
            ``sigma:s-1``; "" for what has neither.
        spoken: the name of each as plain text.
    """

    at: dict[str, int]
    left: str
    lines: tuple[tuple[str, tuple[int, ...]], ...]
    formulas: dict[str, str]
    keys: tuple[str, ...]
    spoken: tuple[str, ...]


@cache
def places_of(variable: Variable) -> Places:
    """The places of a variable's derivation."""
    derivation, state = formula.symbolic(variable), formula.blank()
    at: dict[str, int] = {}

    def place_of(name: str, _: float) -> int:
        return at.setdefault(name, len(at))

    known, forms = _written_out(), made_of(derivation, state)
    left = formula.partial(variable)
    forms[left] = derivation.short
    place_of(left, 0.0)
    lines = []
    for line in derivation.shown:
        latex = marked(line.expression, known, place_of).latex()
        order = [ord(mark) - FIRST_PLACE for mark in _PLACE.findall(latex)]
        lines.append((latex, tuple(dict.fromkeys(order))))
    formulas: dict[str, str] = {}
    while missing := [name for name in at if name in forms and name not in formulas]:
        for name in missing:
            formulas[name] = marked(forms[name], known, place_of).latex()
    return Places(
        at,
        _at_place_0(left),
        tuple(lines),
        formulas,
        tuple(_KEYS.get(name, "") for name in at),
        tuple(map(plain, at)),
    )


def numbers_of(expression: Expression, places: Places, now: Snapshot) -> str:
    """``= the line with its numbers in = what it comes to``, its factors marked."""
    precision = now.precision
    with_marks = marked(expression, _written_out(), lambda name, _: places.at[name], _ENTERED)
    written = with_marks.latex(precision)
    value = latex_number(expression.value, precision, zeros=True)
    if MARKS.sub("", written) == value:
        return f"= {written}"
    return f"= {written} = {_at_place_0(value)}"


def factors_of(places: Places, now: Snapshot) -> list[list[Any]]:
    """Each factor in the order of its place.

    What lights up with it, its name and value as text and as LaTeX, the formula behind it with
    symbols and with numbers if it has one, and the derivation that it opens if it is a derivative.
    """
    precision = now.precision
    forms = made_of(now.derivation, now.state)
    forms[formula.partial(now.variable)] = now.derivation.short
    found = []
    for name, place in places.at.items():
        form = forms.get(name)
        number = form.value if form else _given(name, now)
        latex = latex_number(number, precision, zeros=form is not None)
        made = []
        if form:
            room = formula.hidden(name)
            made = [
                formula.whole_terms(f"{name} = {places.formulas[name]}"),
                formula.whole_terms(f"{room} {formula.with_numbers(form, precision)}"),
            ]
        written = plain_number(number, precision, zeros=form is not None)
        told = f"{places.spoken[place]} = {written}"
        opens = _OPENS.get(name)
        found.append(
            [
                places.keys[place],
                told,
                f"{name} = {latex}",
                made,
                [opens.key, now.say(words.OPEN_LINES, partial=places.spoken[place])]
                if opens and opens != now.variable
                else [],
            ]
        )
    return found


def _given(name: str, now: Snapshot) -> float:
    """A pixel, a weight, or the label."""
    return now.state.number(_GIVEN[name]) if name in _GIVEN else now.state.label


def _at_place_0(latex: str) -> str:
    return f"{OPEN}{chr(FIRST_PLACE)}{latex}{CLOSE}"


@cache
def _written_out() -> dict[str, str]:
    return written_out(formula.blank())
