"""A file waits until it is taken; each setting can be chosen; what cannot be changes nothing."""

from __future__ import annotations

import numpy as np
import pytest

from lib.training.images_file import ImagesFileError
from lib.ui.state import own_file, own_images
from lib.ui.training.file_settings import plain
from tests.training.images_file.files import BAR_BELOW, BAR_LEFT, shades, table
from tests.ui.conftest import Tab

PUBLISHED = b"1,0,0,0,0,0,0,0,0,0,0,0,0,1,1,1,1\n0,0,1,0,0,0,1,0,0,0,1,0,0,0,1,0,0\n"
ANIMALS = table(shades(), ["cat", "dog", "cat", "dog", "dog", "emu"], separator=";").encode()


@pytest.fixture(autouse=True)
def a_tab(tab: Tab) -> Tab:
    return tab.run()


def waiting() -> own_file.Pending:
    found = own_file.pending()
    assert found is not None
    return found


def test_nothing_is_taken_before_it_is_taken() -> None:
    own_images.replace(np.zeros((3, 4, 4)), np.zeros(3))
    own_file.look_at(PUBLISHED)
    assert len(own_images.images()[0]) == 3
    assert own_file.take() == 2
    images, labels = own_images.images()
    assert images.reshape(2, 16).tolist() == [BAR_BELOW, BAR_LEFT]
    assert labels.tolist() == [1, 0]
    assert own_file.pending() is None
    assert own_file.take() == 0
    assert len(own_images.images()[0]) == 2


def test_another_answer_to_where_the_label_is() -> None:
    own_file.look_at(PUBLISHED)
    assert waiting().preview.settings.label == (0,)
    own_file.choose("label", (16,))
    preview = waiting().preview
    assert preview.labels.tolist() == [1, 0]
    assert preview.images[0, 0].tolist() == [1, 0, 0, 0]
    assert preview.notes == ()


def test_classes_stay_chosen_while_something_of_the_pixels_changes() -> None:
    own_file.look_at(ANIMALS)
    own_file.choose("classes", ("emu", "dog"))
    own_file.choose("scale", (0.0, 255.0))
    preview = waiting().preview
    assert preview.settings.classes == ("emu", "dog")
    assert preview.labels.tolist() == [1, 1, 1, 0]
    assert preview.images.max() < 0.01
    own_file.choose("header", True)  # other lines, other columns: what was chosen of them is void
    assert waiting().preview.settings.classes == ("cat", "dog")
    assert waiting().preview.settings.scale == (0.0, 1.0)
    assert waiting().chosen.separator is None
    assert len(waiting().preview.names) == 4


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("separator", ","),
        ("encoding", "utf-16-le"),
        ("label", ()),
        ("label", (3,)),
        ("classes", ("cat", "cow")),
        ("scale", (0.0, 0.1)),
    ],
)
def test_what_does_not_fit_the_file_leaves_it_read_as_it_was(name: str, value: object) -> None:
    own_file.look_at(ANIMALS)
    before = waiting()
    with pytest.raises(ImagesFileError):
        own_file.choose(name, value)
    assert waiting() is before


def test_a_file_that_cannot_be_read_does_not_wait() -> None:
    own_file.look_at(PUBLISHED)
    with pytest.raises(ImagesFileError):
        own_file.look_at(b"no table at all")
    assert own_file.pending() is None
    own_file.choose("label", (1,))
    assert own_file.pending() is None


def test_a_strangers_name_is_one_short_line() -> None:
    assert plain(" a\nb\tc ") == "a b c"
    assert plain("\u202eabc\u2066\x00") == "abc"
    assert plain("x" * 100) == "x" * 39 + "…"
    assert plain("**b**") == "**b**"
