"""Help points at the line and the part that the mistake touches; what it shows is accepted."""

from __future__ import annotations

import pytest

from lib.derivation import plain_number
from lib.practice import (
    Item,
    Mistake,
    Verdict,
    bugs,
    diagnose,
    help_after,
    line_keys,
    line_values,
    right_lines,
)
from lib.practice.lines import lines_of
from tests.practice.test_diagnose import certified_items, on_notes


def named(mistake: Mistake) -> Verdict:
    return Verdict("named", mistakes=(mistake,))


@pytest.mark.parametrize(
    ("mistake", "line", "role", "factor"),
    [
        (Mistake("no_sigmoid_slope"), "term-0", "slope", r"\sigma'(s_{0})"),
        (Mistake("not_shifted"), "term-1", "meets", "a_{01}"),
        (Mistake("window_left_out", 3), "sum", "term", r"w_{d} \cdot \sigma'(s_{3}) \cdot a_{11}"),
        (Mistake("no_label"), "output_slope", "label", "yy"),
        (Mistake("no_output_slope"), "product", "alpha_slope", r"\sigma'(\alpha)"),
    ],
)
def test_where_to_look(mistake: Mistake, line: str, role: str, factor: str) -> None:
    found = help_after(on_notes(), named(mistake))
    assert (found.line, found.factor.role, found.factor.latex()) == (line, role, factor)
    assert found.rungs == ("where", "factor", "worked"), "the verdict has said which kind it is"


def items() -> tuple[Item, ...]:
    return certified_items()[::50]


def test_every_mistake_has_help_and_its_right_lines_are_right() -> None:
    for item in items():
        for bug in bugs(item):
            found = help_after(item, named(bug.mistake))
            assert found.line == bug.line
            right = {id(place) for place in item.work.places}
            assert id(found.factor) in right, "never a wrong part"
            lines = right_lines(item, bug.mistake)
            assert bug.line not in lines
            assert set(lines) < set(line_keys(item))


def test_without_a_name_help_is_about_a_line() -> None:
    item = on_notes()
    for verdict in (None, Verdict("unknown"), Verdict("unreadable")):
        found = help_after(item, verdict)
        assert found.mistake is None
        assert (found.line, found.rungs[1]) == ("output_slope", "kind")
        assert help_after(item, verdict, "term-2").line == "term-2"


def test_every_number_that_help_shows_is_accepted_as_it_stands() -> None:
    for item in items():
        found = help_after(item, None)
        assert diagnose(item, plain_number(found.worked.value, 6)).outcome == "right"
        for key, value in line_values(item).items():
            shown = help_after(item, None, key).formula
            assert shown is lines_of(item)[key]
            assert shown.value == pytest.approx(value, rel=1e-9)
