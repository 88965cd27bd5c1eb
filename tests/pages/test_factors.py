"""What the lines of Backward tell of their factors, and the way from one derivation to another."""

from __future__ import annotations

import re

import pytest

from lib.derivation import PRECISIONS, Precision, derive, variables
from lib.derivation.factors import factors
from lib.derivation.marked import MARKS
from lib.derivation.plain import plain
from lib.derivation.rules import rules
from lib.scenario import GEOMETRY, preset
from lib.text import backward as words
from lib.text import worked
from tests.pages.app import App, ordinary, replace
from tests.pages.reading import agrees, number

KEYS = ("kernel-1-1", "image-0-0", "image-2-1", "dense-2", "o-3", "s-0", "alpha", "y_out")


def told(app: App) -> dict[str, str]:
    """Name and value of every factor on the sheet."""
    all_of = app.data("lines")["beside"]["now"]["told"]
    return dict(text.split(" = ") for _, text, *_ in all_of)


@pytest.mark.parametrize("precision", PRECISIONS)
def test_a_factor_tells_its_name_and_value(precision: Precision) -> None:
    scenario = replace(ordinary(5), precision=precision)
    for key in KEYS:
        app = App(replace(scenario, variable=key), "backward")
        state = scenario.state()
        variable = next(v for v in variables(GEOMETRY) if v.key == key)
        found = told(app)
        for factor in factors(derive(variable, state), state).all():
            name = plain(factor.expression.latex())
            if factor.role != "error":
                assert agrees(found[name], factor.value, precision)
        assert agrees(found[f"∂L/∂{plain(state.symbol(variable).name)}"], state.gradient(variable), precision)  # fmt: skip  # noqa: E501
        assert agrees(found["yy"], state.label, precision)
        assert (words.ROUNDED.say("en", digits=precision) in app.markdown) == (precision != 17)


def test_what_lights_up_is_on_the_page() -> None:
    app = App(replace(ordinary(5), variable="kernel-1-1"), "backward")
    keys = {key for key, *_ in app.data("lines")["beside"]["now"]["told"]} - {""}
    shown = {"label"} | {
        v.key for v in variables(GEOMETRY) if v.group in ("kernel", "dense", "image")
    }
    for part in ("gradients", "values"):
        shown |= {cell["lights"] for grid in app.component(part)["grids"] for cell in grid["cells"]}
    assert keys <= shown
    assert {"sigma:s-0", "sigma:alpha", "slope:y_out", "slope:alpha", "dense-3", "label"} <= keys


def test_the_numbers_of_the_lines_stand_in_the_strip() -> None:
    app = App(preset("notes"), "backward")
    data = app.component("values")
    shown = dict(spoken.split(" = ") for _, _, spoken, *_ in data["cells"])
    assert len(shown) == 15
    found = told(app)
    for name in ("σ′(s₀)", "σ′(s₃)", "α", "yₒᵤₜ", "s₁", "o₁₀"):
        assert number(shown[name]) == number(found[name])
    assert number(shown["σ′(α)"]) == number(found["∂yₒᵤₜ/∂α"])


@pytest.mark.parametrize("key", KEYS)
def test_every_line_says_its_rule(key: str) -> None:
    app = App(replace(preset("notes"), variable=key, language="zh"), "backward")
    blocks = [b for b in app.component("lines")["blocks"] if b[0] == "formula" and b[4]]
    variable = next(v for v in variables(GEOMETRY) if v.key == key)
    state = preset("notes").state()
    derivation = derive(variable, state)
    symbol, count = plain(derivation.left.bottom), len(derivation.terms)
    assert [note for _, _, _, note, _ in blocks] == [
        words.RULES[rule].filled(symbol=symbol, k=count).zh for rule in rules(derivation, state)
    ]


def test_the_way_back_leads_through_what_was_open() -> None:
    app = App(replace(ordinary(6), variable="kernel-1-1"), "backward")
    back = words.BACK_TO.say("en", partial=r"$\partial L/\partial w_{11}$")
    assert back not in [button.label for button in app.test.button]
    app.press(words.COLLAPSE.en)
    assert app.scenario.variable == "alpha"
    app.pick("lines", "y_out")
    assert app.scenario.variable == "y_out"
    app.open("forward").open("backward")
    app.press(words.BACK_TO.say("en", partial=r"$\partial L/\partial \alpha$"))
    assert app.scenario.variable == "alpha"
    app.press(back)
    assert app.scenario.variable == "kernel-1-1"
    assert not [b for b in app.test.button if b.label.startswith("Back to $")]
    app.pick("lines", "no such variable")
    assert app.scenario.variable == "kernel-1-1"


def test_a_worked_example_shows_what_was_published() -> None:
    app = App(replace(preset("shared_weight"), precision=6), "backward")
    table = next(one for one in app.tables if worked.PUBLISHED.en in one.columns)
    assert table[worked.PUBLISHED.en].tolist() == ["0.3", "0.4", "−0.03", "0.01", "0.1"]
    for published, here in zip(table[worked.PUBLISHED.en], table[worked.HERE.en], strict=True):
        assert number(here) == pytest.approx(number(published), rel=1e-5)
    app = App(preset("notes"), "backward")
    assert not [one for one in app.tables if worked.PUBLISHED.en in one.columns]


@pytest.mark.parametrize("key", ["kernel-1-1", "kernel-2-2", "image-1-2"])
def test_the_signs_of_the_factors_say_why_a_term_is_negative(key: str) -> None:
    scenario = replace(preset("notes"), variable=key)
    app, state = App(scenario, "backward"), scenario.state()
    total = app.data("lines")["beside"]["now"]["told"][0][1]
    (said,) = (text for text in app.markdown if "Negative factors:" in text)
    signs = re.findall(r"([<>]) 0", said)
    assert len(signs) == 4
    product = -1 if signs.count("<") % 2 else 1
    assert ("make that term negative" in said) == (product < 0) == ("−" in total)
    assert said.endswith(f"Negative factors: {signs.count('<')}.")
    assert f"yₒᵤₜ − yy {'<' if state.values.y_out < state.label else '>'} 0" in said


def test_what_is_computed_keeps_its_zeros_and_what_was_entered_stays() -> None:
    app = App(preset("notes"), "backward")
    written = [block[1] for block in app.component("lines")["blocks"] if block[0] == "formula"]
    numbers = MARKS.sub("", written[-1])
    assert numbers.endswith("= 0.0110")
    assert r"(1.2 \cdot" in numbers
    assert r"\cdot 0.2 +" in numbers.replace(r"\nobreak ", "")
    assert "-2.60" in MARKS.sub("", written[1])
    found = told(app)
    assert (found["∂L/∂w₀₀"], found["w_a"], found["yy"]) == ("0.0110", "1.2", "1")
    assert app.metrics[words.VALUE.en] == "0.0110"
