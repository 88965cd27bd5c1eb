"""The stored digits are those of the script, and the pairs are what they say."""

import numpy as np
import pytest

from lib.training.digits import FILE, all_digits, digit_classes
from scripts.make_digits import digit_rows


def test_the_file_is_what_the_script_makes() -> None:
    stored = np.load(FILE, allow_pickle=False)
    made = digit_rows()
    assert stored.dtype == made.dtype
    np.testing.assert_array_equal(stored, made)


def test_a_pixel_is_the_mean_of_its_block() -> None:
    from sklearn.datasets import load_digits

    original = load_digits().images[5] / 16.0
    images, _ = all_digits()
    np.testing.assert_array_equal(images[5, 1, 2], original[2:4, 4:6].mean())
    np.testing.assert_array_equal(all_digits((8, 8))[0][5], original)
    thirds = np.repeat(np.repeat(original, 3, axis=0), 3, axis=1)  # 6×6: areas of 4×4 thirds
    six = thirds.reshape(6, 4, 6, 4).mean(axis=(1, 3))
    np.testing.assert_allclose(all_digits((6, 6))[0][5], six, atol=1e-15)
    assert images.min() == 0.0
    assert images.max() == 1.0


def test_several_digits_are_classes_in_the_order_they_are_named() -> None:
    images, digits = all_digits()
    of_four, classes = digit_classes((7, 3, 0, 9))
    for k, digit in enumerate((7, 3, 0, 9)):
        np.testing.assert_array_equal(of_four[classes == k], images[digits == digit])
    assert set(classes) == {0.0, 1.0, 2.0, 3.0}
    assert len(of_four) == np.isin(digits, (0, 3, 7, 9)).sum()


@pytest.mark.parametrize("pair", [(3, 3), (0, 10), (-1, 2)])
def test_no_pair_of_one_digit_or_of_none(pair: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match=f"got {pair[0]} and {pair[1]}, wanted two different"):
        digit_classes(pair)
