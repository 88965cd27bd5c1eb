"""The notes' derivations line by line, exactly as they stand there with the errata corrected."""

from __future__ import annotations

import pytest

from lib.derivation import Variable, collapse, derive
from tests.derivation.states import seeded_state

W00, A21 = Variable("kernel", (0, 0)), Variable("image", (2, 1))

D_L, D_Y = r"\frac{\partial L}{\partial y_{out}}", r"\frac{\partial y_{out}}{\partial \alpha}"
HEAD = (
    r"\frac{y_{out} - yy}{y_{out} \cdot (1 - y_{out})} \cdot "
    r"\frac{e^{-\alpha}}{(1 + e^{-\alpha})^{2}}"
)

DERIVATION_1 = [
    rf"{D_L} \cdot \frac{{\partial y_{{out}}}}{{\partial w_{{00}}}}",
    rf"{D_L} \cdot {D_Y} \cdot \frac{{\partial \alpha}}{{\partial w_{{00}}}}",
    rf"{D_L} \cdot {D_Y} \cdot \Bigl( "
    r"\frac{\partial (w_{a} \cdot o_{00})}{\partial s_{0}} \cdot "
    r"\frac{\partial s_{0}}{\partial w_{00}} + "
    r"\frac{\partial (w_{b} \cdot o_{01})}{\partial s_{1}} \cdot "
    r"\frac{\partial s_{1}}{\partial w_{00}} + "
    r"\frac{\partial (w_{c} \cdot o_{10})}{\partial s_{2}} \cdot "
    r"\frac{\partial s_{2}}{\partial w_{00}} + "
    r"\frac{\partial (w_{d} \cdot o_{11})}{\partial s_{3}} \cdot "
    r"\frac{\partial s_{3}}{\partial w_{00}} \Bigr)",
    rf"{HEAD} \cdot \Bigl( "
    r"w_{a} \cdot \frac{e^{-s_{0}}}{(1 + e^{-s_{0}})^{2}} \cdot a_{00} + "
    r"w_{b} \cdot \frac{e^{-s_{1}}}{(1 + e^{-s_{1}})^{2}} \cdot a_{01} + "
    r"w_{c} \cdot \frac{e^{-s_{2}}}{(1 + e^{-s_{2}})^{2}} \cdot a_{10} + "
    r"w_{d} \cdot \frac{e^{-s_{3}}}{(1 + e^{-s_{3}})^{2}} \cdot a_{11} \Bigr)",
]

DERIVATION_2 = [
    rf"{D_L} \cdot \frac{{\partial y_{{out}}}}{{\partial a_{{21}}}}",
    rf"{D_L} \cdot {D_Y} \cdot \frac{{\partial \alpha}}{{\partial a_{{21}}}}",
    rf"{D_L} \cdot {D_Y} \cdot \Bigl( "
    r"\frac{\partial (w_{a} \cdot o_{00})}{\partial s_{0}} \cdot "
    r"\frac{\partial s_{0}}{\partial a_{21}} + "
    r"\frac{\partial (w_{b} \cdot o_{01})}{\partial s_{1}} \cdot "
    r"\frac{\partial s_{1}}{\partial a_{21}} + "
    r"\frac{\partial (w_{c} \cdot o_{10})}{\partial s_{2}} \cdot "
    r"\frac{\partial s_{2}}{\partial a_{21}} + "
    r"\frac{\partial (w_{d} \cdot o_{11})}{\partial s_{3}} \cdot "
    r"\frac{\partial s_{3}}{\partial a_{21}} \Bigr)",
    rf"{HEAD} \cdot \Bigl( "
    r"w_{a} \cdot \frac{e^{-s_{0}}}{(1 + e^{-s_{0}})^{2}} \cdot w_{21} + "
    r"w_{b} \cdot \frac{e^{-s_{1}}}{(1 + e^{-s_{1}})^{2}} \cdot w_{20} + "
    r"w_{c} \cdot \frac{e^{-s_{2}}}{(1 + e^{-s_{2}})^{2}} \cdot w_{11} + "
    r"w_{d} \cdot \frac{e^{-s_{3}}}{(1 + e^{-s_{3}})^{2}} \cdot w_{10} \Bigr)",
]


@pytest.mark.parametrize(
    ("variable", "lines", "labels"),
    [
        (W00, DERIVATION_1, ["N9", "N10", "N11", "N12"]),
        (A21, DERIVATION_2, ["N13"] * 4),
    ],
)
def test_the_notes_derivations_line_by_line(
    variable: Variable, lines: list[str], labels: list[str]
) -> None:
    derivation = derive(variable, seeded_state(0))
    assert [line.expression.latex() for line in derivation.lines] == lines
    assert [line.label for line in derivation.lines] == labels
    assert derivation.long.latex() == lines[3]
    assert derivation.left.latex() == rf"\frac{{\partial L}}{{\partial {lines[0][-7:-1]}}}"


def test_only_the_windows_that_contain_the_pixel_appear() -> None:
    state = seeded_state(0)
    counts = [
        [len(derive(Variable("image", (p, q)), state).terms) for q in range(4)] for p in range(4)
    ]
    assert counts == [[1, 2, 2, 1], [2, 4, 4, 2], [2, 4, 4, 2], [1, 2, 2, 1]]
    edge = derive(Variable("image", (0, 1)), state)
    assert edge.short.latex() == (
        r"(y_{out} - yy) \cdot (w_{a} \cdot \sigma'(s_{0}) \cdot w_{01} + "
        r"w_{b} \cdot \sigma'(s_{1}) \cdot w_{00})"
    )
    corner = derive(Variable("image", (3, 3)), state)
    assert corner.short.latex() == r"(y_{out} - yy) \cdot w_{d} \cdot \sigma'(s_{3}) \cdot w_{22}"
    for line in corner.lines:
        assert "s_{0}" not in line.expression.latex()


def test_dense_weight_map_cell_and_pre_activation_have_one_short_term() -> None:
    state = seeded_state(0)
    short = {
        "dense": r"(y_{out} - yy) \cdot o_{01}",
        "o": r"(y_{out} - yy) \cdot w_{b}",
        "s": r"(y_{out} - yy) \cdot w_{b} \cdot \sigma'(s_{1})",
    }
    for group, latex in short.items():
        assert derive(Variable(group, (1,)), state).short.latex() == latex


def test_the_collapse_step_by_step() -> None:
    state = seeded_state(0)
    quotient = r"\frac{y_{out} - yy}{y_{out} \cdot (1 - y_{out})}"
    assert [line.expression.latex() for line in collapse(state)] == [
        rf"{D_L} \cdot {D_Y}",
        HEAD,
        rf"{quotient} \cdot y_{{out}} \cdot (1 - y_{{out}})",
        "y_{out} - yy",
    ]
    assert derive(Variable("alpha"), state).lines == collapse(state)


def test_the_slope_at_the_output_in_the_notes_three_forms() -> None:
    derivation = derive(Variable("y_out"), seeded_state(0))
    assert [(line.label, line.expression.latex()) for line in derivation.lines] == [
        ("N4", r"-\Bigl[ \frac{yy}{y_{out}} - \frac{1 - yy}{1 - y_{out}} \Bigr]"),
        ("N5", r"-\frac{yy}{y_{out}} + \frac{1 - yy}{1 - y_{out}}"),
        ("N5", r"\frac{y_{out} - yy}{y_{out} \cdot (1 - y_{out})}"),
    ]
