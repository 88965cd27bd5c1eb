"""Training, its views and Compare with a composed network: its numbers, its classes, its limits."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from lib.network import Architecture
from lib.network.places import split, weights_of
from lib.scenario import Scenario, decode, encode, preset, randomised, recomposed
from lib.text import compare as compare_words
from lib.text import training as words
from lib.text import training_views
from lib.training import Run, gallery_of, load_dataset
from lib.ui.state import keys
from lib.ui.training.run_csv import run_csv
from tests.pages.app import App, replace
from tests.pages.reading import agrees

POOLED = Architecture(
    rows=6, columns=6, kernels=2, kernel_bias=True, dense_bias=True, activation="relu", pool="max"
)
THREE = Architecture(
    rows=8, columns=8, kernels=3, kernel_bias=True, dense_bias=True, activation="relu", pool="max",
    outputs=3, head="softmax",
)  # fmt: skip
SQUARED = Architecture(channels=2, activation="tanh", head="squared")


def composed(net: Architecture) -> Scenario:
    scenario = randomised(recomposed(preset("notes"), net, 3), 3)
    training = replace(scenario.training, optimiser="adam", learning_rate=0.05, size=90)
    return replace(scenario, training=training)


def check(app: App, run: Run) -> None:
    """The page shows this very run: every weight in its matrix, losses, accuracies, step."""
    digits = app.scenario.precision
    shown = app.component(keys.TRAINED_WEIGHTS)
    told = [cell[2].partition(" = ")[2] for cell in shown["cells"]]
    for text, weight in zip(told, run.weights, strict=True):
        assert agrees(text, float(weight), digits)
    assert agrees(app.metrics[words.TRAIN_LOSS.en], float(run.history.train_loss[-1]), 3)
    share = float(run.history.test_accuracy[-1])
    accuracy = "–" if np.isnan(share) else f"{100 * share:.1f}%"
    assert app.metrics[words.TEST_ACCURACY.en] == accuracy
    assert app.scenario.step == run.step


@pytest.mark.parametrize("net", [POOLED, THREE, SQUARED], ids=["pooled", "three", "squared"])
def test_a_composed_network_is_trained_seen_and_sent_to_the_sliders(net: Architecture) -> None:
    app = App(composed(net), "training")
    assert app.scenario.training.architecture == net
    app.press(words.STEP.en)
    app.press(words.PLAY.en)
    app.run()
    app.press(words.PAUSE.en)
    run = Run(app.scenario.training)
    run.advance(app.scenario.step)
    assert run.step > 5
    check(app, run)
    for view in ("weights", "gallery", "travel", "landscape", "curves"):
        app.test.segmented_control(key=keys.choice("training_page.view")).set_value(view)
        app.run()
        if view == "gallery":
            data = run.dataset
            found = gallery_of(net, run.weights, data.test_images, data.test_labels)
            picture = app.component(keys.GALLERY)["pictures"][0]
            assert picture["key"] == f"test-{found.order[0]}"
            assert picture["bad"] == (not found.right[0])
            said = data.classes[found.said[0]] if net.outputs > 1 else f"{found.y_out[0]:.3f}"
            assert picture["lines"][0].endswith(said)
            assert len(picture["pixels"]) == net.rows
    # a link to the run makes it again, to the last bit
    text = encode(app.scenario)
    assert decode(text) == app.scenario
    again = App(link=text, page="training")
    for _ in range(4):
        again.run()
    check(again, run)
    # all weights, and the image that is chosen, stand on the sliders of every page
    app.press(words.SEND.en)
    network = app.scenario.network
    assert network is not None
    parts = split(net, run.weights)
    for name in ("kernel", "kernel_bias", "dense", "dense_bias"):
        held = getattr(network, name)
        np.testing.assert_array_equal(held, parts[name].ravel() if name in parts else ())
    images, labels = run.dataset.test_images[0], run.dataset.test_labels[0]
    np.testing.assert_array_equal(network.image, images.ravel())
    np.testing.assert_array_equal(network.target, np.ravel(labels))
    app.open("training")
    assert app.scenario.step == run.step  # the run is still there


def test_each_class_has_a_digit_of_its_own() -> None:
    app = App(composed(THREE), "training")
    third = keys.setting("third_digit")
    assert app.test.selectbox(key=third).value == 2
    app.test.selectbox(key=third).set_value(7)
    app.run()
    assert app.scenario.training.digits == (*app.scenario.training.digits[:2], 7)
    app.test.selectbox(key=third).set_value(app.scenario.training.first_digit)
    app.run()
    assert app.warnings == [words.SAME_DIGIT.en]
    assert app.scenario.training.digits[2] == 7
    assert any(words.FITS_SEVERAL.en in str(caption.value) for caption in app.test.caption)


def test_the_sliders_weights_and_image_are_a_start() -> None:
    app = App(composed(POOLED), "training")
    network = app.scenario.network
    assert network is not None
    app.test.selectbox(key=keys.setting("data")).set_value("image")
    app.run()
    app.test.segmented_control(key=keys.choice("training_page.settings")).set_value("start")
    app.run()
    app.test.selectbox(key=keys.setting("initial")).set_value("given")
    app.run()
    assert app.scenario.training.numbers == network.numbers
    app.press(words.STEP.en)
    run = Run(app.scenario.training)
    learned = (*network.kernel, *network.kernel_bias, *network.dense, *network.dense_bias)
    np.testing.assert_array_equal(run.weights, learned)
    run.advance(1)
    check(app, run)
    assert decode(encode(app.scenario)) == app.scenario
    # the run keeps its start when the sliders move on
    moved = app.scenario.with_numbers((*app.scenario.numbers[:-1], 0.5))
    assert moved.training == app.scenario.training


def test_a_given_gradient_is_not_trained_and_the_page_says_so() -> None:
    given = Architecture(activation="none", head="given")
    app = App(randomised(recomposed(preset("notes"), given, 3), 3), "training")
    assert [info.value for info in app.test.info] == [words.NOT_TRAINED.en]
    app.open("compare")
    assert [info.value for info in app.test.info] == [words.NOT_TRAINED.en]


def test_another_network_starts_another_run() -> None:
    app = App(composed(POOLED), "training")
    app.press(words.STEP.en)
    scenario = app.scenario
    assert scenario.step == 1
    other = recomposed(scenario, THREE, 1)
    assert (other.step, other.rate_changes) == (0, ())
    assert other.training == replace(scenario.training, architecture=THREE)
    back = other.with_network(None)
    assert back.training.architecture == preset("notes").architecture
    assert load_dataset(back.training).train_images.shape[1:] == (4, 4)


def test_the_file_of_a_run_has_every_weight_by_its_key() -> None:
    run = Run(composed(THREE).training)
    run.advance(20)
    rows = list(csv.DictReader(run_csv(run).splitlines()))
    held = [[float(row[v.key]) for v in weights_of(THREE)] for row in rows]
    np.testing.assert_array_equal(held, run.path())
    assert "dense_bias-2" in rows[0]


def test_compare_trains_them_too_and_says_how_many_fit() -> None:
    scenario = composed(THREE)
    few = replace(
        scenario.comparison, learning_rates=(0.02, 0.5), seed_count=2, optimisers=("adam",), steps=9
    )
    app = App(replace(scenario, comparison=few), "compare")
    app.test.button(key=keys.COMPARE_START).click()
    app.run()
    for _ in range(4):
        app.run()
    sweep = app.test.session_state[keys.COMPARE_SWEEP]
    assert sweep.step == 9
    alone = Run(replace(sweep.setups[1], stop_steps=0))
    alone.advance(9)
    np.testing.assert_array_equal(sweep.weights(1), alone.weights)
    tiles = app.component(keys.pair_weights(0))["cells"]
    assert len(tiles) >= 2 * THREE.parameter_count
    app.test.number_input(key=keys.choice("comparison.seed_count")).set_value(25)
    app.run()
    numbers = {"optimisers": 1, "rates": 2, "seeds": 25, "runs": 50}
    assert app.warnings == [compare_words.TOO_MANY.say("en", most=48, **numbers)]


def test_own_images_have_the_network_s_size_and_classes() -> None:
    app = App(composed(THREE), "training")
    for label in (0, 1, 2):
        pixels = [0.0] * 64
        pixels[label] = 1.0
        app.trigger(keys.OWN_EASEL, "added", {"pixels": pixels, "label": label, "count": label})
    assert app.scenario.training.data == "own"
    run = Run(app.scenario.training, app.test.session_state[keys.TRAINING_RUN].dataset)
    assert run.dataset.train_images.shape == (3, 8, 8)
    app.press(words.STEP.en)
    run.advance(1)
    check(app, run)
    told = training_views.OWN_COUNT_OF_CLASS
    counts = " · ".join(told.say("en", number=number, count=1) for number in range(3))
    assert counts in app.markdown
