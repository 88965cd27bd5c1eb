"""A file holds what the tab holds; one that cannot be read costs nothing but a sentence."""

from __future__ import annotations

import numpy as np
import pytest

from lib.scenario import FileError, OwnImages, Saved, preset, read_file, write_file
from lib.text import sidebar as words
from lib.training import TrainingSetup
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
    assert {tuple(image.flat) for image in images} == set(OWN.images)


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
