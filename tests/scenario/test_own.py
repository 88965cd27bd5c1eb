"""A learner's own images: numbers in 0…1, 16 and a label each."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from lib.scenario import OwnImages

IMAGE = (0.0,) * 15 + (1.0,)


def test_arrays_go_in_and_out() -> None:
    images = np.random.default_rng(1).random((5, 4, 4))
    labels = np.array([0.0, 1.0, 1.0, 0.0, 0.25])
    own = OwnImages.of(images, labels)
    np.testing.assert_array_equal(own.arrays()[0], images)
    np.testing.assert_array_equal(own.arrays()[1], labels)
    assert own == OwnImages(own.images, own.labels)
    assert OwnImages().arrays()[0].shape == (0, 4, 4)


@pytest.mark.parametrize(
    ("images", "labels"),
    [
        ((IMAGE,), ()),
        ((IMAGE,), (0.0, 1.0)),
        ((IMAGE[1:],), (0.0,)),
        ((IMAGE,) * 2001, (0.0,) * 2001),
        (((1.001, *IMAGE[1:]),), (0.0,)),
        ((IMAGE,), (-0.001,)),
        (IMAGE, (0.0,)),
        ("0" * 16, (0.0,)),
        (None, None),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_what_is_no_image_with_a_label_is_refused(images: Any, labels: Any) -> None:
    with pytest.raises(ValueError, match=r"^(images|labels).*: wanted "):
        OwnImages(images, labels)


@pytest.mark.parametrize("shape", [(2, 4, 4), (4, 4), (1, 16), (1, 1, 4, 4)])
def test_arrays_of_another_shape_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="images: got shape"):
        OwnImages.of(np.zeros(shape), np.zeros(1))


def test_images_of_another_size_are_of_one_size_and_not_too_many() -> None:
    images = np.random.default_rng(2).random((4, 3, 7))
    own = OwnImages.of(images, [0.0, 1.0, 2.0, 4.0])
    np.testing.assert_array_equal(own.arrays()[0], images)
    assert OwnImages.of(np.zeros((500, 8, 8)), np.zeros(500)).images
    for bad in (
        np.zeros((501, 8, 8)).tolist(),
        [np.zeros((4, 4)).tolist(), np.zeros((4, 5)).tolist()],
        np.zeros((1, 9, 2)).tolist(),
        [[[0.0, 1.0], [0.0]]],
        [[[]]],
        [[]],
    ):
        with pytest.raises(ValueError, match=r"^images.*: wanted "):
            OwnImages(bad, [0.0] * len(bad))
    with pytest.raises(ValueError, match=r"^labels\[0\]: wanted "):
        OwnImages.of(images, [5.0, 0.0, 0.0, 0.0])
