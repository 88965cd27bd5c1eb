"""The looks into one derivation: their numbers are the network's, their reasons the right ones."""

from __future__ import annotations

import math

import numpy as np
import pyarrow as pa
import pytest

from lib.derivation import Variable, computed_number, derive, plain_number
from lib.derivation.output import long_path
from lib.derivation.snippets import numpy_snippet, torch_snippet
from lib.derivation.source import source_of_lines
from lib.network import sigmoid_slope
from lib.scenario import Scenario, preset
from lib.text import looks as words
from lib.ui.state import keys
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
    assert computed_number(parts[worst], 3) in why(app)


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
    assert words.ONE_WAY.say("en", symbol="$w_{c}$") in app.markdown


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
    clipped = words.CLIPPED.say("en", alpha="50", clipped="36.0437", exact="50")
    assert clipped in [caption.value for caption in app.test.caption]
    shown = app.metrics[words.LONG.say("en")]
    if math.isnan(long):
        assert shown == "NaN"
        assert any("long path is wrong" in text for text in app.warnings)
    else:
        assert agrees(shown, long, 3)


def test_every_window_names_its_smallest_factor_and_its_sign() -> None:
    """One sentence for each term, with numbers that multiply and add up to the gradient."""
    app = opened("factors", "kernel-0-0", preset("notes"))
    state = app.scenario.state()
    (told,) = [text for text in app.markdown if text.startswith("- ")]
    shared, *windows = told.splitlines()
    error = state.gradient(Variable("alpha"))
    assert shared.endswith(f"$y_{{out}} - yy$ = {computed_number(error, 3)}.")
    factors = {
        k: {
            f"w_{{{'abcd'[k]}}}": state.number(Variable("dense", (k,))),
            rf"\sigma'(s_{{{k}}})": float(sigmoid_slope(state.number(Variable("s", (k,))))),
            f"a_{{{k // 2}{k % 2}}}": state.number(Variable("image", (k // 2, k % 2))),
        }
        for k in range(4)
    }
    for k, line in enumerate(windows):
        term = computed_number(error * math.prod(factors[k].values()), 3)
        name = min(factors[k], key=lambda one: abs(factors[k][one]))
        value = plain_number(factors[k][name], 3, name.startswith(r"\sigma"))
        assert line == f"- Window {k} adds {term}; its smallest factor is ${name}$ = {value}."
    assert {line.split(" adds ")[1][0] == "−" for line in windows} == {True, False}


def test_terms_that_cancel_are_not_said_to_pass() -> None:
    """∂L/∂w₀₀ of the notes is small although no factor is: +, −, +, − leave 6 %."""
    app = opened("factors", "kernel-0-0", preset("notes"))
    state = app.scenario.state()
    derivation = derive(Variable("kernel", (0, 0)), state)
    error = state.gradient(Variable("alpha"))
    magnitudes = sum(abs(error * term.short.value) for term in derivation.terms)
    (warned,) = [str(text.value) for text in app.test.warning]
    assert warned == words.CANCEL.say(
        "en",
        magnitudes=computed_number(magnitudes, 3),
        total=computed_number(derivation.value, 3),
        share=computed_number(100 * derivation.value / magnitudes, 3),
    )
    assert not [text for text in app.markdown if "freely" in text]
    edge = opened("factors", "image-0-1", preset("notes"))
    assert not edge.test.warning
    assert words.ONE_SIGN.en in edge.markdown


def test_a_saturated_network_names_what_makes_the_gradient_small() -> None:
    app = opened("factors", scenario=preset("saturated"))
    (told,) = [text for text in app.markdown if text.startswith("- ")]
    share = 400 * float(sigmoid_slope(app.scenario.state().number(Variable("s", (0,)))))
    saturated = words.SATURATED.say("en", share=computed_number(share, 3))
    windows = told.splitlines()[1:]
    assert len(windows) == 4
    for k, line in enumerate(windows):
        assert rf"its smallest factor is $\sigma'(s_{{{k}}})$ = " in line
        assert line.endswith(saturated)
    # σ′(α) is 4·10⁻¹⁸ here, and yet the gradient is not small on its account
    (output,) = [str(text.value) for text in app.test.info]
    assert output.endswith("$y_{out} - yy$ = 1.00.")
    assert not [text.value for text in app.test.success]


def test_a_longer_bar_is_a_smaller_factor_and_a_sign_is_seen() -> None:
    app = opened("factors", "kernel-1-1", preset("notes"))
    state = app.scenario.state()
    (chart,) = app.test.get("vega_lite_chart")
    rows = pa.ipc.open_stream(chart.proto.data.data).read_pandas()
    shown = {row.name: (row.magnitude, row.sign, row.kind) for row in rows.itertuples(index=False)}
    assert len(shown) == 1 + 4 * 3
    assert shown["w_b = −0.8 (window 1)"] == (0.8, "minus", "ok")
    zero = shown["a₂₂ = 0 (window 3)"]
    assert zero[0] == min(rows["magnitude"]) > 0
    assert zero[2] == "small"
    for k in range(4):
        own = {name: row for name, row in shown.items() if name.endswith(f"(window {k})")}
        assert [row[0] for row in own.values() if row[2] == "small"] == [
            min(row[0] for row in own.values())
        ]
    assert state.number(Variable("image", (2, 2))) == 0.0


@pytest.mark.parametrize("power", [-12.0, -5.25, -1.0])
def test_the_nudge_shows_three_losses_and_three_slopes(power: float) -> None:
    app = opened("nudge", scenario=replace(SCENARIO, probe_epsilon=power, precision=6))
    epsilon = 10.0**power
    behind, here, ahead = (
        float(_with_weight(app.scenario, app.scenario.kernel[4] + move).state().gradients.loss)
        for move in (-epsilon, 0.0, epsilon)
    )
    metrics = app.metrics
    w = "$w_{11}$"
    for label, loss in ((f"L({w} − ε)", behind), (f"L({w})", here), (f"L({w} + ε)", ahead)):
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
    app.test.button_group(key=keys.choice("backward_view")).set_value("picture")
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
