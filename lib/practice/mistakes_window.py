"""Mistakes in the sum over the windows."""

from __future__ import annotations

from lib.derivation import Variable
from lib.derivation.expression import Expression, Number, Quotient
from lib.practice.kind import Edits, mistake
from lib.practice.tree import Marked, Place, edited, places
from lib.practice.work import Working


@mistake("one_window", "windows")
def _one_window(work: Working) -> Edits:
    for k in _windows(work):
        yield k, work.terms(lambda place, k=k: place.window in (k, None))  # type: ignore[misc]


@mistake("window_left_out", "windows")
def _window_left_out(work: Working) -> Edits:
    windows = _windows(work)
    if len(windows) > 2:  # of two windows, one left out is the other alone
        for k in windows:
            yield k, work.terms(lambda place, k=k: place.window != k)  # type: ignore[misc]


@mistake("averaged", "windows")
def _averaged(work: Working) -> Edits:
    if _windows(work):
        yield None, work.replaced("sum", lambda place: Quotient(place, Number(_count(place))))


@mistake("reversed_map", "windows", rare=True)
def _reversed_map(work: Working) -> Edits:
    """The windows' δ taken in reversed order, what x meets in the right one."""
    net = work.net
    if not _windows(work) or not work.of("meets") or net.last_map != "o" or not net.has_dense:
        return
    count = net.map_shape[0] * net.map_shape[1]

    def wrong(place: Place) -> Expression | None:
        if place.role not in ("weight", "slope") or place.window is None:
            return None
        assert place.variable is not None
        other = count - 1 - place.window
        *before, position = place.variable.index
        index = (*before, position - place.window + other)
        if other == place.window:
            return None
        if place.role == "weight":
            return Marked(work.examples.symbol(Variable("dense", index)))
        return Marked(work.examples.activation_slope(Variable("s", index)))

    yield None, edited(work.tree, wrong)


def _windows(work: Working) -> list[int]:
    """The windows that x acts through; none for one window alone."""
    found = {place.window: None for place in work.of("term") if place.window is not None}
    return list(found) if len(found) > 1 else []


def _count(place: Place) -> int:
    """How many terms a sum has."""
    return sum(inner.role == "term" for inner in places(place))
