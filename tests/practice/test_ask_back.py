"""A second answer tells mistakes apart, or shows that the method is known."""

from __future__ import annotations

from lib.practice import Verdict, diagnose, told_apart
from tests.practice.test_diagnose import certified_items, on_notes


def asked_back() -> list[Verdict]:
    item = on_notes()
    found = [diagnose(item, f"{value:.4g}") for value in item.wrong.values()]
    return [verdict for verdict in found if verdict.question is not None]


def test_the_mistake_that_was_made_is_left() -> None:
    seen = 0
    for item in [on_notes(), *certified_items()[::60]]:
        for mistake, value in item.wrong.items():
            verdict = diagnose(item, f"{value:.4g}")
            if verdict.question is None or mistake not in verdict.mistakes:
                continue
            seen += 1
            other = item.instance.item(verdict.question)
            again = f"{other.answer_with(mistake):.5g}"
            assert told_apart(item.instance, verdict, again) == (mistake,)
    assert seen > 20


def test_a_right_second_answer_and_one_that_fits_nothing() -> None:
    item = on_notes()
    for verdict in asked_back():
        assert verdict.question is not None
        other = item.instance.item(verdict.question)
        assert told_apart(item.instance, verdict, f"{other.right:.5g}") is None
        assert told_apart(item.instance, verdict, "123.45") == ()
        assert told_apart(item.instance, verdict, "no number") == ()
    assert told_apart(item.instance, Verdict("unknown"), "1") == ()
