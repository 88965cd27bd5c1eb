"""The factors that stand in the lines of a derivation: their places, names, values and formulas.

In the notes' network nothing of it depends on the numbers, so it is worked out once for each
variable. In others the lines do: a max pool keeps the ways of its winners alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from lib.derivation import (
    Derivation,
    Expression,
    State,
    Variable,
    latex_number,
    plain_number,
    symbol_of,
    variables,
)
from lib.derivation.behind import Behind, ends_of, forms_behind, standing_for
from lib.derivation.marked import CLOSE, FIRST_PLACE, MARKS, OPEN, made_of, marked, written_out
from lib.derivation.pieces import output_by_alpha
from lib.derivation.plain import plain
from lib.derivation.quantity import LABEL, slope, value
from lib.derivation.variable import symbols
from lib.network import GEOMETRY, Architecture
from lib.text import backward as words
from lib.ui.components import formula
from lib.ui.follow.snapshot import Snapshot

_PLACE = re.compile(f"{OPEN}(.)", re.DOTALL)
_SYMBOLS = {symbol_of(v, GEOMETRY): v for v in variables(GEOMETRY)}
_KEYS = {
    "yy": LABEL.key,
    **{name: value(v).key for name, v in _SYMBOLS.items()},
    **{formula.partial(v): slope(v).key for v in variables(GEOMETRY)},
    **{rf"\sigma'({name})": f"sigma:{v.key}" for name, v in _SYMBOLS.items() if v.group == "s"},
    output_by_alpha(formula.blank()).latex(): "sigma:alpha",
}
"""What tiles and sliders call a number, by its name as LaTeX."""
_MOST_TOLD = 200
"""Factors of a derivation that are told: so many characters are free for their places."""


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
        known: the names of the forms that stand written out, by the form's LaTeX.
    """

    at: dict[str, int]
    left: str
    lines: tuple[tuple[str, tuple[int, ...]], ...]
    formulas: dict[str, str]
    keys: tuple[str, ...]
    spoken: tuple[str, ...]
    known: dict[str, str]


def places_of(now: Snapshot, with_formulas: bool = False) -> Places:
    """The places of the open derivation; in other networks than the notes' those of its lines
    alone, unless what is behind them is asked for."""
    if now.is_of_notes:
        return _places_of_notes(now.variable)
    forms = forms_behind(now.derivation, now.state) if with_formulas else _nothing
    known = standing_for(now.derivation, now.state)
    keys = _keys_of(now.state)
    return _places(now.derivation, now.architecture, forms, known, keys, levels=1)


@cache
def _places_of_notes(variable: Variable) -> Places:
    derivation, state = formula.symbolic(variable), formula.blank()
    forms = made_of(derivation, state)
    forms[formula.partial(variable)] = derivation.short
    net = state.architecture
    return _places(derivation, net, forms.get, _written_out(), _KEYS, levels=len(_KEYS))


def _places(
    derivation: Derivation,
    net: Architecture,
    behind: Behind,
    known: dict[str, str],
    keys: Mapping[str, str],
    levels: int,
) -> Places:
    """``levels``: how deep formulas are told, those of the lines' names being the first."""
    at: dict[str, int] = {}

    def place_of(name: str, _: float) -> int:
        return at.setdefault(name, len(at))

    left = formula.partial(derivation.variable, net)
    place_of(left, 0.0)
    lines = []
    for line in derivation.shown:
        latex = marked(line.expression, known, place_of).latex()
        order = [ord(mark) - FIRST_PLACE for mark in _PLACE.findall(latex)]
        lines.append((latex, tuple(dict.fromkeys(order))))
    formulas: dict[str, str] = {}
    for _ in range(levels):
        missing = [name for name in at if name not in formulas]
        if not missing or len(at) > _MOST_TOLD:
            break
        for name in missing:
            form = behind(name)
            formulas[name] = marked(form, known, place_of).latex() if form else ""
    for name in at:  # the last ones are told, but nothing in them can be pointed at
        if name not in formulas and (form := behind(name)):
            formulas[name] = form.latex()
    return Places(
        at,
        _at_place_0(left),
        tuple(lines),
        formulas,
        tuple(keys.get(name, "") for name in at),
        tuple(map(plain, at)),
        known,
    )


@lru_cache(maxsize=64)
def _by_name(net: Architecture) -> dict[str, Variable]:
    """Every scalar of a network by its symbol."""
    return {name: variable for variable, name in symbols(net).items()}


@lru_cache(maxsize=64)
def _entered(net: Architecture) -> frozenset[str]:
    """The symbols of the numbers that are entered."""
    given = ("image", "kernel", "kernel_bias", "dense", "dense_bias", "label", "given")
    return frozenset(name for name, v in _by_name(net).items() if v.group in given)


@lru_cache(maxsize=64)
def _opens(net: Architecture) -> dict[str, Variable]:
    """The variable whose derivation a name ∂L/∂x opens."""
    return {formula.partial(v, net): v for v in variables(net)}


def _keys_of(state: State) -> dict[str, str]:
    """``_KEYS`` for any network: its symbols, its slopes, those of its activation and outputs."""
    net = state.architecture
    names = _by_name(net)
    found = {name: value(v).key for name, v in names.items()}
    found |= {name: slope(v).key for name, v in _opens(net).items()}
    for function in (r"\sigma", r"\tanh"):
        found |= {
            rf"{function}'({name})": f"sigma:{v.key}" for name, v in names.items() if v.group == "s"
        }
    found |= {
        end.through.latex(): f"sigma:{end.alpha.key}" for end in ends_of(state) if end.through
    }
    return found


def numbers_of(expression: Expression, places: Places, now: Snapshot) -> str:
    """``= the line with its numbers in = what it comes to``, its factors marked."""
    precision, entered = now.precision, _entered(now.architecture)
    with_marks = marked(expression, places.known, lambda name, _: places.at[name], entered)
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
    if now.is_of_notes:
        forms = made_of(now.derivation, now.state)
        forms[formula.partial(now.variable)] = now.derivation.short
        behind: Behind = forms.get
    else:
        behind = forms_behind(now.derivation, now.state)
    names = _by_name(now.architecture)
    found = []
    for name, place in places.at.items():
        form = behind(name)
        number = form.value if form else now.state.number(names[name])
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
        opens = _opens(now.architecture).get(name)
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


def _at_place_0(latex: str) -> str:
    return f"{OPEN}{chr(FIRST_PLACE)}{latex}{CLOSE}"


@cache
def _written_out() -> dict[str, str]:
    return written_out(formula.blank())


def _nothing(_: str) -> None:
    """No formula behind any name."""
