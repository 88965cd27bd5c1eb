"""A bug to find: the line, its name, the repair, and whether a nudge of some partial shows it.

A hunt is made from a number, the same one for ever: an exercise, a mistake in it, and what to
choose from. A mistake that changes nothing is never one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from lib.derivation import Expression, Variable
from lib.derivation.nudge import nudge
from lib.practice.bugs import NOTICED, Bug, bugs
from lib.practice.certified import exercises
from lib.practice.code_bugs import CodeBug, all_code_bugs
from lib.practice.item import Instance, Item
from lib.practice.lines import lines_of, place_in, shows
from lib.practice.mistakes import Mistake, Spoilt
from lib.practice.tree import Gap, unmarked

Line = TypeVar("Line", Expression, str)
Chosen = TypeVar("Chosen")

_SHORT = ("alpha", "y_out", "dense_bias")
"""What has no windows behind it."""
OPTIONS = 4
"""How many there are to choose from, at most."""
_CANDIDATES = 6
"""Partials that are looked at for one whose nudge tells what is wanted."""


@dataclass(frozen=True)
class Nudged:
    """A partial that is checked by a nudge: what the wrong method gives, and the nudge."""

    variable: Variable
    wrong: float
    nudge: float

    @property
    def noticed(self) -> bool:
        """Whether the nudge shows that something is wrong."""
        return abs(self.wrong - self.nudge) > NOTICED * max(abs(self.wrong), abs(self.nudge))


@dataclass(frozen=True)
class Hunt:
    """What is shown, and what there is to choose from."""

    variable: Variable | None
    """Whose derivation it is; None for the program of all of them."""
    lines: tuple[tuple[str, Expression | str], ...]
    """Each line's key, and its formula or its text, the wrong one among them."""
    wrong: frozenset[int]
    """The lines in which the mistake stands."""
    mistake: Mistake
    names: tuple[Mistake, ...]
    """Mistakes to choose from."""
    at: str
    """The key of the line to be repaired."""
    repairs: tuple[Expression | str, ...]
    """Lines to choose from."""
    repair: int
    """Which of them is right."""
    number: int
    instance: Instance
    checked: tuple[Variable, ...]
    """The partials of which one is checked by a nudge."""
    reaches: tuple[str, ...] | None
    """The groups that a wrong line of the program reaches; None for a derivation."""

    @property
    def name(self) -> int:
        """Which of the names is right."""
        return self.names.index(self.mistake)

    @cached_property
    def nudged(self) -> Nudged:
        """The partial to be checked: in half of the hunts one that the mistake does not change."""
        wanted = bool(_hashed(self.number, "noticed") % 2)
        looked_at = _shuffled(self.number, self.checked, "nudged")[:_CANDIDATES]
        found = [self._nudged(looked_at[0])]
        for variable in looked_at[1:]:
            if found[-1].noticed == wanted:
                break
            found.append(self._nudged(variable))
        return found[-1]

    def _nudged(self, variable: Variable) -> Nudged:
        item = self.instance.item(variable)
        hit = self.reaches is None or variable.group in self.reaches
        wrong = item.answer_with(self.mistake) if hit else item.right
        return Nudged(variable, wrong, nudge(variable, self.instance.state).central)


def hunt_in_derivation(number: int, own: Instance | None = None) -> Hunt:
    """The hunt of a number in a derivation: of an exercise, or of another network's example.

    Raises:
        LookupError: nothing of that example may be asked for.
    """
    if own is None:
        exercise = exercises()[_hashed(number, "exercise") % len(exercises())]
        instance, asked = Instance.of_seed(exercise.seed), exercise.variables
        long = [v for v in asked if v.group not in _SHORT]
    else:
        instance, asked = own, own.variables
        groups = sorted({v.group for v in asked} - set(_SHORT))
        if not groups:
            raise LookupError("no derivation of this example has a bug to find")
        group = _first(number, groups, "group")  # a map has more cells than a kernel has weights
        long = [v for v in asked if v.group == group]
    item = instance.item(_first(number, long, "partial"))
    bug = _first(number, bugs(item), "bug")
    right = lines_of(item)[bug.line]
    there = (formula for formula in item.spoilt if shows(formula, right))
    others = [unmarked(place_in(formula.tree, right).form) for formula in there]
    shown = unmarked(place_in(bug.formula.tree, right).form).latex()
    repairs, repair = _repairs(number, right.form, [o for o in others if o.latex() != shown])
    return Hunt(
        variable=item.variable,
        lines=_shown_lines(item, bug.formula),
        wrong=_wrong_lines(item, bug),
        mistake=bug.mistake,
        names=_with_others(number, bug.mistake, _near(number, bug)),
        at=bug.line,
        repairs=repairs,
        repair=repair,
        number=number,
        instance=instance,
        checked=tuple(v for v in asked if v != item.variable) or (item.variable,),
        reaches=None,
    )


def hunt_in_code(number: int) -> Hunt:
    """The hunt of a number in the lines of the program."""
    exercise = exercises()[_hashed(number, "exercise") % len(exercises())]
    instance = Instance.of_seed(exercise.seed)
    all_bugs = all_code_bugs()
    bug = next(b for b in _shuffled(number, all_bugs, "bug") if _changes(instance, b))
    same = [b for b in all_bugs if b.at == bug.at and b != bug]
    apart = [b for b in _shuffled(number, all_bugs, "others") if b.at != bug.at]
    names = _with_others(number, bug.mistake, [b.mistake for b in (*same, *apart)])
    repairs, repair = _repairs(number, bug.repaired.strip(), [b.lines[b.at].strip() for b in same])
    return Hunt(
        variable=None,
        lines=tuple((str(n), text) for n, text in enumerate(bug.lines)),
        wrong=frozenset({bug.at}),
        mistake=bug.mistake,
        names=names,
        at=str(bug.at),
        repairs=repairs,
        repair=repair,
        number=number,
        instance=instance,
        checked=exercise.variables,
        reaches=bug.reaches,
    )


def _shown_lines(item: Item, formula: Spoilt) -> tuple[tuple[str, Expression], ...]:
    """The lines as the learner sees them; what is left out has no line."""
    found = []
    for key, right in lines_of(item).items():
        place = place_in(formula.tree, right)
        if not isinstance(place.form, Gap):
            found.append((key, unmarked(place)))
    return tuple(found)


def _wrong_lines(item: Item, bug: Bug) -> frozenset[int]:
    """Where it may be found: in a window's term it may stand in several; what is missing, once."""
    lines = lines_of(item)
    own = [k for k in lines if k not in ("sum", "product") and shows(bug.formula, lines[k])]
    shown = [key for key, _ in _shown_lines(item, bug.formula)]
    found = [n for n, key in enumerate(shown) if key in own] or [shown.index(bug.line)]
    return frozenset(found)


def _near(number: int, bug: Bug) -> list[Mistake]:
    """Other mistakes of the partial, those of the same line first."""
    others = [other for other in bugs(bug.item) if other.mistake.kind != bug.mistake.kind]
    shuffled = _shuffled(number, others, "names")
    return [other.mistake for other in sorted(shuffled, key=lambda o: o.line != bug.line)]


def _with_others(number: int, right: Mistake, others: Iterable[Mistake]) -> tuple[Mistake, ...]:
    kinds = {right.kind: right}
    for other in others:
        if len(kinds) < OPTIONS:
            kinds.setdefault(other.kind, other)
    return tuple(_shuffled(number, list(kinds.values()), "order"))


def _repairs(number: int, right: Line, others: Iterable[Line]) -> tuple[tuple[Line, ...], int]:
    """The right line among others that are written differently, and its place."""
    written = {_text(right): right}
    for other in _shuffled(number, list(others), "repairs"):
        if len(written) < OPTIONS:
            written.setdefault(_text(other), other)
    order = _shuffled(number, list(written), "repair order")
    return tuple(written[text] for text in order), order.index(_text(right))


def _text(line: Expression | str) -> str:
    return line if isinstance(line, str) else line.latex()


def _changes(instance: Instance, bug: CodeBug) -> bool:
    """Whether it changes some partial. One is enough: the others need not be worked out."""
    reached = (v for v in instance.variables if v.group in bug.reaches)
    return any(bug.mistake in instance.item(v).wrong for v in reached)


def _first(number: int, options: Sequence[Chosen], what: str) -> Chosen:
    return options[_hashed(number, what) % len(options)]


def _shuffled(number: int, options: Sequence[Chosen], what: str) -> list[Chosen]:
    order = sorted(range(len(options)), key=lambda n: _hashed(number, f"{what} {n}"))
    return [options[n] for n in order]


def _hashed(number: int, what: str) -> int:
    digest = hashlib.sha256(f"hunt {number} {what}".encode()).digest()
    return int.from_bytes(digest[:8], "little")
