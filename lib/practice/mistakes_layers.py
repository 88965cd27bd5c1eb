"""Mistakes with a bias, a stride, a padding, several channels."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from lib.derivation import Expression, State, Variable
from lib.network.places import Group, places
from lib.practice.examples import Examples
from lib.practice.kind import Edits, mistake
from lib.practice.tree import Marked, Place, edited, places_below
from lib.practice.work import Working


@mistake("kernel_bias_forgotten", "windows")
def _kernel_bias_forgotten(work: Working) -> Edits:
    yield from _without_bias(work, "kernel_bias")


@mistake("dense_bias_forgotten", "output")
def _dense_bias_forgotten(work: Working) -> Edits:
    yield from _without_bias(work, "dense_bias")


@mistake("stride_ignored", "windows")
def _stride_ignored(work: Working) -> Edits:
    """The windows taken one step apart."""
    if work.net.stride > 1:
        columns = work.net.map_shape[1]

        def move(place: Place, sign: int) -> tuple[int, int]:
            assert place.window is not None
            i, j = divmod(place.window, columns)
            return sign * i * (work.net.stride - 1), sign * j * (work.net.stride - 1)

        yield from _met_elsewhere(work, move)


@mistake("padding_ignored", "windows")
def _padding_ignored(work: Working) -> Edits:
    """The windows begin at the first pixel."""
    up, left = work.net.padding_sides
    if up or left:
        yield from _met_elsewhere(work, lambda _, sign: (-sign * up, -sign * left))


@mistake("next_channel", "kernel_index")
def _next_channel(work: Working) -> Edits:
    """What is met stands in the next channel."""
    net = work.net

    def wrong(place: Place) -> Expression | None:
        if place.variable is None or place.variable.group not in ("kernel", "image"):
            return None
        *before, channel = place.variable.index[:-2]
        index = (*before, (channel + 1) % net.channels, *place.variable.index[-2:])
        return work.examples.symbol(Variable(place.variable.group, index))

    if net.channels > 1 and work.variable.group in ("kernel", "image"):
        yield None, work.replaced("meets", wrong)


def _met_elsewhere(work: Working, move: Callable[[Place, int], tuple[int, int]]) -> Edits:
    """Other pixels for a kernel weight, that many rows and columns before the right ones; for a
    pixel the weights that would meet it there."""
    net, group = work.net, work.variable.group
    if group not in ("kernel", "image"):
        return
    shape = (net.rows, net.columns) if group == "kernel" else net.kernel_shape

    def other(place: Place) -> Variable:
        assert place.variable is not None
        down, right = move(place, 1 if group == "kernel" else -1)
        *before, row, column = place.variable.index
        return Variable(place.variable.group, (*before, row - down, column - right))

    met = work.of("meets")
    inside = all(
        0 <= index < side
        for place in met
        for index, side in zip(other(place).index[-2:], shape, strict=True)
    )
    if inside and any(other(place) != place.variable for place in met):
        yield None, work.replaced("meets", lambda place: work.examples.symbol(other(place)))


def _without_bias(work: Working, of: Group) -> Edits:
    """Every number that another one comes out of where the biases are left out: the same ways,
    since no other are looked at."""
    state = work.examples.origin
    known = places(work.net)
    if state is None or of not in known or not np.any(getattr(state.parameters, of)):
        return
    parameters = {
        name: np.zeros(place.written) if name == of else getattr(state.parameters, name)
        for name, place in known.items()
        if place.role == "parameter"
    }
    other = State.of_network(work.net, parameters, state.image, state.label)
    wrong = Working(work.variable, Examples.of_state(other))
    forms = {place.key: place.form for place in wrong.places}
    if set(forms) != {place.key for place in work.places}:
        return  # a max pool takes other cells then

    def changed(place: Place) -> Expression | None:
        if any(True for _ in places_below(place)) or place.role == "label":
            return None
        form = forms[place.key]
        return Marked(form) if form.value != place.form.value else None

    if any(changed(place) for place in work.places):
        yield None, edited(work.tree, changed)
