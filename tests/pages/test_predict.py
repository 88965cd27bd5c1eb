"""A number is hidden until it is predicted, and then the gap is said."""

from __future__ import annotations

import pytest

from lib.derivation import plain_number
from lib.derivation.steps import walk
from lib.scenario import preset
from lib.text import predict as words
from lib.text.numbers import REFUSALS
from lib.ui.frame.pages import PAGES
from lib.ui.state import keys
from tests.pages.app import App, ordinary, replace


def heard(app: App) -> list[str]:
    lines: list[str] = app.data(keys.PREDICT_VERDICT)["lines"]
    return lines


def predict(app: App, text: str = "", sign: int | None = None) -> list[str]:
    app.test.text_input(key=keys.PREDICT_VALUE).set_value(text)
    app.test.segmented_control(key=keys.PREDICT_SIGN).set_value(sign)
    app.press(words.SAY.en)
    return heard(app)


def test_backward_is_hidden_until_the_partial_is_predicted() -> None:
    app = App(preset("notes"), "backward")
    shown = set(app.keys)
    app.test.toggle(key=keys.choice("predict")).set_value(True)
    app.run()
    value = float(app.scenario.state().gradients.kernel[0, 0])
    assert not {part.key for part in PAGES["backward"].parts} & set(app.keys)
    assert not [t for t in app.markdown if plain_number(value, 3) in t]
    assert predict(app) == [words.NOTHING.en]
    assert predict(app, "<b>") == [REFUSALS["not_a_number"].en]
    assert "headline" not in app.keys
    (gap,) = predict(app, f"{1.5 * value:.6g}")
    assert plain_number(value, 3) in gap
    assert "50%" in gap
    assert set(app.keys) == shown | {keys.PREDICT_VERDICT}
    app.pick("gradients", "kernel-1-1")
    assert "headline" not in app.keys, "the next one is hidden again"
    app.press(words.REVEAL.en)
    assert "headline" in app.keys
    assert heard(app) == []
    app.slide("panel", [0.25] * 29 + [0.5])
    assert "headline" not in app.keys
    app.test.toggle(key=keys.choice("predict")).set_value(False)
    assert set(app.run().keys) == shown


@pytest.mark.parametrize("right", [True, False])
def test_a_sign_is_enough(right: bool) -> None:
    app = App(replace(ordinary(5), predict=True, variable="dense-1"), "backward")
    value = float(app.scenario.state().gradients.dense[1])
    sign = (1 if value > 0 else -1) * (1 if right else -1)
    told = words.SIGN_RIGHT if right else words.SIGN_WRONG
    said = words.SIGNS[sign].en
    assert predict(app, sign=sign) == [told.en.format(sign=said, value=plain_number(value, 3))]


def test_the_next_operation_is_predicted_before_it_is_done() -> None:
    app = App(replace(preset("notes"), predict=True), "steps")
    steps = walk(app.scenario.state(), app.scenario.probe_rate).steps
    assert app.scenario.operations_done == 0
    assert predict(app, sign=0)[0].startswith("Predicted: zero.")
    assert app.scenario.operations_done == 1
    (gap,) = predict(app, plain_number(steps[1].expression.value, 17))
    assert gap.endswith("So it is.")
    assert app.scenario.operations_done == 2
    assert not [t for t in app.markdown if t.endswith(plain_number(steps[2].expression.value, 3))]
    app.press(words.REVEAL.en)
    assert app.scenario.operations_done == 3
    assert heard(app) == []
    end = App(replace(preset("notes"), predict=True, operations_done=len(steps)), "steps")
    assert words.SAY.en not in [button.label for button in end.test.button]
