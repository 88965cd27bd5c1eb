"""A file for a network that tells several classes apart."""

from __future__ import annotations

import numpy as np
import pytest

from lib.training.images_file import ImagesFileError, Preview, Settings, most_images, read_images
from tests.training.images_file.files import said, shades, table

ANIMALS = ["cow", "ant", "bee"] * 2


def read(labels: list[object], settings: Settings | None = None, classes: int = 3) -> Preview:
    content = table(shades(len(labels), side=9), labels)
    return read_images(content.encode(), settings, shape=(8, 8), classes=classes)


def test_each_class_gets_a_number_in_order() -> None:
    preview = read([2, 0, 1, 1, 0, 2])
    assert preview.labels.tolist() == [2, 0, 1, 1, 0, 2]
    assert preview.settings.classes == ("0", "1", "2")
    assert said(preview) == ["resized"]
    assert preview.images.shape == (6, 8, 8)
    named = read(list(ANIMALS))
    assert named.labels.tolist() == [2, 0, 1, 2, 0, 1]
    assert said(named) == ["classes_in_order", "resized"]
    chosen = read(list(ANIMALS), Settings(classes=("bee", "cow", "ant")))
    assert chosen.labels.tolist() == [1, 2, 0, 1, 2, 0]


def test_more_classes_than_wanted_are_left_out_and_fewer_are_refused() -> None:
    preview = read([*ANIMALS, "dog"])
    assert preview.labels.tolist() == [2, 0, 1, 2, 0, 1]
    (note,) = (note for note in preview.notes if note.about == "classes_of_many")
    assert dict(note.numbers) == {"count": 4, "left_out": 1, "wanted": 3}
    with pytest.raises(ImagesFileError) as caught:
        read(["ant", "bee", "ant", "bee"])
    assert caught.value.problem == "few_classes"
    assert dict(caught.value.numbers) == {"got": 2, "wanted": 3}
    with pytest.raises(ImagesFileError):
        read(list(ANIMALS), Settings(classes=("ant", "bee", "bee")))


def test_larger_images_are_fewer() -> None:
    assert [most_images((side, side)) for side in (2, 4, 8)] == [2000, 2000, 500]
    preview = read([0, 1, 2] * 250)
    assert len(preview.images) == 500
    assert np.bincount(preview.labels.astype(int)).min() > 150
