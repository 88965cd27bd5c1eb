"""The stored digits are those of the script, and the pairs are what they say."""

import numpy as np
import pytest

from lib.training.digits import FILE, all_digits, digit_pair
from scripts.make_digits import shrunken_digits


def test_the_file_is_what_the_script_makes() -> None:
    stored = np.load(FILE, allow_pickle=False)
    made = shrunken_digits()
    assert stored.dtype == made.dtype
    np.testing.assert_array_equal(stored, made)


def test_a_pixel_is_the_mean_of_its_block() -> None:
    from sklearn.datasets import load_digits

    original = load_digits().images[5] / 16.0
    images, _ = all_digits()
    np.testing.assert_array_equal(images[5, 1, 2], original[2:4, 4:6].mean())
    assert images.min() == 0.0
    assert images.max() == 1.0


def test_a_pair_holds_every_image_of_its_two_digits_and_no_other() -> None:
    images, digits = all_digits()
    pair, labels = digit_pair(7, 3)
    np.testing.assert_array_equal(pair[labels == 0], images[digits == 7])
    np.testing.assert_array_equal(pair[labels == 1], images[digits == 3])
    assert set(labels) == {0.0, 1.0}


@pytest.mark.parametrize("pair", [(3, 3), (0, 10), (-1, 2)])
def test_no_pair_of_one_digit_or_of_none(pair: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match=f"got {pair[0]} and {pair[1]}, wanted two different"):
        digit_pair(*pair)
