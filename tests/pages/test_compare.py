"""Compare trains what was chosen, all at once, and shows any two of the runs as they are."""

from __future__ import annotations

import io

import numpy as np
import pandas as pd
import pytest

from lib.derivation import computed_number
from lib.scenario import Comparison, encode, preset
from lib.text import LANGUAGES, Language
from lib.text import compare as words
from lib.text import training as common
from lib.training import Sweep, TrainingSetup, sweep_setups
from lib.ui.compare import table
from lib.ui.state import keys
from tests.pages.app import App, replace

START = replace(preset("notes"), precision=6)
RATES, SEED_COUNT, STEPS = (
    keys.choice(f"comparison.{name}") for name in ("learning_rates", "seed_count", "steps")
)


def opened(setup: TrainingSetup = START.training, language: Language = "en") -> App:
    """The page with six small choices: two optimisers, three rates, two seeds; 30 steps."""
    app = App(replace(START, training=setup, language=language), "compare")
    app.test.multiselect(key=RATES).set_value([0.1, 1.0, 20.0])
    app.test.number_input(key=SEED_COUNT).set_value(2)
    app.test.number_input(key=STEPS).set_value(30)
    return app.run()


def press(app: App, key: str) -> App:
    app.test.button(key=key).click()
    return app.run()


def trained(app: App) -> App:
    """Press the button and let the frames pass until the runs are done."""
    press(app, keys.COMPARE_START)
    return rested(app)


def rested(app: App) -> App:
    """Let the frames pass until the runs are done."""
    for _ in range(50):
        if not app.test.session_state[keys.COMPARE_UNTIL]:
            return app.run()
        app.run()
    raise AssertionError("the sweep does not end")


def expected(setup: TrainingSetup = START.training, steps: int = 30) -> Sweep:
    sweep = Sweep(
        sweep_setups(
            replace(setup, stop_steps=0),
            optimisers=("descent", "adam"),
            learning_rates=(0.1, 1.0, 20.0),
            initial_seeds=(0, 1),
        )
    )
    sweep.advance(steps)
    return sweep


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_run_is_on_the_map_and_in_a_panel(language: Language) -> None:
    app, sweep = trained(opened(language=language)), expected()
    results = sweep.results()
    tables = app.component(keys.COMPARE_MAP)["tables"]
    cells = [cell for table in tables for cell in table["cells"]]
    assert [(len(table["rows"]), len(table["columns"])) for table in tables] == [(3, 2), (3, 2)]
    for key, text, spoken, strength, _, crossed in cells:
        loss = float(results.train_loss[int(key)])
        assert text == computed_number(loss, 3)
        assert spoken.endswith(f": {text}")
        assert 0.0 <= strength <= 1.0
        assert not crossed
    assert sorted(int(cell[0]) for cell in cells) == list(range(12))
    strongest = max(cells, key=lambda cell: cell[3])
    assert int(strongest[0]) == int(np.argmin(results.train_loss))
    data = app.component(keys.COMPARE_CURVES)
    assert [panel["title"] for panel in data["panels"]] == ["η = 0.1", "η = 1", "η = 20"]
    drawn = [line for panel in data["panels"] for line in panel["lines"]]
    assert len(drawn) == 12
    ends = sorted(line[1][-1] for line in drawn)
    assert ends == pytest.approx(sorted(sweep.batch_loss[-1]), rel=1e-3)


def test_at_first_the_best_and_the_worst_from_the_same_weights_are_pinned() -> None:
    app, sweep = trained(opened()), expected()
    loss = sweep.results().train_loss
    best = int(np.argmin(loss))
    alike = [k for k in range(12) if k % 2 == best % 2]
    worst = max(alike, key=lambda k: loss[k])
    assert [app.test.selectbox(key=keys.pin(k)).value for k in (0, 1)] == [best, worst]
    assert any(
        words.SAME_START.say("en", seed=best % 2, count=13) in c.value for c in app.test.caption
    )
    shown = [cell[2].partition(" = ")[2] for cell in app.component(keys.pair_weights(0))["cells"]]
    true = [sweep.parameters(k) for k in (best, worst)]
    flat = [*true[0].kernel.flat, *true[0].dense, *true[1].kernel.flat, *true[1].dense]
    assert shown[13:] == [computed_number(float(weight), 6) for weight in flat]
    metric = app.metrics[f"A: {common.TRAIN_LOSS.en}"]
    assert metric == computed_number(float(loss[best]), 6)


def test_a_click_and_a_list_pin_any_two() -> None:
    app = trained(opened())
    app.pick(keys.COMPARE_MAP, "4").pick(keys.COMPARE_MAP, "7")
    assert [app.test.selectbox(key=keys.pin(k)).value for k in (0, 1)] == [4, 7]
    pins = {
        cell[0]: cell[4] for t in app.component(keys.COMPARE_MAP)["tables"] for cell in t["cells"]
    }
    assert {key: pin for key, pin in pins.items() if pin} == {"4": "A", "7": "B"}
    assert any(words.OTHER_START.en in caption.value for caption in app.test.caption)
    app.test.selectbox(key=keys.pin(1)).set_value(5)
    app.run()
    assert app.test.selectbox(key=keys.pin(1)).value == 5


@pytest.mark.parametrize("nonsense", ["", "12", "999", "-1", "²", "9" * 5000, None, 3, ["4"]])
def test_a_pick_of_nothing_changes_nothing(nonsense: object) -> None:
    app = trained(opened())
    before = app.component(keys.COMPARE_MAP)
    app.pick(keys.COMPARE_MAP, nonsense)
    assert app.component(keys.COMPARE_MAP) == before


def test_the_file_has_every_run_exactly() -> None:
    app, results = trained(opened()), expected().results()
    kept = app.test.session_state[keys.COMPARE_SWEEP]
    frame = pd.read_csv(io.StringIO(table.table(kept).to_csv(index=False)))
    assert len(frame) == 12
    assert list(frame.train_loss) == sorted(results.train_loss)
    assert set(frame.optimiser) == {"descent", "adam"}
    (shown,) = app.test.dataframe
    assert list(shown.value.train_loss) == list(frame.train_loss)


def test_more_than_fit_is_said_and_loses_nothing() -> None:
    app = trained(opened())
    before = app.component(keys.COMPARE_MAP)
    app.test.number_input(key=SEED_COUNT).set_value(40)
    app.run()
    numbers = {"optimisers": 2, "rates": 3, "seeds": 40, "runs": 240}
    assert app.warnings == [words.TOO_MANY.say("en", most=128, **numbers)]
    assert app.test.button(key=keys.COMPARE_START).disabled
    assert app.component(keys.COMPARE_MAP) == before
    app.test.multiselect(key=RATES).set_value([])
    app.run()
    assert app.warnings == [words.NOTHING_CHOSEN.en]


def test_more_steps_go_on_from_where_the_runs_are() -> None:
    app = trained(opened())
    app.test.number_input(key=STEPS).set_value(45)
    app.run()
    label = app.test.button(key=keys.COMPARE_START).label
    assert label == words.GO_ON.say("en", steps=45)
    trained(app)
    kept = app.test.session_state[keys.COMPARE_SWEEP]
    np.testing.assert_array_equal(kept.batch_loss, expected(steps=45).batch_loss)


def test_what_diverges_is_crossed_out_in_words() -> None:
    app = opened(replace(START.training, l2=1.0))
    app.test.multiselect(key=RATES).set_value([0.1, 1000.0])
    app.run()
    trained(app)
    cells = [cell for t in app.component(keys.COMPARE_MAP)["tables"] for cell in t["cells"]]
    crossed = [cell for cell in cells if cell[5]]
    assert crossed
    assert {cell[1] for cell in crossed} == {f"✕ {words.DIVERGED.en}"}
    notes = [panel["note"] for panel in app.component(keys.COMPARE_CURVES)["panels"]]
    assert notes[0] == ""
    assert notes[1].startswith("✕")
    assert words.HAS_DIVERGED.en in app.warnings


def test_the_choices_and_the_runs_survive_a_visit_elsewhere() -> None:
    app = trained(opened())
    before = app.component(keys.COMPARE_MAP)
    app.open("forward").open("compare")
    assert app.test.multiselect(key=RATES).value == [0.1, 1.0, 20.0]
    assert app.component(keys.COMPARE_MAP) == before


def test_a_link_brings_the_choices_the_runs_and_the_pair() -> None:
    app = trained(opened())
    app.pick(keys.COMPARE_MAP, "4").pick(keys.COMPARE_MAP, "7")
    app.test.toggle(key=keys.choice("comparison.log_loss")).set_value(True)
    app.run()
    link = app.component(keys.ADDRESS)["link"]
    there = App(link=link, page="compare")
    assert there.test.multiselect(key=RATES).value == [0.1, 1.0, 20.0]
    rested(there)
    kept = there.test.session_state[keys.COMPARE_SWEEP]
    np.testing.assert_array_equal(kept.batch_loss, expected().batch_loss)
    for key in (keys.COMPARE_MAP, keys.COMPARE_CURVES, keys.pair_weights(0)):
        assert there.component(key) == app.component(key)
    assert there.metrics == app.metrics
    assert there.component(keys.ADDRESS)["link"] == link
    held = there.run().test.session_state[keys.COMPARE_SWEEP]
    assert held is kept, "made once"


def test_a_link_says_how_far_the_runs_of_its_choices_are() -> None:
    app = trained(opened())
    assert app.scenario.comparison.steps_taken == 30
    app.test.number_input(key=SEED_COUNT).set_value(3)
    assert app.run().scenario.comparison.steps_taken == 0, "what is below is of another choice"
    app.test.number_input(key=SEED_COUNT).set_value(2)
    assert app.run().scenario.comparison.steps_taken == 30
    app.open("training").test.selectbox(key=keys.setting("first_digit")).set_value(5)
    assert app.run().scenario.comparison.steps_taken == 0, "the set-up is another"


def test_runs_of_fewer_steps_come_as_they_were() -> None:
    app = trained(opened())
    fewer = replace(app.scenario, comparison=replace(app.scenario.comparison, steps_taken=20))
    rested(app.link(encode(fewer)))
    kept = app.test.session_state[keys.COMPARE_SWEEP]
    np.testing.assert_array_equal(kept.batch_loss, expected(steps=20).batch_loss)
    assert words.GO_ON.say("en", steps=30) in [button.label for button in app.test.button]


@pytest.mark.parametrize(
    "compared",
    [
        Comparison(learning_rates=(), steps_taken=9),
        Comparison(seed_count=128, steps_taken=9),
        Comparison(learning_rates=(1.0,), seed_count=1, steps_taken=9, run_a=127, run_b=2),
    ],
)
def test_a_link_that_asks_for_more_than_there_is_breaks_nothing(compared: Comparison) -> None:
    app = App(replace(START, comparison=compared), "compare")
    assert app.header
    app.run()
    assert keys.COMPARE_SWEEP not in app.test.session_state or len(app.component(keys.COMPARE_MAP))


def test_train_this_one_takes_its_set_up_to_training() -> None:
    app = trained(opened())
    app.pick(keys.COMPARE_MAP, "9")
    app.test.button(key=keys.train_pinned(0)).click()
    app.run()
    setup = app.scenario.training
    assert (setup.optimiser, setup.learning_rate, setup.initial_seed) == ("adam", 1.0, 1)
    assert setup.stop_steps == START.training.stop_steps
    assert app.scenario.step == 0
    assert app.header == common.TITLE.en
