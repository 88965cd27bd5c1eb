"""N1 to N13 as the app prints them, against the notes' own words."""

from __future__ import annotations

import pytest

from lib.derivation import State, derive, variables
from lib.derivation.notes import FIRST, LABELS, SECOND, equations
from lib.derivation.pattern import Reference, references
from lib.scenario import GEOMETRY
from tests.derivation.states import seeded_state

STATE = seeded_state(3)
BY_LABEL = {equation.label: equation.lines for equation in equations(STATE)}


def test_all_thirteen_stand_in_their_order() -> None:
    assert tuple(BY_LABEL) == LABELS
    assert [len(lines) for lines in BY_LABEL.values()] == [2, 1, 1, 1, 2, 1, 2, 1, 1, 1, 1, 1, 4]


@pytest.mark.parametrize(
    ("label", "line"),
    [
        ("N3", r"L = -[yy \cdot \log y_{out} + (1 - yy) \cdot \log (1 - y_{out})]"),
        ("N6", r"\sigma(x) = \frac{1}{1 + e^{-x}}"),
        (
            "N8",
            r"\alpha = w_{a} \cdot o_{00} + w_{b} \cdot o_{01} "
            r"+ w_{c} \cdot o_{10} + w_{d} \cdot o_{11}",
        ),
    ],
)
def test_an_equation_is_the_notes(label: str, line: str) -> None:
    assert BY_LABEL[label] == (line,)


def test_the_derivations_are_those_that_backward_shows() -> None:
    first, second = derive(FIRST, STATE), derive(SECOND, STATE)
    for label, line in zip(("N9", "N10", "N11", "N12"), first.lines, strict=True):
        assert BY_LABEL[label] == (f"{first.left.latex()} = {line.expression.latex()}",)
    assert BY_LABEL["N13"][3].endswith(second.lines[3].expression.latex())
    for pair in ("w_{21}", "w_{20}", "w_{11}", "w_{10}"):
        assert pair in BY_LABEL["N13"][3]


def test_other_numbers_print_the_same_equations() -> None:
    assert equations(seeded_state(4)) == equations(STATE)


def test_only_the_notes_own_lines_are_them() -> None:
    def told(state: State) -> dict[str, tuple[Reference | None, ...]]:
        return {v.key: references(derive(v, state)) for v in variables(GEOMETRY)}

    found = told(STATE)
    itself = {key for key, all_of in found.items() if any(r and r.itself for r in all_of)}
    assert itself == {"kernel-0-0", "image-2-1", "y_out"}
    for key, labels in (
        ("kernel-1-1", ["N9", "N10", "N11", "N12"]),
        ("dense-2", ["N9", "N10", "N11", "N12"]),
        ("image-0-0", ["N13"] * 4),
    ):
        assert [r.label for r in found[key] if r] == labels
        assert found[key][-1] is None, "the notes never collapse the first two factors"
    assert found["alpha"] == (None,) * 4
    for variable in variables(GEOMETRY):
        assert len(found[variable.key]) == len(derive(variable, STATE).shown)
