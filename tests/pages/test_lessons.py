"""Cross-entropy and sigmoid: sliders of their own, every form with its number, the curves."""

from __future__ import annotations

import math

import numpy as np
import pytest

from lib.derivation import latex_number, plain_number
from lib.network import binary_cross_entropy, sigmoid, sigmoid_slope
from lib.scenario import PROBES, preset
from lib.text import cross_entropy as loss_words
from lib.text import sigmoid as sigmoid_words
from lib.ui.state import keys
from tests.pages.app import App, ordinary, replace
from tests.pages.reading import agrees, formulas

CASES = [(0.7, 1.0), (0.001, 1.0), (0.999, 0.0), (0.25, 0.3), (0.5, 0.5), (1 / 3, 0.0)]


@pytest.mark.parametrize(("y_out", "yy"), CASES)
def test_the_loss_and_its_slope_in_all_forms(y_out: float, yy: float) -> None:
    scenario = replace(preset("notes"), probe_output=y_out, label=yy, precision=6)
    app = App(scenario, "cross_entropy")
    loss = float(binary_cross_entropy(math.log(y_out / (1 - y_out)), yy))
    slope = (y_out - yy) / (y_out * (1 - y_out))
    metrics = app.metrics
    assert agrees(metrics[loss_words.LOSS.en], loss, 6)
    assert agrees(metrics[loss_words.SLOPE.en], slope, 6)
    assert agrees(metrics[loss_words.CONFIDENT.en], y_out - yy, 6)
    shown = formulas(app.markdown)
    assert r"L = -\sum_{i} P_{i}(x) \cdot \log Q_{i}(x)" in " ".join(shown)
    ends = [text.rpartition("= ")[2] for text in shown]
    assert ends.count(latex_number(loss, 6)) >= 2, "N2 and N3"
    assert ends.count(latex_number(slope, 6)) >= 3, "N4 and both forms of N5"
    assert latex_number(loss / math.log(2), 6) in ends, "N1: base 2"
    for label in ("N1", "N2", "N3", "N4", "N5"):
        assert label in app.labels
    (table,) = app.tables
    for row, natural in enumerate((loss, slope)):
        assert agrees(table.iloc[row, 1], natural, 6)
        assert agrees(table.iloc[row, 2], natural / math.log(2), 6)


def test_both_sliders_move_the_numbers_and_the_sidebar() -> None:
    app = App(preset("notes"), "cross_entropy")
    app.slide("slider-probe_output", [0.25])
    assert app.scenario.probe_output == 0.25
    app.slide("slider-label", [0.4])
    assert app.scenario.label == 0.4
    assert app.component(keys.PANEL)["values"][29] == 0.4
    assert agrees(app.metrics[loss_words.CONFIDENT.en], 0.25 - 0.4, 3)


def test_the_networks_own_output_can_be_taken() -> None:
    low, high = PROBES["probe_output"]
    for scenario in (ordinary(3), preset("saturated"), preset("zero")):
        app = App(scenario, "cross_entropy")
        app.press(loss_words.USE_NETWORK.en)
        y_out = float(scenario.state().values.y_out)
        assert app.scenario.probe_output == min(high, max(low, y_out))


@pytest.mark.parametrize("x", [1.0, 0.0, -3.3, 10.0, -10.0, 1 / 3])
def test_the_sigmoid_and_its_slope_in_both_forms(x: float) -> None:
    app = App(replace(preset("notes"), probe_x=x, precision=6), "sigmoid")
    value, slope = float(sigmoid(x)), float(sigmoid_slope(x))
    assert agrees(app.metrics[sigmoid_words.VALUE.en], value, 6)
    assert agrees(app.metrics[sigmoid_words.SLOPE.en], slope, 6)
    assert app.metrics[sigmoid_words.SHARE.en].endswith("%")
    shown = formulas(app.markdown)
    ends = [text.rpartition("= ")[2] for text in shown]
    assert latex_number(value, 6) in ends
    assert ends.count(latex_number(slope, 6)) >= 2
    assert r"\sigma'(x) = \frac{e^{-x}}{(1 + e^{-x})^{2}}" in shown
    assert r"\sigma'(x) = \sigma(x) \cdot (1 - \sigma(x))" in shown
    assert (sigmoid_words.SATURATED.en in app.warnings) == (slope < 0.0025)
    for label in ("N6", "N7"):
        assert label in app.labels


def test_x_can_be_taken_from_the_network() -> None:
    scenario = ordinary(2)
    app = App(scenario, "sigmoid")
    values = scenario.state().values
    for name, x in (("α", values.alpha), ("s₀", values.s[0]), ("s₃", values.s[3])):
        app.press(name)
        assert app.scenario.probe_x == float(x)
    app = App(preset("saturated"), "sigmoid")
    app.press("α")
    assert app.scenario.probe_x == 10.0


def test_the_curves_pass_through_the_point_and_touch_it() -> None:
    scenario = replace(preset("notes"), probe_output=0.3, label=1.0, probe_x=-1.5)
    app = App(scenario, "cross_entropy")
    drawn = [app.component("loss_curve")]
    app.open("sigmoid")
    drawn += [app.component("sigmoid_curve"), app.component("sigmoid_slope_curve")]
    for data in drawn:
        xs, ys = np.linspace(data["x"][0], data["x"][1], len(data["ys"])), np.array(data["ys"])
        x, y = data["point"]
        assert data["x"][0] < x < data["x"][1]
        assert data["y"][0] < y < data["y"][1]
        assert np.interp(x, xs, ys) == pytest.approx(y, rel=1e-2, abs=1e-3)
        middles = xs[:-1] + np.diff(xs) / 2
        measured = np.interp(x, middles, np.diff(ys) / np.diff(xs))
        assert data["slope"] == pytest.approx(measured, rel=0.02, abs=2e-3)
        assert plain_number(x, 3) in data["told"]
        assert plain_number(y, 3) in data["told"]
