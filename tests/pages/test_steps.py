"""Step by step: each operation lights what it reads, and nothing is told before it is computed."""

from __future__ import annotations

import re

import pytest

from lib.derivation import Variable, computed_number, variables
from lib.derivation.quantity import updated
from lib.derivation.steps import walk
from lib.scenario import GEOMETRY
from lib.text import diagram
from lib.text import steps as words
from lib.ui.state import keys
from tests.pages.app import App, ordinary, replace
from tests.pages.reading import agrees, formulas

SCENARIO = replace(ordinary(4), probe_rate=0.5)
WALK = walk(SCENARIO.state(), 0.5)
COUNT = len(WALK.steps)
ALL = variables(GEOMETRY)


def opened(at: int) -> App:
    return App(replace(SCENARIO, operations_done=at), "steps")


def test_nothing_is_computed_at_the_start() -> None:
    picture = opened(0).component(keys.STEPS_PICTURE)
    given = {v.key for v in ALL if v.group in ("image", "kernel", "dense")}
    assert set(picture["light"]["unknown"]) == {v.key for v in ALL} - given | {"loss"}
    assert picture["light"]["second"] == {}
    for key in picture["light"]["unknown"]:
        assert picture["live"][key][2].endswith("not computed yet")


def test_next_and_back_go_one_operation_and_jumps_go_to_a_phase() -> None:
    app = opened(0)
    for at in (1, 2, 3):
        app.press(words.NEXT.say("en"))
        assert app.scenario.operations_done == at
    app.press(words.BACK.say("en"))
    assert app.scenario.operations_done == 2
    app.test.button_group(key=keys.STEPS_PHASE).set_value("backward")
    app.run()
    first = next(n for n, step in enumerate(WALK.steps, 1) if step.phase == "backward")
    assert app.scenario.operations_done == first
    app.press(words.START.say("en"))
    assert app.scenario.operations_done == 0


@pytest.mark.parametrize("at", [0, 1, 10, 11, 12, 50, 51, COUNT])
def test_the_phases_say_how_far_they_are(at: int) -> None:
    app = opened(at)
    htmls = [str(getattr(one, "value", "")) for one in app.test.get("html")]
    (bar,) = (text for text in htmls if "phase-bar" in text)
    assert app.test.button_group(key="steps_phase").options == [
        f"{name.en} {sum(step.phase == phase for step in WALK.steps[:at])}/"
        f"{sum(step.phase == phase for step in WALK.steps)}"
        for phase, name in words.PHASES.items()
    ]
    for option in app.test.button_group(key="steps_phase").options:
        assert option in bar
    parts = re.findall(r'flex-grow:(\d+)"><i style="width:(\d+)%', bar)
    assert sum(int(count) for count, _ in parts) == COUNT
    assert sum(int(count) * int(share) / 100 for count, share in parts) == pytest.approx(
        at, abs=0.3
    )


@pytest.mark.parametrize("at", [1, 4, 5, 9, 10, 11, 12, 13, 22, 30, 45, 50, 51, 63])
def test_an_operation_shows_its_formula_and_lights_what_it_reads(at: int) -> None:
    app = opened(at)
    step = WALK.steps[at - 1]
    shown = formulas(app.markdown)
    relation = r"\leftarrow" if step.phase == "update" else "="
    assert f"{step.left.latex()} {relation} {step.expression.latex()}" in shown
    light = app.component(keys.STEPS_PICTURE)["light"]
    names = {
        quantity.variable.key if quantity.variable else "label" if quantity.label else "loss"
        for quantity in step.reads
    }
    assert set(light["lit"]) == names
    assert light["doing"] == (step.computes.variable.key if step.computes.variable else "loss")
    assert [code.value for code in app.test.code] == ["\n".join(s.text for s in step.source)]


def test_a_gradient_is_told_only_once_it_is_computed() -> None:
    before = opened(29).component(keys.STEPS_PICTURE)
    after = opened(30).component(keys.STEPS_PICTURE)
    (new,) = set(after["light"]["second"]) - set(before["light"]["second"])
    computed = WALK.steps[29].computes.variable
    assert computed is not None
    assert new == computed.key
    assert "∂L" not in before["live"][new][2]
    assert "∂L" in after["live"][new][2]


@pytest.mark.parametrize("at", [50, 51, 57, 63, COUNT])
def test_a_gradient_of_before_the_update_is_marked(at: int) -> None:
    """A new value never stands beside an old gradient without a mark and a word."""
    app, state = opened(at), SCENARIO.state()
    picture = app.component(keys.STEPS_PICTURE)
    known = WALK.known(at)
    for v in ALL:
        new = updated(v) in known or at == COUNT
        assert (v.key in picture["light"]["past"]) == new
        gradient = computed_number(state.gradient(v), 3)
        second, told = picture["light"]["second"][v.key], picture["live"][v.key][2]
        assert second == (f"({gradient})" if new else f"∂ {gradient}")
        assert told.endswith(f"was {gradient}" if new else f"= {gradient}")
        assert ("before the update" in told) == new
    captions = [text.value for text in app.test.caption]
    assert (words.PAST.en in captions) == (at > 50)
    assert (words.SECOND.en in captions) == (at <= 50)


def test_a_click_goes_to_the_operation_that_computes_the_value() -> None:
    app = opened(0).pick(keys.STEPS_PICTURE, "alpha")
    assert WALK.steps[app.scenario.operations_done - 1].computes.variable == Variable("alpha")
    app.pick(keys.STEPS_PICTURE, "kernel-1-1")
    step = WALK.steps[app.scenario.operations_done - 1]
    assert (step.computes.kind, step.computes.variable) == ("slope", Variable("kernel", (1, 1)))
    assert app.component(keys.STEPS_PICTURE)["frame"]["hint"] == diagram.HINT_WALK.en
    app.pick(keys.STEPS_PICTURE, "no-such-node")
    assert not app.test.exception


def test_after_the_update_weights_and_loss_stand_before_and_after() -> None:
    app = opened(COUNT)
    state = SCENARIO.state()
    (table,) = app.tables
    weights = [v for v in ALL if v.group in ("kernel", "dense")]
    for row, weight in zip(table.itertuples(index=False), weights, strict=True):
        _, before, gradient, after = row
        assert agrees(before, state.number(weight), 3)
        assert agrees(gradient, state.gradient(weight), 3)
        assert agrees(after, state.number(weight) - 0.5 * state.gradient(weight), 3)
    fell = float(WALK.after.gradients.loss) < float(state.gradients.loss)
    assert bool(app.test.success) == fell
    assert bool(app.test.warning) != fell


def test_play_goes_on_and_comes_to_rest_at_the_end() -> None:
    app = opened(COUNT - 2)
    app.press(words.PLAY.say("en"))
    app.run()
    app.run()
    assert app.scenario.operations_done == COUNT
    app.run()
    assert any(button.label == words.PLAY.say("en") for button in app.test.button)
