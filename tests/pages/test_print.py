"""The page to print: what is given, the forward pass, the opened derivation or all of them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from lib.derivation import derive, variable_from_key, variables
from lib.derivation.document import latex_document
from lib.scenario import GEOMETRY, decode, preset
from lib.text import backward as words
from lib.text.sidebar import PRESET_NAMES
from lib.ui.state import keys
from tests.pages.app import App, ordinary, replace
from tests.pages.reading import formulas

SCENARIO = replace(ordinary(8), variable="image-2-1")


def test_the_open_derivation_stands_on_it_with_its_numbers() -> None:
    app = App(SCENARIO, "print")
    state = SCENARIO.state()
    shown = formulas(app.markdown)
    derivation = derive(next(v for v in variables(GEOMETRY) if v.key == "image-2-1"), state)
    for line in derivation.shown:
        assert any(line.expression.latex() in latex for latex in shown)
        assert any(line.expression.latex(3) in latex for latex in shown)
    for given in ("w_{00} = ", "a_{33} = ", "w_{d} = ", "yy = "):
        assert any(given in latex for latex in shown)


def test_all_derivations_stand_on_it_when_chosen() -> None:
    app = App(replace(SCENARIO, look="print"), "backward")
    app.test.segmented_control(key=keys.choice("print_all")).set_value(True)
    link = app.run().component(keys.ADDRESS)["link"]
    app = App(link=link, page="print")
    shown = formulas(app.markdown)
    state = SCENARIO.state()
    for variable in variables(GEOMETRY):
        short = derive(variable, state).lines[0].expression.latex()
        assert any(short in latex for latex in shown), variable.key


@pytest.mark.parametrize("key", ["kernel-1-1", "image-0-1", "dense-2", "s-0", "alpha", "y_out"])
def test_screen_print_code_and_document_have_the_same_lines(key: str) -> None:
    scenario = replace(preset("saturated"), variable=key, look="code")
    derivation = derive(variable_from_key(key, GEOMETRY), scenario.state())
    wanted = [line.expression.latex() for line in derivation.shown]
    wanted += [line.expression.latex(3) for line in derivation.shown]
    assert derivation.short.latex() in wanted
    screen = App(scenario, "backward")
    (block,) = [code.value for code in screen.test.code if "{aligned}" in code.value]
    on_screen, on_print = formulas(screen.markdown), formulas(App(scenario, "print").markdown)
    document = latex_document([derivation], scenario.state(), 3)
    for latex in wanted:
        # the sheet of the lines and the look at the code beside it both have each line
        assert sum(shown_in(latex, shown) for shown in on_screen) >= 2
        assert any(shown_in(latex, shown) for shown in on_print)
        assert f"&= {latex} \\\\\n" in block
        assert f"= {latex}}}" in document


def shown_in(latex: str, shown: str) -> bool:
    """Whether a line of the page is the formula: after its first =, before its value."""
    return f"= {latex}" in shown and shown.partition("= ")[2].startswith(latex)


def test_what_float64_loses_is_said_wherever_the_long_form_stands() -> None:
    scenario = replace(preset("saturated"), variable="kernel-1-1", look="code")
    derivation = derive(variable_from_key("kernel-1-1", GEOMETRY), scenario.state())
    assert derivation.loses_digits
    told = words.LOSES.say("en", textbook="∞", value="0.181")
    assert told in App(scenario, "print").warnings
    screen = App(scenario, "backward")
    assert told in screen.warnings
    (block,) = [code.value for code in screen.test.code if "{aligned}" in code.value]
    assert r"float64 here. It comes out as $\infty$.}" in block
    assert words.LOSES.say("en", textbook="∞", value="0.181") not in App(SCENARIO, "print").warnings
    assert not App(SCENARIO, "print").warnings


def test_the_head_names_the_numbers_and_leads_back_to_the_same_page() -> None:
    named = replace(SCENARIO, print_all=True, name="1. Sheet (x), 3 - 4 -- y")
    app = App(named, "print")
    first, link = (str(text.value) for text in app.test.text)
    day = datetime.now(UTC).date().isoformat()
    assert first == f"{named.name} · {day}"
    assert decode(link.partition("?s=")[2]) == named
    assert not any(named.name in text for text in app.markdown)
    unnamed = App(replace(preset("saturated"), language="zh"), "print")
    assert str(unnamed.test.text[0].value) == f"{PRESET_NAMES['saturated'].zh} · {day}"
