"""One string, one sheet, for ever; its keys are right."""

from __future__ import annotations

import hashlib

import pytest

from lib.practice.diagnose import diagnose
from lib.practice.sheets import VERSION, class_sheets, sheet, sheet_name

FROZEN = "35dc13b1e603c9c0af0688d85011b47e226e67ddb7322262a12893549934b8f0"
"""Of a hundred sheets of version 1: seeds, variables and keys. It may never change."""


def test_a_hundred_sheets_never_change() -> None:
    written = []
    for word in ("red-fox", "class-7b", "a", "2026"):
        for one in class_sheets(word, 25):
            asked = [f"{q.item.variable.key}={q.right:.9g}" for q in one.questions]
            written.append(f"{one.name} {one.seed} {' '.join(asked)}")
    assert len(written) == 100
    assert hashlib.sha256("\n".join(written).encode()).hexdigest() == FROZEN


def test_no_two_students_of_a_class_have_the_same_numbers() -> None:
    made = class_sheets("red-fox", 30)
    assert len({one.seed for one in made}) == 30
    assert class_sheets("red-fox", 3)[2].questions[0].right == made[2].questions[0].right
    assert {one.seed for one in made} != {one.seed for one in class_sheets("blue-fox", 30)}


def test_a_sheet_from_its_string_alone_is_the_class_s() -> None:
    of_class = class_sheets("class-7b", 12)[11]
    alone = sheet("1.class-7b.12")
    assert alone.seed == of_class.seed
    assert [q.right for q in alone.questions] == [q.right for q in of_class.questions]
    assert [q.symbol for q in alone.questions] == [q.symbol for q in of_class.questions]


def test_what_a_sheet_asks_and_its_keys() -> None:
    for one in class_sheets("keys", 5):
        variables = [question.item.variable for question in one.questions]
        assert len(set(variables)) == len(variables) >= 4
        assert [v.group for v in variables][:3] == ["dense", "s", "kernel"]
        assert variables[-1].group == "image"
        for question in one.questions:
            right = one.instance.state.gradient(question.item.variable)
            assert question.right == pytest.approx(right, rel=1e-12)
            assert diagnose(question.item, f"{question.right:.3e}").digits == 4
            assert len({f"{value:.3e}" for value, _ in question.wrong}) == len(question.wrong) > 15
            for value, mistake in question.wrong:
                assert mistake in diagnose(question.item, f"{value:.3e}").mistakes


@pytest.mark.parametrize(
    "name",
    ["", "1.fox", "1.Fox.3", "2.fox.3", "1.fox.0", "1.fox.1000", "1.fox.-1", "1.f x.3", "1..3"],
)
def test_another_string_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="sheet: wanted 1"):
        sheet(name)


def test_names() -> None:
    assert sheet_name("fox", 7) == f"{VERSION}.fox.7"
    with pytest.raises(ValueError, match="sheet: wanted"):
        sheet_name("fox\n", 7)
