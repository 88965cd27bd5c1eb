"""The first wrong line is found; what follows from it is told so; nothing is won by typing 0."""

from __future__ import annotations

from functools import reduce
from operator import mul
from unittest import mock

import pytest

from lib.derivation import Variable
from lib.practice.item import Instance, Item
from lib.practice.judge_lines import FALSE, judge_lines
from lib.practice.ladder import help_after
from lib.practice.lines import line_keys, line_mistakes, line_values
from lib.practice.mistakes import Mistake
from lib.practice.verdict import Verdict
from tests.practice.states import notes
from tests.practice.test_diagnose import certified_items, on_notes

W00 = Variable("kernel", (0, 0))


def typed(values: dict[str, float], digits: int = 5) -> dict[str, str]:
    return {key: f"{value:.{digits - 1}e}" for key, value in values.items()}


def worked_on(values: dict[str, float]) -> dict[str, float]:
    """The later lines worked out from the earlier ones as they stand, by the right rule."""
    terms = [value for key, value in values.items() if key.startswith("term")]
    if "sum" in values:
        values["sum"] = sum(terms)
    last = [values.get("sum", *terms[:1])] if terms else []
    before = [values[key] for key in ("output_slope", "alpha_slope") if key in values]
    if before:
        values["product"] = reduce(mul, [*before, *last])
    return values


def with_one_mistake(item: Item, key: str, wrong: float) -> dict[str, float]:
    values = dict(line_values(item))
    values[key] = wrong
    if key == "product":
        return values
    if key == "sum":
        values["product"] = values["output_slope"] * values["alpha_slope"] * wrong
        return values
    return worked_on(values)


def test_the_lines_of_each_kind_of_variable() -> None:
    assert line_keys(on_notes(W00)) == (
        *("output_slope", "alpha_slope", "term-0", "term-1", "term-2", "term-3"),
        *("sum", "product"),
    )
    assert line_keys(on_notes(Variable("image", (0, 3)))) == (
        *("output_slope", "alpha_slope", "term-1", "product"),
    )
    assert line_keys(on_notes(Variable("alpha"))) == ("output_slope", "alpha_slope", "product")
    assert line_keys(on_notes(Variable("y_out"))) == ("product",)


@pytest.mark.parametrize("digits", [3, 4, 6])
def test_right_lines_are_right(digits: int) -> None:
    for item in certified_items()[::7]:
        for verdict in judge_lines(item, typed(line_values(item), digits)):
            assert verdict.outcome == "right"
            assert not verdict.first


def test_one_mistake_is_found_where_it_was_made_and_the_rest_follows() -> None:
    count = 0
    for item in certified_items()[::17]:
        right = line_values(item)
        for key in line_keys(item):
            earlier = line_keys(item)[: line_keys(item).index(key)]
            others = [line for line in earlier if {line[:4], key[:4]} != {"term"}]
            before = {m for line in others for m in line_mistakes(item, line)}
            for mistake, wrong in line_mistakes(item, key).items():
                near = abs(wrong - right[key]) <= 0.02 * abs(right[key])
                if near or mistake in before:  # it would have been made before
                    continue
                values = with_one_mistake(item, key, wrong)
                changed = [k for k in values if abs(values[k] - right[k]) > 0.01 * abs(right[k])]
                verdicts = {v.key: v for v in judge_lines(item, typed(values))}
                count += 1
                assert [k for k, v in verdicts.items() if v.first] == [key], (mistake, key)
                assert mistake in verdicts[key].mistakes
                for other, verdict in verdicts.items():
                    if other != key:
                        expected = ("follows",) if other in changed else ("right", "detached")
                        assert verdict.outcome in expected, (mistake, key, other, verdict)
    assert count > 300


def test_a_later_line_that_is_right_does_not_follow() -> None:
    item = on_notes(W00)
    values = dict(line_values(item))
    values["sum"] *= 1.5
    verdicts = {v.key: v for v in judge_lines(item, typed(values))}
    assert verdicts["sum"].outcome == "unknown"
    assert verdicts["sum"].first
    assert (verdicts["product"].outcome, verdicts["product"].source) == ("detached", "sum")


def test_nothing_is_won_by_typing_what_makes_it_trivial() -> None:
    item = on_notes(W00)
    own = [float(x) for x in notes().image.flat]
    for trivial in (0.0, 1.0, -1.0, own[4], 1e5):
        values = dict(line_values(item)) | {"output_slope": trivial}
        values["product"] = trivial * values["alpha_slope"] * values["sum"]
        verdicts = {v.key: v for v in judge_lines(item, typed(values))}
        assert verdicts["output_slope"].outcome in FALSE
        assert verdicts["product"].outcome in FALSE, trivial


def test_a_recognised_value_is_carried_even_if_it_is_trivial() -> None:
    item = on_notes(W00)
    values = dict(line_values(item)) | {"alpha_slope": float(notes().values.y_out)}
    verdicts = {v.key: v for v in judge_lines(item, typed(worked_on(values)))}
    assert verdicts["alpha_slope"].mistakes == (Mistake("sigmoid_for_output_slope"),)
    assert verdicts["product"].outcome == "follows"


def test_a_second_mistake_on_own_values_is_found_too() -> None:
    item = on_notes(W00)
    values = dict(line_values(item))
    values["alpha_slope"] = float(notes().values.y_out)
    values["sum"] = sum(values[f"term-{k}"] for k in range(4)) / 4
    values["product"] = -values["output_slope"] * values["alpha_slope"] * values["sum"]
    verdicts = {v.key: v for v in judge_lines(item, typed(values))}
    assert verdicts["sum"].mistakes == (Mistake("averaged"),)
    assert verdicts["product"].mistakes == (Mistake("sign"),)
    assert [key for key, verdict in verdicts.items() if verdict.first] == ["alpha_slope"]


def test_lines_left_out_and_lines_that_are_no_number() -> None:
    item = on_notes(W00)
    values = typed(line_values(item))
    outcomes = {
        v.key: v.outcome
        for v in judge_lines(item, {"sum": values["sum"], "product": "w", "nonsense": "1"})
    }
    assert outcomes["sum"] == "right"
    assert outcomes["product"] == "unreadable"
    assert outcomes["output_slope"] == "empty"
    assert set(outcomes) == set(line_keys(item))
    without = line_values(item) | {"product": item.wrong[Mistake("no_sigmoid_slope")]}
    only = judge_lines(item, {"product": f"{without['product']:.3e}"})
    assert only[-1].mistakes == (Mistake("no_sigmoid_slope"),)


def test_few_digits_of_a_right_line() -> None:
    item = on_notes(W00)
    verdicts = {v.key: v for v in judge_lines(item, {"product": "0.01"})}
    assert verdicts["product"].outcome == "rounded"


def test_a_failure_inside_is_no_verdict() -> None:
    with mock.patch("lib.practice.judge_lines.value_over", side_effect=ZeroDivisionError):
        verdicts = judge_lines(Instance.of_state(notes()).item(W00), {"product": "0.5"})
    assert [v.outcome for v in verdicts if v.key == "product"] == ["unjudged"]


def test_the_other_sign_of_a_line_is_told_as_the_sign() -> None:
    count = 0
    for item in certified_items()[::23]:
        right = line_values(item)
        for key in ("output_slope", "alpha_slope"):
            if key not in right:
                continue
            values = worked_on(right | {key: -right[key]})
            verdicts = {v.key: v for v in judge_lines(item, typed(values))}
            assert verdicts[key].first
            assert verdicts[key].outcome in ("named", "ask"), (item.variable, key)
            assert key == "alpha_slope" or Mistake("sign") in verdicts[key].mistakes
            assert verdicts["product"].outcome == "follows"
            count += 1
    assert count > 20


def test_help_for_the_sign_of_a_line_leads_to_that_line() -> None:
    item = on_notes(W00)
    verdict = Verdict("named", mistakes=(Mistake("sign"),))
    assert help_after(item, verdict, "output_slope").line == "output_slope"
    assert help_after(item, verdict).line == "product"
