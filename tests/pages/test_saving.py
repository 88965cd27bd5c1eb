"""A file holds what the tab holds; one that cannot be read costs nothing but a sentence."""

from __future__ import annotations

import numpy as np
import pytest

from lib.network import Architecture
from lib.scenario import (
    MOST_EXAMPLES,
    FileError,
    OwnImages,
    Saved,
    encode,
    preset,
    read_file,
    recomposed,
    write_file,
)
from lib.text import sidebar as words
from lib.training import TrainingSetup
from lib.ui.frame.saving import file_name
from lib.ui.state import keys
from tests.pages.app import App, ordinary, replace
from tests.scenario.hostile import FILES

FULL = replace(
    ordinary(8), language="zh", precision=6, variable="s-2", look="factors", operations_done=9
)
OWN = OwnImages.of(np.random.default_rng(2).random((6, 4, 4)), [0, 1, 0, 1, 0, 1])


def upload(app: App, data: bytes) -> App:
    """Choose a file in the sidebar's window."""
    (uploader,) = (
        u for u in app.test.file_uploader if u.key and u.key.startswith(keys.SCENARIO_FILE)
    )
    uploader.upload("anything.json", data, "application/json")
    return app.run()


def test_a_file_brings_everything_back() -> None:
    app = App(page="backward")
    upload(app, write_file(Saved(FULL)))
    assert app.scenario == FULL
    assert list(app.component(keys.PANEL)["values"]) == list(FULL.numbers)
    assert words.FILE_TAKEN.zh in [text.value for text in app.test.success]
    upload(app, write_file(Saved(ordinary(3))))  # the next one into the field that was emptied
    assert app.scenario == ordinary(3)
    assert not any("characters" in caption.value for caption in app.test.caption)
    net = Architecture(rows=8, columns=8, kernels=3, pool="max", outputs=3, head="squared")
    largest = recomposed(ordinary(3), net, 1)
    digits = np.random.default_rng(1).random(len(largest.numbers))
    largest = largest.with_numbers(digits.tolist())
    upload(app, write_file(Saved(largest)))
    assert app.scenario == largest
    told = words.LONG_LINK.say("en", count=len(encode(largest)))
    assert told in [caption.value for caption in app.test.caption]


def test_own_images_come_with_the_file_and_train() -> None:
    own = replace(FULL, language="en", training=TrainingSetup(data="own", stop_steps=50), step=20)
    app = App(page="training")
    upload(app, write_file(Saved(own, OWN)))
    for _ in range(3):
        app.run()
    assert app.scenario == own
    run = app.test.session_state[keys.TRAINING_RUN]
    assert run.step == 20
    assert run.dataset.name == "own"
    said = next(text for text in app.markdown if text.startswith("$y_{out}$"))
    assert "(" not in said  # nobody knows what their labels mean
    images = np.concatenate([run.dataset.train_images, run.dataset.test_images])
    assert {tuple(map(tuple, image)) for image in images} == set(OWN.images)


def test_a_malformed_file_keeps_everything_and_is_told_why() -> None:
    app = App(FULL, "forward")
    for content in FILES[::9]:
        with pytest.raises(FileError) as caught:
            read_file(content)
        upload(app, content)
        (told,) = (error.value for error in app.test.error)
        assert told == caught.value.sentence.zh
        assert app.scenario == FULL
        assert words.FILE_TAKEN.zh not in [text.value for text in app.test.success]


def test_a_file_whose_run_cannot_be_made_keeps_everything() -> None:
    app = App(FULL)
    for training in (TrainingSetup(size=1), TrainingSetup(batch_size=2000)):
        upload(app, write_file(Saved(replace(preset("notes"), training=training))))
        assert [text.value for text in app.test.error] == [words.FILE_NO_RUN.zh]
        assert app.scenario == FULL


def named(app: App, name: str) -> App:
    """Type a name for the numbers and keep them."""
    app.test.text_input[0].set_value(name)
    return app.press(words.KEEP.en)


def test_examples_are_named_kept_switched_saved_and_opened() -> None:
    app = named(App(ordinary(1)), "Exercise 1")
    one = app.scenario
    assert one == replace(ordinary(1), name="Exercise 1")
    assert words.KEPT.en in [text.value for text in app.test.success]
    app.test.number_input(key=app.held(keys.SEED)).set_value(2)
    named(app.run(), "  练习   2 ")
    two = app.scenario
    box = app.test.selectbox(key=app.held(keys.PRESET))
    assert box.options[:2] == ["★ Exercise 1", "★ 练习 2"]
    assert box.value == "mine: 练习 2"
    for name, scenario in (("Exercise 1", one), ("练习 2", two)):
        app.test.selectbox(key=app.held(keys.PRESET)).set_value(f"mine: {name}")
        assert app.run().scenario == scenario
    app.press(words.UNDO["mine"].en)
    assert app.scenario == one
    content = write_file(Saved(one, None, (one, two)))
    there = upload(App(), content)
    assert there.scenario == one
    assert there.test.selectbox(key=there.held(keys.PRESET)).options[:2] == [
        "★ Exercise 1",
        "★ 练习 2",
    ]
    there.test.button(key=keys.DELETE_EXAMPLE).click()
    there.run()
    assert there.test.selectbox(key=there.held(keys.PRESET)).options[0] == "★ 练习 2"
    assert there.scenario == one


@pytest.mark.parametrize("bad", ["", "   ", "<b>", "[a](javascript:b)"])
def test_what_is_no_name_is_said_and_changes_nothing(bad: str) -> None:
    app = named(App(), bad)
    assert [text.value for text in app.test.error] == [words.NO_NAME.en]
    assert app.scenario == preset("notes")


def test_a_file_with_too_many_examples_beside_those_there_are_changes_nothing() -> None:
    app = named(App(ordinary(1)), "Exercise 1")
    many = tuple(replace(ordinary(k), name=f"n {k}") for k in range(MOST_EXAMPLES))
    upload(app, write_file(Saved(FULL, OWN, many)))
    assert [text.value for text in app.test.error] == [words.FILE_TOO_MANY_EXAMPLES.en]
    assert app.scenario == replace(ordinary(1), name="Exercise 1")
    assert keys.OWN_IMAGES not in app.test.session_state


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("", "backprop-by-hand.json"),
        ("Exercise 3", "backprop-by-hand-Exercise-3.json"),
        ("练习 3（二）", "backprop-by-hand-练习-3-二.json"),
        ("..", "backprop-by-hand.json"),
        ("CON", "backprop-by-hand-CON.json"),
    ],
)
def test_the_file_is_called_by_the_examples_letters_and_digits(name: str, file: str) -> None:
    assert file_name(name) == file
