"""Mistakes at a pool, at a given gradient, and in which ways through the network are summed."""

from __future__ import annotations

from lib.derivation.expression import MOST_TERMS, Expression, Number, Product, Quotient, Sum
from lib.derivation.pieces import ONE
from lib.derivation.ways import Way, structure_of
from lib.practice.kind import Edits, mistake
from lib.practice.tree import Gap, Marked, Place, edited
from lib.practice.work import Working


@mistake("no_given", "dense")
def _no_given(work: Working) -> Edits:
    if not work.net.has_dense and work.of("weight"):
        yield None, work.without("weight")


@mistake("no_share", "windows")
def _no_share(work: Working) -> Edits:
    if work.of("share"):
        yield None, work.without("share")


@mistake("max_to_all", "windows")
def _max_to_all(work: Working) -> Edits:
    """Every cell of a pool passes the gradient on, not the largest alone."""
    if losers := _losers(work):

        def wrong(place: Place) -> Expression:
            own = place.form.terms if isinstance(place.form, Sum) else (place.form,)
            mine = (term for term in losers if term.output == place.output)
            return Sum((*own, *(term.form for term in mine)))

        yield None, work.replaced("sum", wrong)


@mistake("max_shared", "windows")
def _max_shared(work: Working) -> Edits:
    """The gradient is shared out, as by an average pool."""
    if work.net.pool == "max" and work.of("slope"):
        rows, columns = work.net.pool_sides
        share = Quotient(ONE, Number(rows * columns))
        yield None, work.replaced("weight", lambda place: Product((place, share)))


@mistake("max_first", "windows")
def _max_first(work: Working) -> Edits:
    """The first cell of each pool is taken for its largest."""
    state = work.examples.origin
    if state is None or work.net.pool != "max" or not work.of("meets"):
        return
    first = {members[0] for members in structure_of(state).members.values()}
    up = structure_of(state).up
    losers = [term for term in _losers(work) if term.variable and up[term.variable][0] in first]
    by_cell = {(term.output, up[term.variable][1]): term for term in losers if term.variable}

    def wrong(place: Place) -> Expression | None:
        if place.role != "term" or place.variable is None:
            return None
        before, cell = up[place.variable]
        if before in first:
            return None
        other = by_cell.get((place.output, cell))
        return Gap(place.form, 0) if other is None else Marked(other.form)

    taken = {(term.output, up[term.variable][1]) for term in work.of("term") if term.variable}
    if set(by_cell) <= taken and any(wrong(term) for term in work.of("term")):
        yield None, edited(work.tree, wrong)


@mistake("one_kernel", "windows")
def _one_kernel(work: Working) -> Edits:
    kernels = {place.kernel: None for place in work.of("term")}
    for f in kernels if len(kernels) > 1 else ():
        yield f, work.terms(lambda place, f=f: place.role == "branch" or place.kernel == f)  # type: ignore[misc]


@mistake("one_output", "output")
def _one_output(work: Working) -> Edits:
    for branch in work.of("branch"):
        only = branch.output
        yield (
            only[0],
            work.terms(lambda place, only=only: place.role == "term" or place.output == only),  # type: ignore[misc]
        )


def _losers(work: Working) -> list[Place]:
    """The terms that a max pool leaves out; none where there would be too many to write."""
    state = work.examples.origin
    if state is None or work.net.pool != "max" or not work.of("meets"):
        return []
    of = structure_of(state)
    if work.variable not in of.met:
        return []
    won = {place.variable for place in work.of("term")}
    roles = work.structure[0][1]
    found = [
        work.term(Way(*of.tops[of.up[s][1]][k], of.up[s][1], s, 1, meets), roles)
        for k in range(work.net.outputs)
        for s, meets in of.met[work.variable]
        if s not in won
    ]
    return found if len(found) + len(work.structure) <= MOST_TERMS else []
