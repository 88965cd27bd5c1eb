"""The open derivation line by line: which rule leads to each, and what each factor is."""

from __future__ import annotations

from typing import Any

from lib.derivation.expression import MOST_TERMS
from lib.derivation.number import ALL_DIGITS
from lib.derivation.plain import plain
from lib.derivation.rules import rules
from lib.text import backward as words
from lib.ui.components import formula, sheet
from lib.ui.components.sheet import Sheet
from lib.ui.follow.snapshot import Snapshot
from lib.ui.lessons.backward.places import factors_of, numbers_of, places_of
from lib.ui.lessons.equations import derivation_lines


@sheet.factors_part("line-factors")
def line_factors(now: Snapshot) -> dict[str, Any]:
    """What each factor of the lines is, for whoever points at one."""
    return {
        "of": now.variable.key,
        "told": factors_of(places_of(now, with_formulas=True), now),
        "words": {name: now.say(text) for name, text in words.FACTOR.items()},
    }


@sheet.part("lines", line_factors)
def lines(on: Sheet, now: Snapshot) -> None:
    """Every line with symbols and with its numbers, then what it collapses to."""
    derivation, net, places = now.derivation, now.architecture, places_of(now)
    symbol = plain(derivation.left.bottom)
    room = formula.hidden(formula.partial(now.variable, net))
    each = zip(
        derivation_lines(derivation, now.scenario.language, net),
        places.lines,
        rules(derivation, now.state),
        strict=True,
    )
    if now.precision != ALL_DIGITS:
        on.text(now.say(words.ROUNDED, digits=now.precision), "caption")
    if derivation.folded:
        on.text(now.say(words.FOLDED, most=MOST_TERMS, symbol=symbol), "caption")
    for n, ((_, expression, badge), (latex, order), rule) in enumerate(each):
        note = now.say(words.RULES[rule].filled(symbol=symbol, k=len(derivation.terms)))
        left = room if n else places.left
        on.line(f"{left} = {latex}", badge, note, order if n else (0, *order))
        on.line(f"{room} {numbers_of(expression, places, now)}")
