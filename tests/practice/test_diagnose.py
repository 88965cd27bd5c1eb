"""An answer gets one verdict: right, a name, a question back, or a plain "not known"."""

from __future__ import annotations

import random
import re
from functools import cache
from unittest import mock

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.derivation import State, Variable, plain_number, variables
from lib.network import Parameters
from lib.practice.certified import GEOMETRY, exercises
from lib.practice.diagnose import diagnose, question
from lib.practice.item import Instance, Item, instances_of_seeds
from lib.practice.mistakes import Mistake
from lib.practice.saying import say_verdict
from tests.derivation.states import states
from tests.practice.states import notes
from tests.practice.test_mistakes import BROUGHT

UNFILLED = re.compile(r"\{(?!out\}|[0-3a-d]{1,2}\})")
W00 = Variable("kernel", (0, 0))


@cache
def on_notes(variable: Variable = W00) -> Item:
    return Instance.of_state(notes()).item(variable)


@cache
def certified_items() -> tuple[Item, ...]:
    """Every certified item of twenty instances."""
    some = exercises()[::150]
    made = instances_of_seeds([exercise.seed for exercise in some])
    return tuple(
        instance.item(variable)
        for exercise, instance in zip(some, made, strict=True)
        for variable in exercise.variables
    )


@pytest.mark.parametrize(("mistake", "value"), BROUGHT.items())
def test_what_learners_bring_is_named_or_asked_about(mistake: Mistake, value: float) -> None:
    verdict = diagnose(on_notes(), f"{value:.4g}")
    assert mistake in verdict.mistakes
    assert verdict.outcome in ("named", "ask")
    assert not verdict.certain


def test_the_right_answer_in_any_spelling() -> None:
    for text in ("0.01096414", "0,01096", "1.096·10⁻²", "1.096e-2", "+.01096", "0.0110"):
        assert diagnose(on_notes(), text).outcome == "right", text
    assert diagnose(on_notes(), "0.01096").digits == 4
    assert diagnose(on_notes(), "0.0110").digits == 3
    assert diagnose(on_notes(), "0.01097").digits == 3
    assert diagnose(on_notes(), "0.01108").outcome != "right"


def test_a_sign_is_never_right() -> None:
    assert diagnose(on_notes(), "-0.01096").mistakes == (Mistake("sign"),)
    assert diagnose(on_notes(), "−0.01096").outcome == "named"


def test_what_is_no_number_is_never_wrong() -> None:
    for text, reason in (("", "empty"), ("1,234", "two_readings"), ("w", "not_a_number")):
        verdict = diagnose(on_notes(), text)
        assert (verdict.outcome, verdict.reason) == ("unreadable", reason)


def test_few_digits_bring_no_name() -> None:
    for item in certified_items()[::20]:
        for value in item.wrong.values():
            assert diagnose(item, f"{value:.1e}").outcome not in ("named", "ask")


def test_every_single_mistake_is_named_or_asked_about() -> None:
    for item in certified_items():
        for mistake, value in item.wrong.items():
            verdict = diagnose(item, f"{value:.3e}")
            assert mistake in verdict.mistakes
            assert len(verdict.mistakes) <= 3
            assert verdict.outcome in ("named", "ask", "rounded", "more_digits")
            assert verdict.outcome != "named" or verdict.mistakes == (mistake,)


def test_a_rare_mistake_takes_five_digits() -> None:
    rare = Mistake("loss_for_slope")
    value = on_notes().wrong[rare]
    assert diagnose(on_notes(), f"{value:.3e}").outcome == "ask"
    assert diagnose(on_notes(), f"{value:.4e}").outcome == "named"


def test_the_question_tells_them_apart() -> None:
    corner = Instance.of_state(notes()).item(Variable("image", (0, 3)))
    pair = (Mistake("flipped_kernel"), Mistake("transposed_kernel"))
    assert corner.wrong[pair[0]] == pytest.approx(corner.wrong[pair[1]], rel=1e-12)
    verdict = diagnose(corner, f"{corner.wrong[pair[0]]:.3e}")
    assert verdict.outcome == "ask"
    assert set(pair) <= set(verdict.mistakes)
    assert verdict.question is not None
    assert verdict.question.group == "image"
    other = corner.instance.item(verdict.question)
    answers = {f"{other.answer_with(mistake):.3e}" for mistake in verdict.mistakes}
    assert len(answers) == len(verdict.mistakes)
    assert question(corner, ()) is None


@given(st.data())
@settings(max_examples=20)
def test_the_right_method_rounded_early_is_not_accused(data: st.DataObject) -> None:
    item = data.draw(st.sampled_from(certified_items()))
    for run in item.rounded:
        for digits in (3, 4, 5):
            assert diagnose(item, f"{run:.{digits - 1}e}").outcome != "named"


def test_a_zero_that_is_right_and_one_that_is_not() -> None:
    state = State.of(Parameters(np.zeros((3, 3)), np.zeros(4)), np.zeros((4, 4)), 0.0)
    flat = Instance.of_state(state)
    assert diagnose(flat.item(W00), "0").outcome == "right"
    assert diagnose(flat.item(W00), "0.0001").outcome == "unknown"
    assert diagnose(on_notes(), "0").outcome == "ask"  # the other class alone: nothing is left
    assert diagnose(on_notes(), "0").mistakes == (Mistake("second_class_only"),)
    assert diagnose(on_notes(Variable("dense", (0,))), "0.00").mistakes


def test_windows_that_cancel_are_judged_on_their_scale() -> None:
    image = np.zeros((4, 4))
    image[0, 0], image[0, 1] = 1.0, 1.0 + 1e-9
    opposite = State.of(Parameters(np.zeros((3, 3)), [1.0, -1.0, 0.5, 0.5]), image, 1.0)
    item = Instance.of_state(opposite).item(W00)
    assert 0 < abs(item.right) < 1e-8 * item.scale
    assert diagnose(item, "0").outcome == "right"
    assert diagnose(item, f"{item.scale / 100:.3e}").outcome != "right"


def test_a_failure_inside_is_no_verdict_on_the_answer() -> None:
    with mock.patch("lib.practice.diagnose.judge", side_effect=ZeroDivisionError):
        assert diagnose(on_notes(), "0.5").outcome == "unjudged"


@settings(max_examples=15)
@given(states(), st.floats(-10, 10), st.integers(1, 8))
def test_any_network_any_number(state: State, value: float, digits: int) -> None:
    instance = Instance.of_state(state)
    for variable in variables(state.geometry)[::5]:
        item = instance.item(variable)
        assert diagnose(item, f"{value:.{digits}g}").outcome not in ("unreadable", "unjudged")
        right = diagnose(item, repr(item.right))
        assert right.outcome == "right"
        assert right.mistakes == ()


def test_what_the_page_prints_is_accepted_as_typed() -> None:
    instance = Instance.of_state(notes())
    for variable in variables(GEOMETRY):
        item = instance.item(variable)
        for precision in (3, 6, 17):
            assert diagnose(item, plain_number(item.right, precision)).outcome == "right"


def test_ten_thousand_texts_get_a_verdict() -> None:
    rng = random.Random(11)
    alphabet = "0123456789.,-−+eE·x×*^()/ ⁻⁷%$abσ。０\u00a0\n"
    items = certified_items()
    outcomes = set()
    for index in range(10_000):
        item = items[index % len(items)]
        if index % 2:
            text = "".join(rng.choices(alphabet, k=rng.randrange(12)))
        else:
            near = rng.choice([item.right, *item.wrong.values()])
            text = f"{near * rng.choice((1, 1, -1, 10, 0.1)):.{rng.randrange(6)}e}"
        verdict = diagnose(item, text)
        outcomes.add(verdict.outcome)
        assert verdict.outcome != "unjudged", text
        assert verdict == diagnose(item, text)
        for language in ("en", "zh"):
            assert not UNFILLED.search(say_verdict(verdict, GEOMETRY, language))
    assert outcomes >= {"right", "named", "ask", "more_digits", "unknown", "unreadable"}
