"""The notes' four-line derivation, for any variable of any network (N9–N13).

    line 1   ∂L/∂x = ∂L/∂y_out · ∂y_out/∂x
    line 2         = ∂L/∂y_out · ∂y_out/∂α · ∂α/∂x
    line 3         = ∂L/∂y_out · ∂y_out/∂α · (one term for each way that x acts)
    line 4         = everything written out

Which ways x acts is read from what the network's numbers are made of, never typed. With several α
each line is a sum over them; where there is no y, or no α, the lines that would name it are left
out. More terms than a line should have are folded into one layer back: Σ ∂L/∂s · ∂s/∂x.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.derivation.ends import End, alpha_forms, end_of, outputs, slope_scale, slopes_at_output
from lib.derivation.expression import MOST_TERMS, Expression, Partial, Stable
from lib.derivation.pieces import ONE, shortened, times, total
from lib.derivation.state import State
from lib.derivation.terms import Term, layer_term, term_of
from lib.derivation.variable import Variable
from lib.derivation.ways import structure_of, ways
from lib.network import NOTES

__all__ = ["Derivation", "Line", "Term", "collapse", "derive"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a derivation and the notes' label for it, if they have it."""

    expression: Expression
    label: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    """∂L/∂x, line by line."""

    variable: Variable
    left: Partial
    lines: tuple[Line, ...]
    short: Expression
    """The collapsed form, (y_out − yy)·…: the formula whose value keeps its digits."""
    long: Expression
    """Everything written out as in the notes: the formula that float64 cannot always compute."""
    scale: float
    """How large the value is before terms cancel: what its digits are counted against."""
    terms: tuple[Term, ...] = ()
    folded: bool = False
    """Whether the last two lines go one layer back only, because all the way is too long."""

    @property
    def value(self) -> float:
        """The number to show."""
        return self.short.value

    @property
    def shown(self) -> tuple[Line, ...]:
        """The notes' lines, then the collapsed form where none of them is it already."""
        if self.short.latex() in [line.expression.latex() for line in self.lines]:
            return self.lines
        return (*self.lines, Line(self.short))

    @property
    def textbook(self) -> float:
        """What float64 makes of the long form."""
        return self.long.textbook

    @property
    def loses_digits(self) -> bool:
        """Whether the long form, computed as written, is off by more than 1e-9 of its scale.

        Of the scale, not of the value: where windows cancel to nearly 0, no form keeps digits.
        """
        return not abs(self.textbook - self.value) <= 1e-9 * self.scale


def derive(variable: Variable, state: State, unrolled: bool = False) -> Derivation:
    """Derive ∂L/∂variable in the notes' form with the state's numbers.

    ``unrolled``: all the way to L and with all terms, however many there are.
    """
    left = Partial("L", state.name(variable), state.gradient(variable))
    if variable.group == "y_out":
        return _of_output(variable, left, state)
    if variable.group == "alpha":
        k = variable.index
        steps = collapse(state, k)
        end = end_of(state, k)
        return Derivation(variable, left, steps, end.short, end.written, end.scale)
    terms = tuple(term_of(way, variable, state) for way in ways(variable, state))
    sums = _sums(variable, terms, state)
    lines = [Line(form) for form in _forms(variable, sums, state)]
    short = total([_after(one.end.short if one.end else None, one.short) for one in sums])
    scale = sum((one.end.scale if one.end else 1.0) * one.scale for one in sums)
    folded = len(terms) > MOST_TERMS and not unrolled
    if folded:
        terms = _one_layer_back(variable, terms, state)
        lines[-2:] = (
            Line(shortened([term.named for term in terms])),
            Line(shortened([term.short for term in terms])),
        )
        short = lines[-1].expression
        scale = sum(abs(term.short.value) for term in terms)
    labels = _labels(variable, state, len(lines))
    labelled = tuple(Line(line.expression, of) for line, of in zip(lines, labels, strict=True))
    return Derivation(
        variable, left, labelled, short, labelled[-1].expression, scale, terms, folded
    )


def collapse(state: State, k: tuple[int, ...] = ()) -> tuple[Line, ...]:
    """∂L/∂α in the steps by which the product becomes y_out − yy; ``k``: of several α which."""
    return tuple(Line(form) for form in alpha_forms(state, k))


def _of_output(variable: Variable, left: Partial, state: State) -> Derivation:
    forms = tuple(Line(*form) for form in slopes_at_output(state, variable.index))
    quotient = forms[-1].expression
    scale = slope_scale(state, variable.index, at_output=True)
    return Derivation(variable, left, forms, short=quotient, long=quotient, scale=scale)


@dataclass(frozen=True, slots=True)
class _SumAtTop:
    """∂α/∂x for one α: its terms as one sum, in each state of being written out."""

    end: End | None
    """What comes before it; None where the sum is L itself."""
    value: float
    scale: float
    named: Expression
    short: Expression
    written: Expression


def _sums(variable: Variable, terms: Sequence[Term], state: State) -> list[_SumAtTop]:
    """The terms by the sum at the top that they belong to."""
    net = state.architecture
    if variable.group == "dense_bias":
        named = Partial(
            state.name(Variable("alpha", variable.index)), state.name(variable), ONE.value
        )
        return [_SumAtTop(end_of(state, variable.index), 1.0, 1.0, named, ONE, ONE)]
    by_top: dict[Variable, list[Term]] = {}
    for term in terms:
        by_top.setdefault(term.top, []).append(term)
    if not by_top:  # x has no way to L
        by_top[Variable("alpha", outputs(state)[0]) if net.has_dense else Variable("loss")] = []
    found = []
    for top, several in by_top.items():
        values = [term.short.value for term in several]
        found.append(
            _SumAtTop(
                end_of(state, top.index) if net.has_dense else None,
                sum(values),
                sum(map(abs, values)),
                total([term.named for term in several]),
                total([term.short for term in several]),
                total([term.written for term in several]),
            )
        )
    return found


def _forms(variable: Variable, sums: Sequence[_SumAtTop], state: State) -> list[Expression]:
    """Each line's formula."""
    name = state.name(variable)
    forms: list[Expression] = []
    ends = [(one.end, one) for one in sums if one.end]
    if ends:
        forms.append(_first_line(name, ends, state))
    if state.architecture.has_output:
        by_alpha = [(end, Partial(state.name(end.alpha), name, one.value)) for end, one in ends]
        forms.append(total([times(end.named, partial) for end, partial in by_alpha]))
    forms.append(total([_after(one.end.named if one.end else None, one.named) for one in sums]))
    forms.append(total([_after(one.end.written if one.end else None, one.written) for one in sums]))
    return forms


def _first_line(name: str, ends: Sequence[tuple[End, _SumAtTop]], state: State) -> Expression:
    """Σ ∂L/∂y · ∂y/∂x over the y that x acts on; with α in place of y where there is no y."""
    slopes: dict[Partial, float] = {}
    value = 0.0
    for end, one in ends:
        through = end.through.number if end.through else 1.0
        slopes[end.before] = slopes.get(end.before, 0.0) + through * one.value
        value += state.gradient(end.alpha) * one.value
    factors = [(before, Partial(before.bottom, name, slope)) for before, slope in slopes.items()]
    return Stable(total([times(*pair) for pair in factors]), value)


def _one_layer_back(variable: Variable, terms: Sequence[Term], state: State) -> tuple[Term, ...]:
    """A term for each s that a term goes through: ∂L/∂s · (what x meets there)."""
    reached = {(term.kernel, term.window.k) for term in terms}
    met = structure_of(state).met[variable]
    return tuple(
        layer_term(s, meets, variable, state)
        for s, meets in met
        if (s.index[0] if len(s.index) > 1 else 0, s.index[-1]) in reached
    )


def _after(end: Expression | None, form: Expression) -> Expression:
    """The form behind what stands before it, if anything does."""
    return times(end, form) if end else form


def _labels(variable: Variable, state: State, count: int) -> tuple[str, ...]:
    """The notes write out two derivations; their other ones follow the second's pattern."""
    if state.architecture == NOTES:
        if variable == Variable("kernel", (0, 0)):
            return "N9", "N10", "N11", "N12"
        if variable.group == "image":
            return ("N13",) * 4
    return ("",) * count
