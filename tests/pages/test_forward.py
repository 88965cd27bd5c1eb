"""Forward and the first page show the forward pass of lib.network."""

from __future__ import annotations

import numpy as np
import pytest

from lib.derivation import PRECISIONS, Precision, latex_number, plain_number, variables
from lib.network import binary_cross_entropy, forward
from lib.scenario import GEOMETRY, Scenario
from lib.text import forward as words
from tests.pages.app import App, ordinary, replace
from tests.pages.reading import agrees, formulas, number

EVERY_DIGITS = pytest.mark.parametrize("precision", PRECISIONS)


def loss_of(scenario: Scenario) -> float:
    alpha = forward(scenario.parameters, scenario.image_array).alpha
    return float(binary_cross_entropy(alpha, scenario.label))


@EVERY_DIGITS
@pytest.mark.parametrize("seed", [8, 9])
def test_everything_that_comes_out_is_the_networks(seed: int, precision: Precision) -> None:
    scenario = replace(ordinary(seed), precision=precision)
    app = App(scenario, "forward")
    values = forward(scenario.parameters, scenario.image_array)
    true = [*values.s, *values.o, values.alpha, values.y_out, loss_of(scenario)]
    cells = app.component("results")["cells"]
    for (text, _, spoken, *_), value in zip(cells, true, strict=True):
        # a tile has room for six digits; what it says aloud has all of them
        assert agrees(text, float(value), 3 if precision == 3 else 6)
        assert agrees(spoken.partition(" = ")[2], float(value), precision)


@EVERY_DIGITS
def test_each_window_shows_its_nine_products_and_their_sum(precision: Precision) -> None:
    scenario = replace(ordinary(21), precision=precision, language="zh")
    app = App(scenario, "forward")
    values = forward(scenario.parameters, scenario.image_array)
    shown = formulas(app.markdown)
    image, kernel = scenario.image_array, scenario.parameters.kernel
    for k, (i, j) in enumerate(((0, 0), (0, 1), (1, 0), (1, 1))):
        where = words.WINDOW.say("zh", k=k, top=i, bottom=i + 2, left=j, right=j + 2)
        assert f"**{where}**" in app.markdown
        window = image[i : i + 3, j : j + 3]
        cells = app.component(f"window-{k}")["cells"]
        lit = np.array([cell[3] == "lit" for cell in cells[:16]]).reshape(4, 4)
        assert lit.sum() == 9
        assert lit[i : i + 3, j : j + 3].all()
        products = (kernel * window).ravel()
        for cell, product in zip(cells[16:], products, strict=True):
            assert number(cell[0]) == number(plain_number(product, 3 if precision == 3 else 6))
        symbols = " + ".join(
            rf"w_{{{m}{n}}} \cdot a_{{{i + m}{j + n}}}" for m in range(3) for n in range(3)
        )
        at = shown.index(f"s_{{{k}}} = {symbols}")
        assert shown[at + 1] == f"= {latex_number(float(values.s[k]), precision)}"
        o = shown[at + 3].rpartition("= ")[2]
        assert o == latex_number(float(values.o[k]), precision)


@EVERY_DIGITS
@pytest.mark.parametrize("page", ["forward", "network"])
def test_the_end_of_the_network_is_written_out(page: str, precision: Precision) -> None:
    scenario = replace(ordinary(34), precision=precision)
    app = App(scenario, page)
    values = forward(scenario.parameters, scenario.image_array)
    shown = formulas(app.markdown)
    ends = {
        r"\alpha = w_{a} \cdot o_{00} + w_{b} \cdot o_{01}"
        r" + w_{c} \cdot o_{10} + w_{d} \cdot o_{11}": float(values.alpha),
        r"y_{out} = \sigma(\alpha) = \frac{1}{1 + e^{-\alpha}}": float(values.y_out),
        r"L = -[yy \cdot \log y_{out} + (1 - yy) \cdot \log (1 - y_{out})]": loss_of(scenario),
    }
    for symbols, value in ends.items():
        at = shown.index(symbols)
        last = shown[at + 1].rpartition("= ")[2]
        if precision == 17:
            assert float(last) == pytest.approx(value, rel=1e-12)
        else:
            assert last == latex_number(value, precision)
    assert "N8" in app.labels


def test_the_picture_of_the_network_has_the_numbers_and_their_gradients() -> None:
    scenario = replace(ordinary(55), precision=6, language="zh")
    app = App(scenario)
    data, state = app.component("network_picture"), scenario.state()
    assert data["open"] == "kernel-0-0"
    for variable in variables(GEOMETRY):
        text, _, told, *_ = data["live"][variable.key]
        assert agrees(text, state.number(variable), 6)
        entered = variable.group in ("kernel", "dense", "image")
        assert plain_number(state.number(variable), 6, not entered) in told
        assert plain_number(state.gradient(variable), 6, zeros=True) in told
    assert agrees(data["live"]["loss"][0], loss_of(scenario), 6)
