"""A hunt is the same for ever, has one right choice a step, and its bug changes something."""

from __future__ import annotations

from functools import cache

import pytest

from lib.derivation import Expression
from lib.practice import Hunt, hunt_in_code, hunt_in_derivation
from lib.practice.code_bugs import backward_lines
from lib.practice.lines import lines_of

NUMBERS = range(12)


@cache
def hunts() -> tuple[Hunt, ...]:
    return tuple(make(n) for n in NUMBERS for make in (hunt_in_derivation, hunt_in_code))


def text(line: Expression | str) -> str:
    return line if isinstance(line, str) else line.latex()


def test_each_choice_has_one_right_option() -> None:
    for hunt in hunts():
        assert hunt.wrong < set(range(len(hunt.lines)))
        assert 2 <= len(hunt.names) <= 4
        assert len({name.kind for name in hunt.names}) == len(hunt.names)
        assert hunt.names[hunt.name] == hunt.mistake
        assert 2 <= len({text(line) for line in hunt.repairs}) == len(hunt.repairs) <= 4


def test_the_lines_but_the_wrong_ones_and_what_follows_are_right() -> None:
    for hunt in hunts():
        if hunt.variable is None:
            right = [text(line) for line in backward_lines()]
            shown = [text(line) for _, line in hunt.lines]
            assert [
                n for n, pair in enumerate(zip(right, shown, strict=True)) if len(set(pair)) > 1
            ] == [*hunt.wrong]
            assert hunt.repairs[hunt.repair] == right[int(hunt.at)].strip()
            continue
        item = hunt.instance.item(hunt.variable)
        rights = lines_of(item)
        for n, (key, line) in enumerate(hunt.lines):
            assert isinstance(line, Expression)
            assert r"\underline" not in line.latex(), "nothing marks it"
            if key not in ("sum", "product"):
                assert (line.latex() != rights[key].latex()) == (n in hunt.wrong)
        *_, (last, product) = hunt.lines
        assert last == "product"
        assert isinstance(product, Expression)
        assert product.value == pytest.approx(item.wrong[hunt.mistake], rel=1e-9)
        assert text(hunt.repairs[hunt.repair]) == rights[hunt.at].form.latex()


def test_the_nudge_is_right_and_tells_both_ways() -> None:
    told = set()
    for hunt in hunts()[:14]:
        nudged = hunt.nudged
        right = hunt.instance.item(nudged.variable).right
        assert nudged.nudge == pytest.approx(right, rel=1e-6)
        assert nudged.variable != hunt.variable
        assert nudged.noticed == (abs(nudged.wrong - right) > 1e-6 * abs(right))
        told.add(nudged.noticed)
    assert told == {True, False}


def test_a_number_stands_for_one_hunt() -> None:
    """Frozen: a link that names a bug shows that bug for ever."""
    found = [(hunt.mistake.key, hunt.at, hunt.variable) for hunt in hunts()[:8]]
    assert [key for key, *_ in found] == FROZEN
    again = hunt_in_derivation(3)
    assert again.names == hunt_in_derivation(3).names


FROZEN = [
    "no_dense_weight",
    "no_inner_minus",
    "alpha_in_output_slope",
    "reversed_map",
    "no_loss_slope",
    "slope_twice",
    "squared_error",
    "no_kernel_weight",
]
