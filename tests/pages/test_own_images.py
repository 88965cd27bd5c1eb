"""A file of images is read as it was meant; one that cannot be read changes nothing."""

from __future__ import annotations

import numpy as np
import pytest

from lib.scenario import preset
from lib.text import Language, numbers, training_views
from lib.text import images_file as words
from lib.training.images_file import read_images
from lib.ui.state import keys
from tests.pages.app import App, replace

PUBLISHED = b"""label,pixel0,p1,p2,p3,p4,p5,p6,p7,p8,p9,p10,p11,p12,p13,p14,p15
1,0,0,0,0,0,0,0,0,0,0,0,0,255,255,255,255
0,0,255,0,0,0,255,0,0,0,255,0,0,0,255,0,0
"""
UNNAMED = PUBLISHED.partition(b"\n")[2]


def upload(data: bytes, language: Language = "en") -> App:
    """The training page after a file was chosen."""
    app = App(replace(preset("notes"), language=language), page="training")
    (uploader,) = (box for box in app.test.file_uploader if box.key == keys.file_of_images(0))
    uploader.upload("images.csv", data, "text/csv")
    return app.run()


def take(app: App) -> App:
    (button,) = (button for button in app.test.button if button.key == keys.OWN_FILE_TAKE)
    button.click()
    return app.run()


def test_a_published_file_is_shown_and_then_trains() -> None:
    app = upload(PUBLISHED)
    before = app.scenario.training.data
    assert before == "digits"
    assert keys.OWN_IMAGES not in app.test.session_state
    expected = read_images(PUBLISHED, shape=(4, 4))
    shown = app.component(keys.OWN_FILE_PICTURES)["pictures"]
    assert [picture["lines"] for picture in shown] == [["1", "yy = 1"], ["0", "yy = 0"]]
    assert [picture["pixels"] for picture in shown] == expected.images.tolist()
    captions = [caption.value for caption in app.test.caption]
    assert words.NOTES["scaled"].say("en", low="0", high="255") in captions
    take(app)
    assert app.scenario.training.data == "own"
    images, labels = app.test.session_state[keys.OWN_IMAGES]
    np.testing.assert_array_equal(images, expected.images)
    np.testing.assert_array_equal(labels, [1, 0])
    (message,) = [text.value for text in app.test.success]
    assert message == training_views.UPLOADED.say("en", count=2)
    assert not [button for button in app.test.button if button.key == keys.OWN_FILE_TAKE]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_guess_is_a_question_and_the_other_answer_can_be_given(language: Language) -> None:
    app = upload(UNNAMED.replace(b"255", b"1"), language)
    (message,) = [text.value for text in app.test.warning]
    assert message == words.NOTES["label_guessed"].say(language, column="1")
    columns = app.test.multiselect(key=keys.file_setting("label"))
    assert columns.value == [0]
    columns.set_value([16])
    app.run()
    assert not app.test.warning
    app.test.multiselect(key=keys.file_setting("label")).set_value([3])  # one class: read as before
    app.run()
    assert words.AS_BEFORE.say(language) in app.test.error[0].value
    assert app.test.multiselect(key=keys.file_setting("label")).value == [16]
    take(app)
    images, _ = app.test.session_state[keys.OWN_IMAGES]
    assert images[0, 0].tolist() == [1, 0, 0, 0]


def test_classes_change_places() -> None:
    app = upload(PUBLISHED.replace(b"\n1,", b"\ndog,").replace(b"\n0,", b"\n**cat**,"))
    app.test.selectbox(key=keys.file_setting("class-0")).set_value(1)
    app.run()
    assert app.test.selectbox(key=keys.file_setting("class-1")).value == 0
    take(app)
    _, labels = app.test.session_state[keys.OWN_IMAGES]
    assert labels.tolist() == [0, 1]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_bad_cell_is_named_and_nothing_changes(language: Language) -> None:
    app = upload(PUBLISHED.replace(b"1,0,0", b"1,0_1,0", 1), language)
    (message,) = [text.value for text in app.test.error]
    what = numbers.REFUSALS["not_a_number"].say(language)
    assert words.PLACE.say(language, line=2, column=2, what=what) in message
    assert training_views.KEPT.say(language) in message
    assert keys.OWN_IMAGES not in app.test.session_state
    assert app.scenario.training.data == "digits"
