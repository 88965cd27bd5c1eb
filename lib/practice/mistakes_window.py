"""Mistakes in the sum over the windows."""

from __future__ import annotations

from lib.derivation import Variable
from lib.derivation.expression import Expression, Number, Quotient
from lib.practice.kind import Edits, mistake
from lib.practice.tree import Marked, Place, edited
from lib.practice.work import Working


@mistake("one_window", "windows")
def _one_window(work: Working) -> Edits:
    for k in _windows(work):
        yield k, work.windows(lambda window, k=k: window == k)  # type: ignore[misc]


@mistake("window_left_out", "windows")
def _window_left_out(work: Working) -> Edits:
    windows = _windows(work)
    if len(windows) > 2:  # of two windows, one left out is the other alone
        for k in windows:
            yield k, work.windows(lambda window, k=k: window != k)  # type: ignore[misc]


@mistake("averaged", "windows")
def _averaged(work: Working) -> Edits:
    count = len(_windows(work))
    if count > 1:
        yield None, work.replaced("sum", lambda place: Quotient(place, Number(count)))


@mistake("reversed_map", "windows", rare=True)
def _reversed_map(work: Working) -> Edits:
    """The windows' δ taken in reversed order, what x meets in the right one."""
    if len(_windows(work)) < 2 or not work.of("meets"):
        return
    last = work.examples.geometry.window_count - 1

    def wrong(place: Place) -> Expression | None:
        if place.role not in ("weight", "slope") or place.window is None:
            return None
        other = last - place.window
        if other == place.window:
            return None
        if place.role == "weight":
            return Marked(work.examples.symbol(Variable("dense", (other,))))
        return Marked(work.examples.slope_at(Variable("s", (other,))))

    yield None, edited(work.tree, wrong)


def _windows(work: Working) -> list[int]:
    """The windows that x acts through; none for one window alone."""
    found = [place.window for place in work.of("term") if place.window is not None]
    return found if len(found) > 1 else []
