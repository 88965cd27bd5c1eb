"""Mistakes inside a window's term: σ'(s_k) and the dense weight, and the cell of the map."""

from __future__ import annotations

from collections.abc import Callable

from lib.derivation import Variable
from lib.derivation.expression import Expression, Product, Sum, difference
from lib.derivation.pieces import ONE
from lib.practice.examples import Y_OUT
from lib.practice.kind import Edits, mistake
from lib.practice.tree import Place, Role
from lib.practice.work import Working


@mistake("no_sigmoid_slope", "slope")
def _no_sigmoid_slope(work: Working) -> Edits:
    if work.of("slope"):
        yield None, work.without("slope")


@mistake("sigmoid_for_slope", "slope")
def _sigmoid_for_slope(work: Working) -> Edits:
    yield from _for_slope(work, lambda _, o: work.examples.symbol(o))


@mistake("complement_for_slope", "slope")
def _complement_for_slope(work: Working) -> Edits:
    yield from _for_slope(work, lambda _, o: difference(ONE, work.examples.symbol(o)))


@mistake("s_for_o", "slope")
def _s_for_o(work: Working) -> Edits:
    def wrong(s: Variable, _: Variable) -> Expression:
        symbol = work.examples.symbol(s)
        return Product((symbol, difference(ONE, symbol)))

    yield from _for_slope(work, wrong)


@mistake("slope_at_o", "slope")
def _slope_at_o(work: Working) -> Edits:
    yield from _for_slope(work, lambda _, o: work.examples.slope_at(o))


@mistake("output_slope_for_slope", "slope")
def _output_slope_for_slope(work: Working) -> Edits:
    y = work.examples.symbol(Y_OUT)
    yield from _for_slope(work, lambda _s, _o: Product((y, difference(ONE, y))))


@mistake("slope_twice", "slope", rare=True)
def _slope_twice(work: Working) -> Edits:
    if work.of("slope"):
        yield None, work.replaced("slope", lambda place: Product((place, place)))


@mistake("plus_in_slope", "slope", rare=True)
def _plus_in_slope(work: Working) -> Edits:
    def wrong(_: Variable, o: Variable) -> Expression:
        symbol = work.examples.symbol(o)
        return Product((symbol, Sum((ONE, symbol))))

    yield from _for_slope(work, wrong)


@mistake("first_slope_everywhere", "slope", rare=True)
def _first_slope_everywhere(work: Working) -> Edits:
    slopes = work.of("slope")
    if len(slopes) > 1:
        yield None, work.replaced("slope", lambda p: None if p is slopes[0] else slopes[0].form)


@mistake("no_dense_weight", "dense")
def _no_dense_weight(work: Working) -> Edits:
    if work.of("weight"):
        yield None, work.without("weight")


@mistake("dense_swapped", "dense")
def _dense_swapped(work: Working) -> Edits:
    """The dense weights read down the columns of the map."""
    rows, columns = work.examples.geometry.map_shape

    def wrong(place: Place) -> Expression | None:
        i, j = divmod(_window(place), columns)
        other = j * rows + i
        return None if other == _window(place) else _dense(work, other)

    if any(wrong(place) for place in work.of("weight")):
        yield None, work.replaced("weight", wrong)


@mistake("next_dense_weight", "dense", rare=True)
def _next_dense_weight(work: Working) -> Edits:
    count = work.examples.geometry.window_count
    if work.of("weight") and count > 1:
        yield (
            None,
            work.replaced("weight", lambda place: _dense(work, (_window(place) + 1) % count)),
        )


@mistake("no_cell", "dense")
def _no_cell(work: Working) -> Edits:
    if work.of("activation"):
        yield None, work.without("activation")


@mistake("s_for_cell", "dense")
def _s_for_cell(work: Working) -> Edits:
    yield from _for_cell(work, lambda k: work.examples.symbol(Variable("s", (k,))))


@mistake("slope_for_cell", "dense")
def _slope_for_cell(work: Working) -> Edits:
    yield from _for_cell(work, lambda k: work.examples.slope_at(Variable("s", (k,))))


@mistake("next_cell", "dense")
def _next_cell(work: Working) -> Edits:
    count = work.examples.geometry.window_count
    if count > 1:
        yield from _for_cell(
            work, lambda k: work.examples.symbol(Variable("o", ((k + 1) % count,)))
        )


@mistake("cell_times_weight", "dense")
def _cell_times_weight(work: Working) -> Edits:
    """The whole of w_k·o_{ij} kept, instead of its derivative."""
    if work.variable.group in ("dense", "o"):
        role: Role = "activation" if work.variable.group == "dense" else "weight"
        pair = (Variable("dense", work.variable.index), Variable("o", work.variable.index))
        both = Product(tuple(work.examples.symbol(variable) for variable in pair))
        yield None, work.replaced(role, lambda _: both)


@mistake("slope_too_far", "slope", rare=True)
def _slope_too_far(work: Working) -> Edits:
    """σ'(s_k) taken along where ∂L/∂o_{ij} is asked."""
    if work.variable.group == "o":
        s = Variable("s", work.variable.index)
        yield (
            None,
            work.replaced("weight", lambda p: Product((p, work.examples.slope_at(s)))),
        )


def _for_slope(work: Working, wrong: Callable[[Variable, Variable], Expression]) -> Edits:
    """Something else for every σ'(s_k), made from s_k and o_k."""
    if work.of("slope"):
        yield (
            None,
            work.replaced(
                "slope",
                lambda p: wrong(Variable("s", (_window(p),)), Variable("o", (_window(p),))),
            ),
        )


def _for_cell(work: Working, wrong: Callable[[int], Expression]) -> Edits:
    if work.of("activation"):
        yield None, work.replaced("activation", lambda place: wrong(_window(place)))


def _window(place: Place) -> int:
    assert place.window is not None
    return place.window


def _dense(work: Working, k: int) -> Expression:
    return work.examples.symbol(Variable("dense", (k,)))
