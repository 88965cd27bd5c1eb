"""Mistakes between the loss and α: the label, ∂L/∂y_out, σ'(α), the sign, the base of the log."""

from __future__ import annotations

import math

from lib.derivation import Variable
from lib.derivation.expression import Expression, Negative, Product, Quotient, Sum, Symbol
from lib.derivation.expression import difference as minus
from lib.derivation.pieces import ONE, TWO
from lib.practice.kind import Edits, mistake
from lib.practice.tree import Gap, Marked, Place, Role, edited
from lib.practice.work import Working


@mistake("sign", "sign")
def _sign(work: Working) -> Edits:
    yield None, work.replaced("whole", lambda place: Negative(place.form))


@mistake("log_base_2", "base")
def _log_base_2(work: Working) -> Edits:
    yield from _by_log_of(2, work)


@mistake("log_base_10", "base")
def _log_base_10(work: Working) -> Edits:
    yield from _by_log_of(10, work)


@mistake("no_label", "label")
def _no_label(work: Working) -> Edits:
    if work.net.head in ("cross_entropy", "softmax", "sigmoid_squared"):
        yield None, _without_label(work)


@mistake("no_label_at_alpha", "label")
def _no_label_at_alpha(work: Working) -> Edits:
    if work.net.head == "squared":
        yield None, _without_label(work)


@mistake("first_class_only", "label", rare=True)
def _first_class_only(work: Working) -> Edits:
    if work.net.head == "cross_entropy":
        yield None, work.replaced("output_slope", lambda p: Negative(_for_one(work, p)))


@mistake("second_class_only", "label", rare=True)
def _second_class_only(work: Working) -> Edits:
    if work.net.head == "cross_entropy":
        yield None, work.replaced("output_slope", lambda p: _for_zero(work, p))


@mistake("no_inner_minus", "sign")
def _no_inner_minus(work: Working) -> Edits:
    def wrong(place: Place) -> Expression:
        return Sum((Negative(_for_one(work, place)), Negative(_for_zero(work, place))))

    if work.net.head == "cross_entropy":
        yield None, work.replaced("output_slope", wrong)


@mistake("error_for_loss_slope", "output")
def _error_for_loss_slope(work: Working) -> Edits:
    # after σ'(α) it is output_slope_twice
    if work.net.head == "cross_entropy" and not work.of("alpha_slope"):
        yield None, work.replaced("output_slope", lambda p: _error(work, p))


@mistake("squared_error", "output", rare=True)
def _squared_error(work: Working) -> Edits:
    if work.net.head == "cross_entropy":
        yield None, work.replaced("output_slope", lambda p: Product((TWO, _error(work, p))))


@mistake("no_factor_2", "output")
def _no_factor_2(work: Working) -> Edits:
    if work.net.head in ("squared", "sigmoid_squared"):
        yield None, work.replaced(_before(work), lambda p: _error(work, p))


@mistake("loss_for_slope", "output", rare=True)
def _loss_for_slope(work: Working) -> Edits:
    if work.of("output_slope"):
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
    if work.of("alpha_slope") and work.net.head == "cross_entropy":
        yield None, work.replaced("alpha_slope", lambda place: Product((place, place)))


@mistake("slope_after_softmax", "output")
def _slope_after_softmax(work: Working) -> Edits:
    """y·(1 − y) on top of y − yy, which holds the softmax already."""

    def wrong(place: Place) -> Expression:
        y = work.y(place.output)
        return Product((place, y, minus(ONE, y)))

    if work.net.head == "softmax" and work.of("error"):
        yield None, work.replaced("error", wrong)


@mistake("sigmoid_for_output_slope", "output")
def _sigmoid_for_output_slope(work: Working) -> Edits:
    if work.of("alpha_slope"):
        yield None, work.replaced("alpha_slope", lambda p: work.y(p.output))


@mistake("complement_for_output_slope", "output", rare=True)
def _complement_for_output_slope(work: Working) -> Edits:
    if work.of("alpha_slope"):
        yield None, work.replaced("alpha_slope", lambda p: minus(ONE, work.y(p.output)))


@mistake("output_slope_at_output", "output", rare=True)
def _output_slope_at_output(work: Working) -> Edits:
    if work.of("alpha_slope"):
        yield (
            None,
            work.replaced(
                "alpha_slope", lambda p: work.examples.slope_at(Variable("y_out", p.output))
            ),
        )


@mistake("alpha_in_output_slope", "output", rare=True)
def _alpha_in_output_slope(work: Working) -> Edits:
    if work.of("alpha_slope"):
        yield None, work.replaced("alpha_slope", lambda p: _spread(work, p))


@mistake("alpha_for_output", "output", rare=True)
def _alpha_for_output(work: Working) -> Edits:
    def wrong(place: Place) -> Expression | None:
        if place.role == "output":
            return Marked(work.alpha(place.output))
        return Marked(_spread(work, place)) if place.role == "alpha_slope" else None

    if work.net.head in ("cross_entropy", "sigmoid_squared"):
        yield None, edited(work.tree, wrong)


def _before(work: Working) -> Role:
    """The place of the first factor: ∂L/∂y, or ∂L/∂α."""
    return "output_slope" if work.of("output_slope") else "error"


def _without_label(work: Working) -> Expression:
    return edited(work.tree, lambda p: Gap(p.form, 0) if p.role == "label" else None)


def _error(work: Working, place: Place) -> Expression:
    """y_out − yy"""
    return minus(work.y(place.output), work.yy(place.output))


def _for_one(work: Working, place: Place) -> Expression:
    """yy/y_out"""
    return Quotient(work.yy(place.output), work.y(place.output))


def _for_zero(work: Working, place: Place) -> Expression:
    """(1 − yy)/(1 − y_out)"""
    return Quotient(minus(ONE, work.yy(place.output)), minus(ONE, work.y(place.output)))


def _spread(work: Working, place: Place) -> Expression:
    """α·(1 − α)"""
    alpha = work.alpha(place.output)
    return Product((alpha, minus(ONE, alpha)))


def _by_log_of(base: int, work: Working) -> Edits:
    ln = Symbol(rf"\ln {base}", math.log(base))
    if work.net.head in ("cross_entropy", "softmax"):
        yield None, work.replaced(_before(work), lambda place: Quotient(place, ln))
