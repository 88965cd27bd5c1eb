"""Mistakes between the loss and α: the label, ∂L/∂y_out, σ'(α), the sign, the base of the log."""

from __future__ import annotations

import math

from lib.derivation.expression import Expression, Negative, Number, Product, Quotient, Sum, Symbol
from lib.derivation.expression import difference as minus
from lib.derivation.pieces import ONE
from lib.practice.examples import ALPHA, Y_OUT
from lib.practice.kind import Edits, mistake
from lib.practice.tree import Gap, Marked, Place, edited
from lib.practice.work import Working


@mistake("sign", "sign")
def _sign(work: Working) -> Edits:
    yield None, work.replaced("whole", lambda place: Negative(place.form))


@mistake("log_base_2", "base")
def _log_base_2(work: Working) -> Edits:
    yield None, _by_log_of(2, work)


@mistake("log_base_10", "base")
def _log_base_10(work: Working) -> Edits:
    yield None, _by_log_of(10, work)


@mistake("no_label", "label")
def _no_label(work: Working) -> Edits:
    yield None, edited(work.tree, lambda p: Gap(p.form, 0) if p.role == "label" else None)


@mistake("first_class_only", "label", rare=True)
def _first_class_only(work: Working) -> Edits:
    yield None, work.replaced("output_slope", lambda _: Negative(_for_one(work)))


@mistake("second_class_only", "label", rare=True)
def _second_class_only(work: Working) -> Edits:
    yield None, work.replaced("output_slope", lambda _: _for_zero(work))


@mistake("no_inner_minus", "sign")
def _no_inner_minus(work: Working) -> Edits:
    def wrong(_: Place) -> Expression:
        return Sum((Negative(_for_one(work)), Negative(_for_zero(work))))

    yield None, work.replaced("output_slope", wrong)


@mistake("error_for_loss_slope", "output")
def _error_for_loss_slope(work: Working) -> Edits:
    if not work.of("alpha_slope"):  # after σ'(α) it is output_slope_twice
        yield None, work.replaced("output_slope", lambda _: _error(work))


@mistake("squared_error", "output", rare=True)
def _squared_error(work: Working) -> Edits:
    yield None, work.replaced("output_slope", lambda _: Product((Number(2), _error(work))))


@mistake("loss_for_slope", "output", rare=True)
def _loss_for_slope(work: Working) -> Edits:
    yield None, work.replaced("output_slope", lambda _: work.examples.loss)


@mistake("no_loss_slope", "output")
def _no_loss_slope(work: Working) -> Edits:
    if work.of("alpha_slope"):
        yield None, work.without("output_slope")


@mistake("no_output_slope", "output")
def _no_output_slope(work: Working) -> Edits:
    if work.of("alpha_slope"):
        yield None, work.without("alpha_slope")


@mistake("output_slope_twice", "output")
def _output_slope_twice(work: Working) -> Edits:
    if work.of("alpha_slope"):
        yield None, work.replaced("alpha_slope", lambda place: Product((place, place)))


@mistake("sigmoid_for_output_slope", "output")
def _sigmoid_for_output_slope(work: Working) -> Edits:
    if work.of("alpha_slope"):
        yield None, work.replaced("alpha_slope", lambda _: work.examples.symbol(Y_OUT))


@mistake("complement_for_output_slope", "output", rare=True)
def _complement_for_output_slope(work: Working) -> Edits:
    if work.of("alpha_slope"):
        rest = minus(ONE, work.examples.symbol(Y_OUT))
        yield None, work.replaced("alpha_slope", lambda _: rest)


@mistake("output_slope_at_output", "output", rare=True)
def _output_slope_at_output(work: Working) -> Edits:
    if work.of("alpha_slope"):
        yield None, work.replaced("alpha_slope", lambda _: work.examples.slope_at(Y_OUT))


@mistake("alpha_in_output_slope", "output", rare=True)
def _alpha_in_output_slope(work: Working) -> Edits:
    if work.of("alpha_slope"):
        yield None, work.replaced("alpha_slope", lambda _: _spread(work))


@mistake("alpha_for_output", "output", rare=True)
def _alpha_for_output(work: Working) -> Edits:
    alpha = work.examples.symbol(ALPHA)

    def wrong(place: Place) -> Expression | None:
        if place.role == "output":
            return Marked(alpha)
        return Marked(_spread(work)) if place.role == "alpha_slope" else None

    yield None, edited(work.tree, wrong)


def _error(work: Working) -> Expression:
    """y_out − yy"""
    return minus(work.examples.symbol(Y_OUT), work.examples.yy)


def _for_one(work: Working) -> Expression:
    """yy/y_out"""
    return Quotient(work.examples.yy, work.examples.symbol(Y_OUT))


def _for_zero(work: Working) -> Expression:
    """(1 − yy)/(1 − y_out)"""
    return Quotient(
        minus(ONE, work.examples.yy),
        minus(ONE, work.examples.symbol(Y_OUT)),
    )


def _spread(work: Working) -> Expression:
    """α·(1 − α)"""
    alpha = work.examples.symbol(ALPHA)
    return Product((alpha, minus(ONE, alpha)))


def _by_log_of(base: int, work: Working) -> Expression:
    ln = Symbol(rf"\ln {base}", math.log(base))
    return work.replaced("output_slope", lambda place: Quotient(place, ln))
