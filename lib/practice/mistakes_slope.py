"""Mistakes inside a window's term: σ'(s_k) and the dense weight, and the cell of the map."""

from __future__ import annotations

from collections.abc import Callable

from lib.derivation import Variable
from lib.derivation.expression import Expression, Product, Sum, difference
from lib.derivation.pieces import ONE
from lib.practice.kind import Edits, mistake
from lib.practice.tree import Place, Role
from lib.practice.work import Working


@mistake("no_sigmoid_slope", "slope")
def _no_sigmoid_slope(work: Working) -> Edits:
    if _sigmoids(work):
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
    if work.of("alpha_slope"):

        def wrong(place: Place) -> Expression:
            y = work.y(place.output)
            return Product((y, difference(ONE, y)))

        if _sigmoids(work):
            yield None, work.replaced("slope", wrong)


@mistake("slope_twice", "slope", rare=True)
def _slope_twice(work: Working) -> Edits:
    if _sigmoids(work):
        yield None, work.replaced("slope", lambda place: Product((place, place)))


@mistake("plus_in_slope", "slope", rare=True)
def _plus_in_slope(work: Working) -> Edits:
    def wrong(_: Variable, o: Variable) -> Expression:
        symbol = work.examples.symbol(o)
        return Product((symbol, Sum((ONE, symbol))))

    yield from _for_slope(work, wrong)


@mistake("first_slope_everywhere", "slope", rare=True)
def _first_slope_everywhere(work: Working) -> Edits:
    slopes = _sigmoids(work)
    if len(slopes) > 1:
        yield None, work.replaced("slope", lambda p: None if p is slopes[0] else slopes[0].form)


@mistake("no_dense_weight", "dense")
def _no_dense_weight(work: Working) -> Edits:
    if _dense_weights(work):
        yield None, work.without("weight")


@mistake("dense_swapped", "dense")
def _dense_swapped(work: Working) -> Edits:
    """The dense weights read down the columns of the map."""
    rows, columns = work.net.last_map_shape

    def wrong(place: Place) -> Expression | None:
        cell = _position(work, place)[1]
        i, j = divmod(cell, columns)
        other = j * rows + i
        return None if other == cell else _dense(work, place, other)

    if any(wrong(place) for place in _dense_weights(work)):
        yield None, work.replaced("weight", wrong)


@mistake("next_dense_weight", "dense", rare=True)
def _next_dense_weight(work: Working) -> Edits:
    count = _cells(work)
    if count > 1 and _dense_weights(work):
        yield (
            None,
            work.replaced("weight", lambda p: _dense(work, p, (_position(work, p)[1] + 1) % count)),
        )


@mistake("no_cell", "dense")
def _no_cell(work: Working) -> Edits:
    if _cells_of_map(work):
        yield None, work.without("activation")


@mistake("s_for_cell", "dense")
def _s_for_cell(work: Working) -> Edits:
    if work.net.activation == "sigmoid":
        yield from _for_cell(work, lambda o: work.examples.symbol(Variable("s", o.index)))


@mistake("slope_for_cell", "dense")
def _slope_for_cell(work: Working) -> Edits:
    if work.net.activation == "sigmoid":
        yield from _for_cell(work, lambda o: work.examples.slope_at(Variable("s", o.index)))


@mistake("next_cell", "dense")
def _next_cell(work: Working) -> Edits:
    count = _cells(work)
    if count > 1:

        def wrong(o: Variable) -> Expression:
            index = (*o.index[:-1], (o.index[-1] + 1) % count)
            return work.examples.symbol(Variable("o", index))

        yield from _for_cell(work, wrong)


@mistake("cell_times_weight", "dense")
def _cell_times_weight(work: Working) -> Edits:
    """The whole of w_k·o_{ij} kept, instead of its derivative."""
    group = work.variable.group
    role: Role = "activation" if group == "dense" else "weight"
    if group not in ("dense", "o") or work.net.last_map != "o" or not work.net.has_dense:
        return

    def both(place: Place) -> Expression:
        assert place.variable is not None
        pair = (work.variable, place.variable)
        if group == "o":
            pair = (place.variable, work.variable)
        return Product(tuple(work.examples.symbol(variable) for variable in pair))

    yield None, work.replaced(role, both)


@mistake("slope_too_far", "slope", rare=True)
def _slope_too_far(work: Working) -> Edits:
    """σ'(s_k) taken along where ∂L/∂o_{ij} is asked."""
    if work.variable.group == "o" and work.net.activation == "sigmoid":
        s = Variable("s", work.variable.index)
        yield (
            None,
            work.replaced("weight", lambda p: Product((p, work.examples.slope_at(s)))),
        )


def _sigmoids(work: Working) -> tuple[Place, ...]:
    """Every σ'(s_k)."""
    return work.of("slope") if work.net.activation == "sigmoid" else ()


def _for_slope(work: Working, wrong: Callable[[Variable, Variable], Expression]) -> Edits:
    """Something else for every σ'(s_k), made from s_k and o_k."""

    def changed(place: Place) -> Expression:
        assert place.variable is not None
        return wrong(place.variable, Variable("o", place.variable.index))

    if _sigmoids(work):
        yield None, work.replaced("slope", changed)


def _cells_of_map(work: Working) -> tuple[Place, ...]:
    """Every o that a dense weight meets; none where it meets a pooled cell, or an s."""
    return work.of("activation") if work.net.last_map == "o" else ()


def _for_cell(work: Working, wrong: Callable[[Variable], Expression]) -> Edits:
    def changed(place: Place) -> Expression:
        assert place.variable is not None
        return wrong(place.variable)

    if _cells_of_map(work):
        yield None, work.replaced("activation", changed)


def _dense_weights(work: Working) -> tuple[Place, ...]:
    """Every dense weight; none where the gradient is given."""
    return work.of("weight") if work.net.has_dense else ()


def _cells(work: Working) -> int:
    """How many cells one kernel's last map has."""
    rows, columns = work.net.last_map_shape
    return rows * columns


def _position(work: Working, place: Place) -> tuple[int, int]:
    """The kernel and the cell that a dense weight belongs to."""
    assert place.variable is not None
    return divmod(place.variable.index[-1], _cells(work))


def _dense(work: Working, place: Place, cell: int) -> Expression:
    """The dense weight of another cell, of the same output and kernel."""
    assert place.variable is not None
    kernel = _position(work, place)[0]
    index = (*place.variable.index[:-1], kernel * _cells(work) + cell)
    return work.examples.symbol(Variable("dense", index))
