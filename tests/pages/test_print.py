"""The page to print: what is given, the forward pass, the opened derivation or all of them."""

from __future__ import annotations

from lib.derivation import derive, variables
from lib.scenario import GEOMETRY
from lib.ui.lessons.backward.printing import SCOPE
from tests.pages.app import App, ordinary, replace
from tests.pages.reading import formulas

SCENARIO = replace(ordinary(8), variable="image-2-1")


def test_the_open_derivation_stands_on_it_with_its_numbers() -> None:
    app = App(SCENARIO, "print")
    state = SCENARIO.state()
    shown = formulas(app.markdown)
    derivation = derive(next(v for v in variables(GEOMETRY) if v.key == "image-2-1"), state)
    for line in derivation.lines:
        assert any(line.expression.latex() in latex for latex in shown)
        assert any(line.expression.latex(3) in latex for latex in shown)
    for given in ("w_{00} = ", "a_{33} = ", "w_{d} = ", "yy = "):
        assert any(given in latex for latex in shown)


def test_all_derivations_stand_on_it_when_chosen() -> None:
    app = App(SCENARIO, "print")
    app.test.session_state[SCOPE] = "all"
    app.run()
    shown = formulas(app.markdown)
    state = SCENARIO.state()
    for variable in variables(GEOMETRY):
        short = derive(variable, state).lines[0].expression.latex()
        assert any(short in latex for latex in shown), variable.key
