"""Backward shows lib.network's numbers: all 39 partials, every derivation, every look."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from lib.derivation import (
    PRECISIONS,
    Precision,
    Variable,
    derive,
    latex_number,
    plain_symbol,
    symbol_of,
    variables,
)
from lib.network import Gradients, backward, central_difference, forward
from lib.network.check import relative_error
from lib.scenario import GEOMETRY, Scenario, preset
from lib.scenario.limits import LOOKS
from lib.text import backward as words
from lib.ui.state import keys
from tests.pages.app import App, ordinary, replace
from tests.pages.reading import agrees, formulas, number

ALL = variables(GEOMETRY)
SEEDS = (2, 3, 5)


def gradients(scenario: Scenario) -> Gradients:
    """The partials straight from the network."""
    parameters, image = scenario.parameters, scenario.image_array
    return backward(parameters, forward(parameters, image), image, scenario.label)


def entry(found: Gradients, variable: Variable) -> float:
    return float(getattr(found, variable.group)[variable.index])


def partials(app: App) -> pd.DataFrame:
    """The four tables of all partials as one, top to bottom."""
    language = app.scenario.language
    tables = app.tables
    chosen = [table for table in tables if table.columns[0] == words.FORMULA.say(language)]
    assert len(chosen) == 4
    whole = pd.concat(chosen, ignore_index=True)
    whole.columns = pd.Index(["formula", "value", "nudged", "gap"])
    return whole


@pytest.mark.parametrize("precision", PRECISIONS)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_table_has_all_39_partials_of_the_network(seed: int, precision: Precision) -> None:
    scenario = replace(ordinary(seed), precision=precision)
    table = partials(App(scenario, "backward"))
    found, state = gradients(scenario), scenario.state()
    nudged = central_difference(scenario.parameters, scenario.image_array, scenario.label)
    assert len(table) == len(ALL) == 39
    for (_, row), variable in zip(table.iterrows(), ALL, strict=True):
        true, estimate = entry(found, variable), entry(nudged, variable)
        left = rf"\frac{{\partial L}}{{\partial {symbol_of(variable, GEOMETRY)}}}"
        assert formulas([row.formula]) == [f"{left} = {derive(variable, state).short.latex()}"]
        assert agrees(row.value, true, precision), (variable, row.value, true)
        assert agrees(row.nudged, estimate, precision), (variable, row.nudged, estimate)
        assert number(row.gap) == float(f"{relative_error(true, estimate):.3g}")
        assert number(row.gap) < 1e-6


def test_the_heatmaps_show_the_same_numbers() -> None:
    scenario = replace(ordinary(7), precision=6)
    data = App(scenario, "backward").component("gradients")
    cells = [cell for grid in data["grids"] for cell in grid["cells"]]
    found = gradients(scenario)
    by_key = {variable.key: variable for variable in ALL}
    assert sorted(cell["key"] for cell in cells) == sorted(by_key)
    for cell, (text, strength, spoken, *_) in zip(cells, data["cells"], strict=True):
        variable = by_key[cell["key"]]
        true = entry(found, variable)
        assert agrees(text, true, 6)
        assert spoken == f"∂L/∂{plain_symbol(variable, GEOMETRY)} = {text}"
        assert np.sign(strength) == np.sign(true)
        assert abs(strength) <= 1
    strengths = [abs(cell[1]) for cell in data["cells"]]
    assert strengths.count(1.0) == len(data["grids"]), "the largest of each matrix"


def check_derivation(app: App, variable: Variable) -> None:
    """The open derivation: its lines with symbols, with numbers, and what they come to."""
    scenario = app.scenario
    precision, true = scenario.precision, entry(gradients(scenario), variable)
    derivation = derive(variable, scenario.state())
    shown = formulas(app.markdown)
    left = rf"\frac{{\partial L}}{{\partial {symbol_of(variable, GEOMETRY)}}}"
    for place, line in enumerate(derivation.lines):
        symbols = f"= {line.expression.latex()}"
        numbers = f"= {line.expression.latex(precision)}"
        value = latex_number(line.expression.value, precision)
        at = shown.index(symbols if place else f"{left} {symbols}")
        assert shown[at + 1] in (f"{numbers} = {value}", numbers)
        assert line.expression.value == pytest.approx(true, rel=1e-12, abs=1e-16)
        if line.label:
            assert line.label in app.labels
    metrics = app.metrics
    language = scenario.language
    assert agrees(metrics[words.VALUE.say(language)], true, precision)
    assert agrees(metrics[words.LOSS.say(language)], float(scenario.state().gradients.loss), 3)


def test_each_of_the_39_derivations_opens() -> None:
    app = App(replace(ordinary(13), language="zh"), "backward")
    for variable in ALL:
        chooser = app.test.selectbox(key=app.held(keys.choice("variable")))
        chooser.set_value(variable.key)
        app.run()
        assert app.scenario.variable == variable.key
        check_derivation(app, variable)
    assert app.scenario.numbers == ordinary(13).numbers


@pytest.mark.parametrize("precision", PRECISIONS)
def test_the_notes_two_derivations_have_their_labels(precision: Precision) -> None:
    for key, labels in (
        ("kernel-0-0", ("N9", "N10", "N11", "N12")),
        ("image-2-1", ("N13",)),
        ("y_out", ("N4", "N5")),
    ):
        app = App(replace(preset("notes"), variable=key, precision=precision), "backward")
        assert set(labels) == app.labels
        variable = next(v for v in ALL if v.key == key)
        if precision == 3:
            check_derivation(app, variable)


@pytest.mark.parametrize("look", LOOKS)
def test_every_look_opens_for_every_kind_of_variable(look: str) -> None:
    app = App(replace(ordinary(4), look=look), "backward")
    for key in ("kernel-1-1", "image-0-0", "dense-2", "s-1", "o-3", "alpha", "y_out"):
        app.test.selectbox(key=app.held(keys.choice("variable"))).set_value(key)
        app.run()
        assert (app.scenario.variable, app.scenario.look) == (key, look)


def test_where_the_long_form_fails_the_page_says_so_and_stays_right() -> None:
    scenario = replace(preset("saturated"), precision=6)
    app = App(scenario, "backward")
    found = gradients(scenario)
    told = app.warnings
    assert len(told) == 1
    assert "with logits" in told[0]
    for (_, row), variable in zip(partials(app).iterrows(), ALL, strict=True):
        assert agrees(row.value, entry(found, variable), 6)


def test_a_gradient_beyond_float64_is_said_to_be_held() -> None:
    row = [1.0] * 25 + [-1000.0] * 4 + [1.0]
    scenario = replace(preset("notes").with_numbers(row), variable="y_out")
    app = App(scenario, "backward")
    assert words.HELD.en in app.warnings
    value: Any = app.metrics[words.VALUE.en]
    assert value == "−1.80·10³⁰⁸"
