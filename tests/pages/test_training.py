"""Training plays, steps, starts again at the same start, and hands its weights to Backward."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from lib.derivation import Precision
from lib.network import forward
from lib.scenario import decode, preset
from lib.text import LANGUAGES, Language, training_views
from lib.text import training as words
from lib.training import CHOICES, Run, TrainingSetup
from lib.ui.frame.pages import PAGES
from lib.ui.state import keys
from lib.ui.state.training_run import SLICE
from tests.pages.app import App, replace
from tests.pages.reading import agrees

START = preset("notes")
SETUP = START.training


def weights_shown(app: App) -> list[str]:
    """The 13 weights in the picture of the run."""
    return [cell[2].partition(" = ")[2] for cell in app.component(keys.TRAINED_WEIGHTS)["cells"]]


def check(app: App, run: Run) -> None:
    """The page shows this very run: weights, losses, accuracies, step."""
    digits = app.scenario.precision
    few: Precision = 3 if digits == 3 else 6  # what a metric has room for
    true = [*run.parameters.kernel.flat, *run.parameters.dense]
    for text, weight in zip(weights_shown(app), true, strict=True):
        assert agrees(text, float(weight), digits)
    metrics = app.metrics
    assert agrees(metrics[words.TRAIN_LOSS.en], float(run.history.train_loss[-1]), few)
    assert agrees(metrics[words.TEST_LOSS.en], float(run.history.test_loss[-1]), few)
    accuracy = f"{100 * float(run.history.test_accuracy[-1]):.1f}%"
    assert metrics[words.TEST_ACCURACY.en] == accuracy
    assert app.scenario.step == run.step


def group(app: App, name: str) -> None:
    """Open a group of settings."""
    app.test.segmented_control(key=keys.choice("training_page.settings")).set_value(name)
    app.run()


def fresh(steps: int, setup: TrainingSetup = SETUP, changes: Any = ()) -> Run:
    run = Run(setup, rate_changes=changes)
    run.advance(steps)
    return run


def test_play_step_pause_and_reset() -> None:
    app = App(replace(START, precision=17), "training")
    check(app, fresh(0))
    app.press(words.STEP.en)
    check(app, fresh(1))
    app.press(words.PLAY.en)  # the press runs one frame already
    first = app.scenario.step
    app.run()
    frame_steps = app.scenario.step - first
    assert (
        frame_steps
        == app.test.select_slider(key=keys.choice("training_page.steps_per_frame")).value
    )
    app.run()
    check(app, fresh(1 + 3 * frame_steps))
    assert [button.disabled for button in app.test.button if button.label == words.STEP.en] == [
        True
    ]
    app.press(words.PAUSE.en)
    at_rest = app.scenario
    app.run()
    assert app.scenario == at_rest
    assert decode(app.component(keys.ADDRESS)["link"]) == at_rest
    app.press(words.RESTART.en)
    assert app.scenario == replace(START, precision=17)
    check(app, fresh(0))


def test_another_page_pauses_and_the_run_is_still_there() -> None:
    app = App(page="training")
    app.press(words.PLAY.en)
    app.open("network")
    step = app.scenario.step
    app.run()
    app.open("training")
    assert app.scenario.step == step > 0
    check(app, fresh(step))


def test_the_run_ends_where_it_is_told_to() -> None:
    app = App(replace(START, training=replace(SETUP, stop_steps=12)), "training")
    app.press(words.PLAY.en)
    for _ in range(4):
        app.run()
    check(app, fresh(12))
    assert [text.value for text in app.test.success] == [words.DONE.say("en", stop=12)]
    group(app, "start")
    app.test.number_input(key=keys.setting("stop_steps")).set_value(20)
    app.run()
    assert not app.test.success
    app.press(words.STEP.en)
    check(app, fresh(13))


def test_a_link_in_the_middle_of_a_run_shows_the_same_numbers() -> None:
    changes = ((40, 0.5), (90, 8.0))
    scenario = replace(START, precision=17, step=123, rate_changes=changes)
    app = App(scenario, "training")
    for _ in range(3):
        app.run()
    assert app.scenario == scenario
    check(app, fresh(123, changes=changes))


def test_a_long_run_is_caught_up_with_in_slices() -> None:
    long = replace(START, training=replace(SETUP, stop_steps=100_000), step=3 * SLICE + 5)
    app = App(long, "training")
    shown = []
    for _ in range(6):
        shown.append(app.test.session_state[keys.TRAINING_RUN].step)
        app.run()
    assert np.diff(shown).max() <= SLICE
    assert app.test.session_state[keys.TRAINING_RUN].step == long.step
    assert app.scenario == long
    check(app, fresh(long.step, long.training))


def test_the_rate_changes_without_a_new_start() -> None:
    app = App(page="training")
    for _ in range(7):
        app.press(words.STEP.en)
    app.test.select_slider(key=keys.setting("rate")).set_value(0.5)
    app.run()
    assert app.scenario.rate_changes == ((7, 0.5),)
    assert app.scenario.step == 7
    for _ in range(5):
        app.press(words.STEP.en)
    check(app, fresh(12, changes=((7, 0.5),)))
    app.press(words.RESTART.en)  # the same initial weights, with the rate as it is now
    assert app.scenario == replace(START, training=replace(SETUP, learning_rate=0.5))
    check(app, fresh(0))


def test_the_41st_change_of_the_rate_is_refused_with_a_sentence() -> None:
    changes = tuple((k, 1.0 + k) for k in range(40))
    app = App(replace(START, step=60, rate_changes=changes), "training")
    app.run()
    app.test.select_slider(key=keys.setting("rate")).set_value(0.5)
    app.run()
    assert words.TOO_MANY_CHANGES.en in app.warnings
    assert app.scenario.rate_changes == changes
    assert app.scenario.step == 60
    app.run()
    assert words.TOO_MANY_CHANGES.en not in app.warnings


@pytest.mark.parametrize("digit", ["first_digit", "second_digit"])
def test_two_equal_digits_are_refused_with_a_sentence(digit: str) -> None:
    app = App(page="training")
    app.press(words.STEP.en)
    clash = {"first_digit": 1, "second_digit": 0}[digit]
    app.test.selectbox(key=keys.setting(digit)).set_value(clash)
    app.run()
    assert words.SAME_DIGIT.en in app.warnings
    assert app.scenario == replace(START, step=1)
    assert app.test.selectbox(key=keys.setting(digit)).value == getattr(SETUP, digit), (
        "the old pair is shown"
    )
    app.test.selectbox(key=keys.setting(digit)).set_value(7)
    app.run()
    assert words.SAME_DIGIT.en not in app.warnings
    changed = replace(SETUP, **{digit: 7})
    assert app.scenario == replace(START, training=changed)
    check(app, fresh(0, changed))


def test_a_seed_starts_a_new_run() -> None:
    app = App(page="training")
    app.press(words.STEP.en)
    group(app, "start")
    app.test.number_input(key=keys.setting("initial_seed")).set_value(5)
    app.run()
    check(app, fresh(0, replace(SETUP, initial_seed=5)))
    group(app, "data")
    app.test.number_input(key=keys.setting("split_seed")).set_value(9)
    app.run()
    check(app, fresh(0, replace(SETUP, initial_seed=5, split_seed=9)))


def test_a_run_that_diverges_says_so_and_keeps_its_history() -> None:
    wild = replace(SETUP, learning_rate=1e6)
    app = App(replace(START, training=wild), "training")
    app.press(words.PLAY.en)
    for _ in range(30):
        app.run()
    run: Run = app.test.session_state[keys.TRAINING_RUN]
    assert run.stopped is not None
    assert run.stopped.reason == "diverged"
    told = [text.value for text in app.test.error]
    assert told == [words.DIVERGED.say("en", step=run.step)]
    check(app, fresh(run.step, wild))


def test_send_puts_weights_and_image_on_the_sliders_of_backward() -> None:
    app = App(replace(START, precision=6), "training")
    app.press(words.PLAY.en)
    app.run()
    app.press(words.PAUSE.en)
    app.test.number_input(key=keys.choice("training_page.image")).set_value(4)
    app.run()
    run: Run = app.test.session_state[keys.TRAINING_RUN]
    image, label = run.dataset.test_images[4], float(run.dataset.test_labels[4])
    y_out = float(forward(run.parameters, image).y_out)
    said = next(text for text in app.markdown if text.startswith("$y_{out}$"))
    assert agrees(said.split(" = ")[1].split(",")[0], y_out, 6)
    assert ((y_out >= 0.5) == (label == 1)) == (words.RIGHT.en in said)
    digit = run.dataset.classes[int(label)]
    assert f"({words.DIGIT.say('en', digit=digit)})" in said
    step = app.scenario.step
    app.press(words.SEND.en)
    sent = app.scenario
    assert sent.numbers == (*image.flat, *run.parameters.kernel.flat, *run.parameters.dense, label)
    assert sent.step == step
    assert list(app.component(keys.PANEL)["values"]) == list(sent.numbers)
    assert app.header.startswith(PAGES["backward"].title.en)


def test_weights_too_large_for_the_sliders_are_not_sent() -> None:
    wild = replace(SETUP, learning_rate=1e6, initial_scale=10.0)
    for step in range(1, 12):
        run = fresh(step, wild)
        if np.abs([*run.parameters.kernel.flat, *run.parameters.dense]).max() > 1000:
            break
    assert run.step == step
    app = App(replace(START, training=wild, step=step), "training")
    app.run()
    app.press(words.SEND.en)
    assert words.TOO_LARGE.en in app.warnings
    assert app.scenario.numbers == START.numbers


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_view_and_every_group_of_settings_opens(language: Language) -> None:
    app = App(replace(START, language=language, step=30), "training")
    app.run()
    for name in training_views.CONTROL_NAMES:
        group(app, name)
    for view in training_views.VIEWS:
        app.test.segmented_control(key=keys.choice("training_page.view")).set_value(view)
        app.run()
        assert app.scenario.training_page.view == view
        app.press(words.STEP.say(language))
    assert app.scenario.step == 30 + len(training_views.VIEWS)
    check_weights = fresh(app.scenario.step)
    assert app.test.session_state[keys.TRAINING_RUN].parameters == check_weights.parameters


def test_every_kind_of_data_optimiser_schedule_and_start_trains() -> None:
    app = App(page="training")
    for name in ("data", "optimiser", "schedule", "initial"):
        group(app, {"data": "data", "initial": "start"}.get(name, "descent"))
        for choice in CHOICES[name]:
            if choice == "own":
                continue
            app.test.selectbox(key=keys.setting(name)).set_value(choice)
            app.run()
            assert getattr(app.scenario.training, name) == choice
            if name == "optimiser":
                noted = training_views.MOMENTUM_NOTE.en in captions(app)
                assert noted == (choice in ("momentum", "nesterov"))
            app.press(words.RESTART.en)
            app.press(words.STEP.en)
            assert app.scenario.step == 1
            wanted = fresh(1, app.scenario.training).parameters
            assert app.test.session_state[keys.TRAINING_RUN].parameters == wanted


def test_own_images_need_one_of_each_label() -> None:
    app = App(page="training")
    app.test.selectbox(key=keys.setting("data")).set_value("own")
    app.run()
    assert training_views.OWN_FIRST.en in app.warnings
    assert app.scenario == START


def test_a_soft_label_says_which_loss_cannot_be_reached() -> None:
    soft = replace(SETUP, data="image", given=replace(SETUP.given, label=0.3))
    app = App(replace(START, training=soft), "training")
    group(app, "start")
    assert training_views.LEAST_LOSS.say("en", least="0.610864") in captions(app)


def captions(app: App) -> list[str]:
    return [caption.value for caption in app.test.caption]


def widget_of(app: App, path: str) -> Any:
    """The widget of a choice, of whatever kind it is."""
    (found,) = (one for one in app.test if getattr(one, "key", None) == keys.choice(path))
    return found


def test_a_link_brings_what_was_open_and_chosen() -> None:
    app = App(replace(START, step=30), "training")
    app.run()
    for view, widget, value in (
        ("gallery", "training_page.gallery_order", "best"),
        ("travel", "training_page.travel_step", 12),
        ("landscape", "training_page.landscape_up", 3),
    ):
        app.test.segmented_control(key=keys.choice("training_page.view")).set_value(view)
        app.run()
        widget_of(app, widget).set_value(value)
        app.run()
        there = App(link=app.component(keys.ADDRESS)["link"], page="training").run()
        assert widget_of(there, widget).value == value
        assert there.markdown == app.markdown
        assert [c.value for c in there.test.caption] == [c.value for c in app.test.caption]
