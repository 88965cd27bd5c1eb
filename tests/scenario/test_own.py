"""A learner's own images: numbers in 0…1, 16 and a label each."""

from __future__ import annotations

import math
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


def test_lists_become_tuples_of_plain_floats_without_a_negative_zero() -> None:
    pixels: Any = [[-0.0, 1, *IMAGE[2:]]]
    labels: Any = [1]
    own = OwnImages(pixels, labels)
    assert own == OwnImages(((0.0, 1.0, *IMAGE[2:]),), (1.0,))
    assert math.copysign(1, own.images[0][0]) == 1
    assert {type(number) for number in (*own.images[0], *own.labels)} == {float}


@pytest.mark.parametrize(
    ("images", "labels"),
    [
        ((), ()),
        ((IMAGE,), ()),
        ((IMAGE,), (0.0, 1.0)),
        ((IMAGE[1:],), (0.0,)),
        (((*IMAGE, 0.0),), (0.0,)),
        ((IMAGE,) * 2001, (0.0,) * 2001),
        (IMAGE, (0.0,)),
        ("0" * 16, (0.0,)),
        ({}, {}),
        (None, None),
        ((IMAGE,), None),
        ((IMAGE,), "0"),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_a_wrong_count_or_shape_is_refused(images: Any, labels: Any) -> None:
    with pytest.raises(ValueError, match=r"images: wanted|labels: wanted"):
        OwnImages(images, labels)


@pytest.mark.parametrize(
    "bad", [math.nan, math.inf, -math.inf, -0.001, 1.001, 10**400, True, "0", None, [0.0], 0j]
)
def test_what_is_no_share_is_refused(bad: Any) -> None:
    with pytest.raises(ValueError, match="images: wanted numbers from 0 to 1"):
        OwnImages(((bad, *IMAGE[1:]),), (0.0,))
    with pytest.raises(ValueError, match="labels: wanted numbers from 0 to 1"):
        OwnImages((IMAGE,), (bad,))


@pytest.mark.parametrize("shape", [(2, 4, 4), (4, 4), (1, 3, 4), (1, 16), (1, 1, 4, 4)])
def test_arrays_of_another_shape_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="images: got shape"):
        OwnImages.of(np.zeros(shape), np.zeros(1))
