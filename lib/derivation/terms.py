"""One term of a derivation: a way of x to the top, in three states of being written out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lib.derivation.activation import slope_named, slope_written
from lib.derivation.expression import Expression, Number, Partial, Product, Quotient
from lib.derivation.pieces import ONE, ZERO
from lib.derivation.state import State
from lib.derivation.variable import Variable
from lib.derivation.ways import Way
from lib.network import Window

TermRole = Literal["weight", "share", "slope", "meets", "activation", "delta"]
"""``weight`` a dense weight or a given gradient; ``share`` what a pool passes on; ``slope`` f′(s);
``meets`` the pixel or weight met in a window, 1 for a bias; ``activation`` a cell; ``delta``
∂L/∂s."""


@dataclass(frozen=True, slots=True)
class Term:
    """The part of ∂α/∂x that goes one way."""

    window: Window
    """Where its s stands in the map; its cell, where the way begins behind s."""
    named: Product
    """∂(w_a·o_{00})/∂s_0 · ∂s_0/∂x"""
    short: Product
    """w_a · σ'(s_0) · a_{00}"""
    written: Product
    """w_a · e^{-s_0}/(1+e^{-s_0})² · a_{00}"""
    meets: Variable | None
    """What x is multiplied by in this window: a pixel for a weight, a weight for a pixel."""
    roles: tuple[TermRole, ...] = ()
    """What each factor of ``short`` is."""
    top: Variable = Variable("alpha")  # noqa: RUF009 - frozen
    """The sum that the term is part of: α, or L."""
    kernel: int = 0
    """Which kernel's map it goes through."""


def term_of(way: Way, variable: Variable, state: State) -> Term:
    """The term of one way of the variable to the top."""
    weight, cell = state.symbol(way.weight), state.name(way.cell)
    weighted = rf"({weight.name} \cdot {cell})"
    at = way.s or way.cell
    if variable == way.weight:
        shown = state.symbol(way.cell)
        product = Product((shown,))
        named = Product((Partial(weighted, weight.name, shown.number),))
        return Term(
            _window(at, state), named, product, product, None, ("activation",), way.top, _kernel(at)
        )
    short: list[Expression] = [weight]
    written: list[Expression] = [weight]
    roles: list[TermRole] = ["weight"]
    if way.pooled_from != 1:
        share = share_form(way.pooled_from)
        short.append(share)
        written.append(share)
        roles.append("share")
    name = state.name(variable)
    if way.s is None:
        inner, end = "", name
    else:
        if state.architecture.activation != "none":
            named_slope, written_slope = slopes_of(way.s, state)
            short.append(named_slope)
            written.append(written_slope)
            roles.append("slope")
        inner = end = state.name(way.s)
    if variable in (way.s, way.cell) or not inner:
        named = Product((Partial(weighted, end, Product(tuple(short)).value),))
    else:
        other: Expression = state.symbol(way.meets) if way.meets else ONE
        by_s = Product(tuple(short)).value
        named = Product((Partial(weighted, end, by_s), Partial(inner, name, other.value)))
        short.append(other)
        written.append(other)
        roles.append("meets")
    return Term(
        _window(at, state),
        named,
        Product(tuple(short)),
        Product(tuple(written)),
        way.meets,
        tuple(roles),
        way.top,
        _kernel(at),
    )


def share_form(pooled_from: int) -> Expression:
    """What a pool passes on: 1, ¼ of a mean of four, 0 of a cell that a max does not take."""
    if pooled_from > 1:
        return Quotient(ONE, Number(pooled_from))
    return ONE if pooled_from else ZERO


def slopes_of(s: Variable, state: State) -> tuple[Expression, Expression]:
    """f′(s) by its name and written out: the same in every derivation, so made once a state."""
    if s not in state.kept:
        kind, symbol = state.architecture.activation, state.symbol(s)
        o = state.symbol(Variable("o", s.index)) if kind == "tanh" else symbol
        state.kept[s] = slope_named(kind, symbol), slope_written(kind, symbol, o)
    found: tuple[Expression, Expression] = state.kept[s]
    return found


def layer_term(s: Variable, meets: Variable | None, variable: Variable, state: State) -> Term:
    """The term of one layer back: ∂L/∂s · (what x meets in s)."""
    delta = Partial("L", state.name(s), state.gradient(s))
    other: Expression = state.symbol(meets) if meets else ONE
    by_x = Partial(state.name(s), state.name(variable), other.value)
    product = Product((delta, other))
    return Term(
        window=_window(s, state),
        named=Product((delta, by_x)),
        short=product,
        written=product,
        meets=meets,
        roles=("delta", "meets"),
        top=s,
        kernel=_kernel(s),
    )


def _window(cell: Variable, state: State) -> Window:
    net = state.architecture
    _, columns = net.last_map_shape if cell.group == "pooled" else net.map_shape
    k = cell.index[-1]
    return Window(k, *divmod(k, columns))


def _kernel(cell: Variable) -> int:
    return cell.index[0] if len(cell.index) > 1 else 0
