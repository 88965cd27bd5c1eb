"""What stands behind each name in the lines of any derivation: the formula that it comes from.

The notes' network has its own table of names, in :mod:`lib.derivation.marked`; there a name may be
opened as far as the sliders. Here the formulas of the names in the lines are known, and those of
the names in these.
"""

from __future__ import annotations

from collections.abc import Callable

from lib.derivation.chain import Derivation, derive
from lib.derivation.ends import End, collapsing, end_of, outputs, slopes_at_output
from lib.derivation.expression import Expression, Partial, Product, Stable
from lib.derivation.lessons import value_form
from lib.derivation.pieces import ONE, shortened, slope_exponential, slope_short, times, total
from lib.derivation.state import State
from lib.derivation.terms import slopes_of
from lib.derivation.variable import Variable, variables
from lib.derivation.ways import structure_of
from lib.network.made_of import made_of


def ends_of(state: State) -> list[End]:
    """What stands between each α and L."""
    return [end_of(state, k) for k in outputs(state)] if state.architecture.has_dense else []


def standing_for(derivation: Derivation, state: State) -> dict[str, str]:
    """The name of each form that the lines write out in its place, by the form's LaTeX."""
    found: dict[str, str] = {}
    for end in ends_of(state):
        alpha = Partial("L", state.name(end.alpha), 0.0).latex()
        if end.through:
            for form, _ in slopes_at_output(state, _reached(end, state)):
                found[form.latex()] = end.before.latex()
            found[slope_exponential(state.symbol(end.alpha)).latex()] = end.through.latex()
            *_, in_y = collapsing(state, end.alpha.index).form.children()
            found[in_y.latex()] = end.through.latex()
        found[end.short.latex()] = alpha
    for s in _sums(derivation, state):
        named, written = slopes_of(s, state)
        if isinstance(written, Stable):
            found[written.latex()] = named.latex()
    return found


Behind = Callable[[str], Expression | None]


def forms_behind(derivation: Derivation, state: State) -> Behind:
    """Tells the formula behind a name: None of what is given. Of all numbers of a network only
    those that are asked for are written."""
    found = _forms(derivation, state)
    computed = {state.name(v): v for v in made_of(state.architecture) if v.group != "loss"}

    def behind(name: str) -> Expression | None:
        if name not in found and name in computed:
            found[name] = value_form(computed[name], state)
        return found.get(name)

    return behind


def _forms(derivation: Derivation, state: State) -> dict[str, Expression]:
    """The formula behind each derivative that the lines name."""
    found: dict[str, Expression] = {}
    found[derivation.left.latex()] = derivation.short
    for end in ends_of(state):
        alpha = state.name(end.alpha)
        found[Partial("L", alpha, 0.0).latex()] = end.short
        if end.through:
            found[end.before.latex()] = slopes_at_output(state, _reached(end, state))[-1][0]
            *_, in_y = collapsing(state, end.alpha.index).form.children()
            found[end.through.latex()] = in_y
            found[slope_short(state.symbol(end.alpha)).latex()] = in_y
    if derivation.variable.group not in ("alpha", "y_out"):
        found |= _down_to(derivation, state)
    for s in _sums(derivation, state):
        named, written = slopes_of(s, state)
        found[named.latex()] = written
        found.setdefault(Partial("L", state.name(s), 0.0).latex(), derive(s, state).short)
    for term in derivation.terms:
        first, *rest = term.named.factors
        factors = term.short.factors
        if term.roles[:1] == ("delta",):
            found[rest[0].latex()] = factors[-1]
            continue
        found[first.latex()] = Product(factors[: len(factors) - len(rest)])
        for step in rest:  # ∂s/∂x: what x meets there
            found[step.latex()] = factors[-1]
    return found


def _down_to(derivation: Derivation, state: State) -> dict[str, Expression]:
    """∂α/∂x as the sum of its terms, and ∂y/∂x through each α that the y is made of."""
    x, variable = derivation.left.bottom, derivation.variable
    whole = derive(variable, state, unrolled=True) if derivation.folded else derivation
    found: dict[str, Expression] = {}
    of_outputs: dict[str, list[Expression]] = {}
    for end in ends_of(state):
        own: list[Expression] = [term.short for term in whole.terms if term.top == end.alpha]
        if variable.group == "dense_bias" and variable.index == end.alpha.index:
            own = [ONE]
        if not own and (whole.terms or variable.group == "dense_bias"):
            continue
        by_x = shortened(own)  # of nothing: x has no way to L
        alpha = Partial(state.name(end.alpha), x, by_x.value)
        found[alpha.latex()] = by_x
        if end.through:
            name = Partial(end.through.top, x, 0.0).latex()
            of_outputs.setdefault(name, []).append(times(end.through, alpha))
    return found | {name: total(forms) for name, forms in of_outputs.items()}


def _reached(end: End, state: State) -> tuple[int, ...]:
    """The index of the output that the end goes through."""
    assert end.through
    names = {state.name(v): v.index for v in variables(state.architecture) if v.group == "y_out"}
    return names[end.through.top]


def _sums(derivation: Derivation, state: State) -> tuple[Variable, ...]:
    """The s that the terms go through, those of their own variable included."""
    if state.architecture.activation == "none" and not derivation.folded:
        return ()
    several = state.architecture.kernels > 1
    found = [
        Variable("s", (term.kernel, term.window.k) if several else (term.window.k,))
        for term in derivation.terms
    ]
    up = structure_of(state).up
    return tuple(dict.fromkeys(s for s in found if s in up))
