"""Mistakes with an activation that is no sigmoid, and with the map that the dense layer reads."""

from __future__ import annotations

from collections.abc import Callable

from lib.derivation import Expression, Variable
from lib.derivation.activation import slope_named
from lib.derivation.expression import Iverson, Product, Symbol, difference
from lib.derivation.pieces import ONE
from lib.network.architecture import Activation
from lib.practice.kind import Edits, mistake
from lib.practice.tree import Place
from lib.practice.work import Working

_OTHERS: tuple[Activation, ...] = ("tanh", "relu", "leaky_relu")

_Wrong = Callable[[Symbol, Symbol], Expression]
"""What stands for f′(s), made from s and o."""


@mistake("slope_one", "slope")
def _slope_one(work: Working) -> Edits:
    if work.of("slope") and work.net.activation in _OTHERS:
        yield None, work.without("slope")


@mistake("cell_for_slope", "slope")
def _cell_for_slope(work: Working) -> Edits:
    yield from _for_slope(work, _OTHERS, lambda _, o: o)


@mistake("sigmoid_slope_for_another", "slope")
def _sigmoid_slope_for_another(work: Working) -> Edits:
    if work.net.activation in _OTHERS:

        def wrong(place: Place) -> Expression:
            assert place.variable is not None
            return work.examples.slope_at(place.variable)

        if work.of("slope"):
            yield None, work.replaced("slope", wrong)


@mistake("no_square", "slope")
def _no_square(work: Working) -> Edits:
    yield from _for_slope(work, ("tanh",), lambda _, o: difference(ONE, o))


@mistake("cell_spread", "slope", rare=True)
def _cell_spread(work: Working) -> Edits:
    yield from _for_slope(work, ("tanh",), lambda _, o: Product((o, difference(ONE, o))))


@mistake("tanh_slope_at_o", "slope")
def _tanh_slope_at_o(work: Working) -> Edits:
    yield from _for_slope(work, ("tanh",), lambda _, o: slope_named("tanh", o))


@mistake("no_leak", "slope")
def _no_leak(work: Working) -> Edits:
    yield from _for_slope(work, ("leaky_relu",), lambda s, _: Iverson(s))


@mistake("activation_left_out", "dense")
def _activation_left_out(work: Working) -> Edits:
    """s for o, where the dense layer reads o."""

    def wrong(place: Place) -> Expression:
        assert place.variable is not None
        return work.examples.symbol(Variable("s", place.variable.index))

    if work.of("activation") and work.net.last_map == "o" and work.net.activation in _OTHERS:
        yield None, work.replaced("activation", wrong)


@mistake("no_map_cell", "dense")
def _no_map_cell(work: Working) -> Edits:
    """The cell of a pooled map, or s itself, left out."""
    if work.of("activation") and work.net.last_map != "o":
        yield None, work.without("activation")


@mistake("next_map_cell", "dense")
def _next_map_cell(work: Working) -> Edits:
    rows, columns = work.net.last_map_shape

    def wrong(place: Place) -> Expression:
        assert place.variable is not None
        *before, k = place.variable.index
        other = Variable(place.variable.group, (*before, (k + 1) % (rows * columns)))
        return work.examples.symbol(other)

    if work.of("activation") and work.net.last_map != "o" and rows * columns > 1:
        yield None, work.replaced("activation", wrong)


def _for_slope(work: Working, kinds: tuple[Activation, ...], wrong: _Wrong) -> Edits:
    """Something else for every f′(s) of these activations."""

    def changed(place: Place) -> Expression:
        s = place.variable
        assert s is not None
        symbol = work.examples.symbol
        return wrong(symbol(s), symbol(Variable("o", s.index)))

    if work.of("slope") and work.net.activation in kinds:
        yield None, work.replaced("slope", changed)
