"""The looks into one derivation: their numbers are the network's, their reasons the right ones."""

from __future__ import annotations

import math

import numpy as np
import pytest

from lib.derivation import Variable, derive, plain_number
from lib.derivation.output import long_path
from lib.derivation.snippets import numpy_snippet, torch_snippet
from lib.derivation.source import source_of_lines
from lib.scenario import Scenario, preset
from lib.text import explorer as words
from tests.pages.app import App, ordinary, replace
from tests.pages.reading import agrees, number

SCENARIO = ordinary(6)


def opened(name: str, variable: str = "kernel-1-1", scenario: Scenario = SCENARIO) -> App:
    return App(replace(scenario, look=name, variable=variable), "backward")


def why(app: App) -> str:
    """The sentence that says what the sign comes from."""
    (found,) = [text for text in app.markdown if "mostly because of window" in text]
    return found


def test_two_clicks_tell_why_a_gradient_is_negative() -> None:
    """Open Backward, click w₁₁: the reason stands there."""
    app = App(preset("notes"), "backward").pick("gradients", "kernel-1-1")
    state = app.scenario.state()
    derivation = derive(Variable("kernel", (1, 1)), state)
    error = state.gradient(Variable("alpha"))
    parts = {term.window.k: error * term.short.value for term in derivation.terms}
    worst = min(parts, key=parts.__getitem__)
    assert derivation.value < 0
    assert "negative" in why(app)
    assert f"window {worst}:" in why(app)
    assert plain_number(parts[worst], 3) in why(app)


@pytest.mark.parametrize(
    ("variable", "terms"), [("kernel-0-0", 4), ("image-2-1", 4), ("image-0-1", 2)]
)
def test_the_terms_add_up(variable: str, terms: int) -> None:
    app = opened("unpack", variable)
    (text,) = [text for text in app.markdown if "\n∂L/∂s" in text]
    products = [line.rpartition(" = ")[2] for line in text.splitlines()]
    assert len(products) == terms
    group, *index = variable.split("-")
    true = float(getattr(app.scenario.state().gradients, group)[tuple(map(int, index))])
    assert abs(sum(map(number, products)) - true) < 5e-3 * max(abs(number(p)) for p in products) * 4
    assert len(app.component("term-windows")["grids"]) == terms


def test_a_variable_with_one_way_says_so() -> None:
    app = opened("unpack", "dense-2")
    assert words.ONE_WAY.say("en", symbol="w_c") in app.markdown


def test_sliding_on_opens_the_next_entry() -> None:
    app = opened("unpack", "kernel-1-2").press(words.SLIDE_ON.say("en"))
    assert app.scenario.variable == "kernel-2-0"
    app.press(words.SLIDE_BACK.say("en"))
    assert app.scenario.variable == "kernel-1-2"


@pytest.mark.parametrize("alpha", [-3.0, 0.0, 12.0, 36.0, 37.0, 40.0, 60.0])
def test_the_long_path_beside_its_shortcut(alpha: float) -> None:
    app = opened("shortcut", scenario=replace(SCENARIO, probe_alpha=alpha, label=1.0))
    long = float(long_path(np.array([alpha]), 1.0)[0])
    short = -1.0 / (1.0 + math.exp(alpha))
    assert agrees(app.metrics[words.SHORT.say("en")], short, 3)
    shown = app.metrics[words.LONG.say("en")]
    if math.isnan(long):
        assert shown == "NaN"
        assert any("long path is wrong" in text for text in app.warnings)
    else:
        assert agrees(shown, long, 3)


def test_a_saturated_network_names_what_kills_the_gradient() -> None:
    app = opened("factors", scenario=preset("saturated"))
    named = [text for text in app.markdown if text.startswith("- $")]
    assert any(r"\sigma'(s_{0})" in text and "saturated" in text for text in named)
    healthy = opened("factors", "kernel-0-0", preset("notes"))
    assert [text.value for text in healthy.test.success] == [words.HEALTHY.say("en")]


@pytest.mark.parametrize("power", [-12.0, -5.25, -1.0])
def test_the_nudge_shows_three_losses_and_three_slopes(power: float) -> None:
    app = opened("nudge", scenario=replace(SCENARIO, probe_epsilon=power, precision=6))
    epsilon = 10.0**power
    behind, here, ahead = (
        float(_with_weight(app.scenario, app.scenario.kernel[4] + move).state().gradients.loss)
        for move in (-epsilon, 0.0, epsilon)
    )
    metrics = app.metrics
    for label, loss in (("L(w₁₁ − ε)", behind), ("L(w₁₁)", here), ("L(w₁₁ + ε)", ahead)):
        assert agrees(metrics[label], loss, 17)
    (table,) = [t for t in app.tables if t.columns[0] == "Method"]
    central = number(table.iloc[1, 1])
    expected = (ahead - behind) / (2 * epsilon)
    # float64 leaves about 1e-16/ε of either quotient
    assert abs(central - expected) <= 1e-5 * abs(expected) + 4e-16 / epsilon


def _with_weight(scenario: Scenario, value: float) -> Scenario:
    kernel = list(scenario.kernel)
    kernel[4] = value
    return replace(scenario, kernel=tuple(kernel))


def test_the_code_is_the_running_programs_and_the_copies_hold_the_state() -> None:
    app = opened("code")
    state, variable = app.scenario.state(), Variable("kernel", (1, 1))
    blocks = [code.value for code in app.test.code]
    for sources in source_of_lines(variable):
        listing = "\n".join(f"# {line.path}:{line.line}\n{line.text}" for line in sources)
        assert listing in blocks
    assert numpy_snippet(variable, state).strip() in blocks
    assert torch_snippet(variable, state).strip() in blocks
    assert repr(state.gradient(variable)) in blocks


def test_the_picture_draws_the_ways_of_the_open_variable() -> None:
    app = opened("unpack", "image-0-1")
    app.test.button_group(key="backward_view").set_value("picture")
    app.run()
    light = app.component("path-picture")["light"]
    assert light["windows"] == [0, 1]
    assert [path[:3] for path in light["paths"]] == [
        ["image-0-1", "s-0", "o-0"],
        ["image-0-1", "s-1", "o-1"],
    ]
    app.pick("path-picture", "alpha")
    assert app.scenario.variable == "alpha"
    assert app.component("path-picture")["light"]["windows"] == []
