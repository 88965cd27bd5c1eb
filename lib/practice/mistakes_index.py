"""Mistakes in what x meets in a window: the pixel for a kernel weight, the weight for a pixel."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from lib.derivation import Variable
from lib.derivation.expression import Expression
from lib.practice.kind import Edits, mistake
from lib.practice.tree import Place, Role
from lib.practice.work import Working

_Move = Callable[[int, int], tuple[int, int]]


@mistake("no_pixel", "kernel_index")
def _no_pixel(work: Working) -> Edits:
    if work.variable.group == "kernel":
        yield None, work.without("meets")


@mistake("no_kernel_weight", "image_index")
def _no_kernel_weight(work: Working) -> Edits:
    if work.variable.group == "image":
        yield None, work.without("meets")


@mistake("wrong_pixel", "kernel_index")
def _wrong_pixel(work: Working) -> Edits:
    if work.variable.group == "kernel":
        yield from _one_off(work)


@mistake("wrong_kernel_weight", "image_index", rare=True)
def _wrong_kernel_weight(work: Working) -> Edits:
    if work.variable.group == "image":
        yield from _one_off(work)


@mistake("transposed_image", "kernel_index")
def _transposed_image(work: Working) -> Edits:
    if work.variable.group == "kernel":
        yield from _moved(work, lambda p, q: (q, p))


@mistake("transposed_kernel", "image_index")
def _transposed_kernel(work: Working) -> Edits:
    if work.variable.group == "image":
        yield from _moved(work, lambda m, n: (n, m))


@mistake("transposed_index", "kernel_index", rare=True)
def _transposed_index(work: Working) -> Edits:
    """∂L/∂w_{nm} for ∂L/∂w_{mn}."""
    if work.variable.group == "kernel":
        m, n = work.variable.index[-2:]
        yield from _moved(work, lambda p, q: (p - m + n, q - n + m))


@mistake("flipped_kernel", "image_index")
def _flipped_kernel(work: Working) -> Edits:
    if work.variable.group == "image":
        rows, columns = work.net.kernel_shape
        yield from _moved(work, lambda m, n: (rows - 1 - m, columns - 1 - n))


@mistake("reversed_kernel_gradient", "kernel_index")
def _reversed_kernel_gradient(work: Working) -> Edits:
    """The kernel's gradient filled in from the last entry to the first."""
    if work.variable.group == "kernel":
        (rows, columns), (m, n) = work.net.kernel_shape, work.variable.index[-2:]
        yield from _moved(work, lambda p, q: (p + rows - 1 - 2 * m, q + columns - 1 - 2 * n))


@mistake("not_shifted", "kernel_index", rare=True)
def _not_shifted(work: Working) -> Edits:
    """The pixel or weight of the first window in every window."""
    met = work.of("meets") if work.variable.group in ("kernel", "image") else ()
    if len(met) > 1:
        yield None, work.replaced("meets", lambda p: None if p is met[0] else met[0].form)


@mistake("own_value", "dense", rare=True)
def _own_value(work: Working) -> Edits:
    """x itself for what it is multiplied by."""
    own = work.examples.symbol(work.variable)
    for role, groups in _PARTNER.items():
        if work.variable.group in groups:
            yield None, work.replaced(role, lambda _: own)


_PARTNER: dict[Role, tuple[str, ...]] = {
    "meets": ("kernel", "image", "kernel_bias", "dense_bias"),
    "activation": ("dense",),
    "weight": ("o",),
}


def _one_off(work: Working) -> Edits:
    """A column or a row beside the right one, on the side where there is room."""
    for direction, steps in enumerate((((0, 1), (0, -1)), ((1, 0), (-1, 0)))):
        tried = [edit for step in steps for edit in _moved(work, _step(*step))]
        yield from ((direction, tree) for _, tree in tried[:1])


def _step(down: int, right: int) -> _Move:
    return lambda p, q: (p + down, q + right)


def _moved(work: Working, move: _Move) -> Edits:
    """Every pixel or weight met replaced by another; nothing where one is outside or all stay."""
    met = [place.variable for place in work.of("meets") if place.variable is not None]
    net = work.net
    shape = (net.rows, net.columns) if met[0].group == "image" else net.kernel_shape
    inside = set(product(*map(range, shape)))
    moved = {v: Variable(v.group, (*v.index[:-2], *move(*v.index[-2:]))) for v in met}
    outside = any(v.index[-2:] not in inside for v in moved.values())
    if outside or all(a == b for a, b in moved.items()):
        return

    def wrong(place: Place) -> Expression | None:
        assert place.variable is not None
        other = moved[place.variable]
        return None if other == place.variable else work.examples.symbol(other)

    yield None, work.replaced("meets", wrong)
