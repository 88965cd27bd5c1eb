"""Sentences as plain text: what a screen reader announces has no LaTeX in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from lib.derivation import Variable, plain_number, variables
from lib.derivation.expression import Sum
from lib.derivation.number import ALL_DIGITS
from lib.derivation.plain import plain as plain_formula
from lib.derivation.plain import plain_symbol
from lib.derivation.variable import Group, Network
from lib.network import NOTES, Architecture
from lib.numbers import Reading, Refusal, read_number
from lib.practice import Item, Mistake
from lib.practice.lines import lines_of
from lib.text import Text, practice
from lib.text import practise as words
from lib.text.numbers import REFUSALS
from lib.ui.state import session
from lib.ui.state.session import say

_FORMULA = re.compile(r"\$([^$]*)\$")
_ENDS: tuple[Group, Group] = ("y_out", "alpha")
_COMMAND = re.compile(r"\\(partial|log) ?")
_WRITTEN = {"partial": "∂", "log": "log"}


def plain(text: str) -> str:
    """A sentence of ours with its formulas written in one line: ``yₒᵤₜ − yy``, ``∂L/∂α``."""
    return _FORMULA.sub(lambda found: _in_one_line(found[1]), text)


def _in_one_line(latex: str) -> str:
    return plain_formula(_COMMAND.sub(lambda found: _WRITTEN[found[1]], latex))


def partial(variable: Variable, network: Network = NOTES) -> str:
    """∂L/∂x: ``∂L/∂w₀₀``."""
    return f"∂L/∂{plain_symbol(variable, network)}"


@lru_cache(maxsize=64)
def partials(network: Architecture) -> dict[str, str]:
    """Every partial of a network, by its variable's key."""
    return {variable.key: partial(variable, network) for variable in variables(network)}


def mistakes(found: Sequence[Mistake]) -> str:
    """What is wrong, as plain text."""
    return plain(_listed(practice.BETWEEN, (m.words(session.language()) for m in found)))


def line(key: str, item: Item) -> str:
    """The name of a line of an answer to the item."""
    place, net = lines_of(item)[key], item.work.net
    y, alpha = (Variable(group, place.output) for group in _ENDS)
    numbers = {
        "output": plain_symbol(y, net),
        "alpha": plain_symbol(alpha, net),
        "window": place.window,
        "kernel": place.kernel,
    }
    role: str = place.role
    if role == "whole":
        role = "total" if isinstance(place.form, Sum) else "product" if net.has_dense else "sum"
    if role == "term" and place.variable is not None and place.variable.group == "pooled":
        role = "pooled"
    name = say(words.LINES[role], **numbers)
    if place.role == "term" and net.kernels > 1:
        name = say(words.LINE_OF_KERNEL, line=name, **numbers)
    if place.role in ("term", "sum") and place.output:
        name = say(words.LINE_THROUGH, line=name, **numbers)
    return name


def capitalised(name: str) -> str:
    """The name at the head of a sentence; a σ stays small."""
    return name[:1].upper() + name[1:] if name[:1].isascii() else name


def lines(keys: Sequence[str], item: Item) -> str:
    """The names of some lines, one after the other."""
    return _listed(words.BETWEEN, (line(key, item) for key in keys))


def _listed(between: Text, items: Iterable[str]) -> str:
    gap = " " if session.language() == "en" else ""
    return (say(between) + gap).join(items)


def echo(text: str) -> str:
    """What a text was read as, or why it was read as nothing. Never the text itself."""
    reading = read_number(text)
    if isinstance(reading, Refusal):
        return say(REFUSALS[reading.reason])
    return _echo(reading)


def _echo(reading: Reading) -> str:
    number = plain_number(reading.value, ALL_DIGITS)
    if not reading.digits:
        return say(words.READ_AS_ZERO)
    if not reading.unit:
        return say(words.READ_AS_FRACTION, number=number)
    if reading.digits == 1:
        return say(words.READ_AS_ONE, number=number)
    return say(words.READ_AS, number=number, digits=reading.digits)
