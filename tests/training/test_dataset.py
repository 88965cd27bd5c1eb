"""Where the images come from, and how they are divided."""

from dataclasses import replace

import numpy as np
import pytest

from lib.training import Dataset, TrainingSetup, load_dataset, split, with_noise
from lib.training.digits import digit_classes


def rows(images: np.ndarray) -> list[bytes]:
    return sorted(image.tobytes() for image in images)


def test_every_image_is_in_one_part_and_keeps_its_label() -> None:
    images, labels = digit_classes((3, 8))
    data = load_dataset(TrainingSetup(first_digit=3, second_digit=8, train_share=0.6))
    assert data.classes == ("3", "8")
    together = np.concatenate([data.train_images, data.test_images])
    for label in (0, 1):
        mine = together[np.concatenate([data.train_labels, data.test_labels]) == label]
        assert rows(mine) == rows(images[labels == label])
        count = (data.train_labels == label).sum()
        assert count == round(0.6 * (labels == label).sum())


def test_the_seed_chooses_the_split() -> None:
    setup = TrainingSetup()
    first, again = load_dataset(setup), load_dataset(setup)
    other = load_dataset(replace(setup, split_seed=1))
    np.testing.assert_array_equal(first.train_images, again.train_images)
    assert rows(first.train_images) != rows(other.train_images)


@pytest.mark.parametrize("data", ["digits", "bars", "xor"])
def test_an_even_size_is_balanced_and_an_odd_one_has_one_more_zero(data: str) -> None:
    setup = TrainingSetup(data=data, train_share=0.5)
    even, odd = load_dataset(replace(setup, size=100)), load_dataset(replace(setup, size=101))
    for part in (even, odd):
        assert part.train_labels.sum() == 25
    assert len(even.train_labels) == 50
    assert len(odd.train_labels) + len(odd.test_labels) == 101


def test_a_size_beyond_the_digits_takes_all_of_them() -> None:
    everything, more = load_dataset(TrainingSetup()), load_dataset(TrainingSetup(size=2000))
    assert len(everything.train_labels) == len(more.train_labels)


def test_a_size_of_one_has_no_pair() -> None:
    with pytest.raises(ValueError, match="size: got 1"):
        load_dataset(TrainingSetup(size=1))


def test_noise_moves_pixels_but_not_images() -> None:
    setup = TrainingSetup(size=60)
    clean, noisy = load_dataset(setup), load_dataset(replace(setup, noise=0.1))
    np.testing.assert_array_equal(clean.train_labels, noisy.train_labels)
    gap = noisy.train_images - clean.train_images
    assert 0.02 < np.abs(gap).mean() < 0.1
    assert noisy.train_images.min() >= 0
    assert noisy.train_images.max() <= 1
    inside = with_noise(np.full((4000, 4, 4), 0.5), 0.1, 3)
    assert inside.std() == pytest.approx(0.1, rel=0.02)


def test_own_images_have_to_be_brought() -> None:
    with pytest.raises(ValueError, match="data: got 'own', wanted the images"):
        load_dataset(TrainingSetup(data="own"))


def test_a_class_without_images_is_named() -> None:
    images = np.zeros((4, 4, 4))
    for label in (0, 1):
        with pytest.raises(ValueError, match=f"got no image of class {1 - label}"):
            split(images, np.full(4, label), seed=0, train_share=0.5)


def test_one_image_of_each_class_is_enough_to_train() -> None:
    data = split(np.zeros((2, 4, 4)), [0, 1], seed=0, train_share=0.1)
    assert sorted(data.train_labels) == [0, 1]
    assert data.test_images.shape == (0, 4, 4)


def test_what_a_data_set_refuses() -> None:
    image = np.zeros((2, 4, 4))
    with pytest.raises(ValueError, match=r"train_images: got shape \(4, 4\)"):
        Dataset("own", ("0", "1"), np.zeros((4, 4)), np.zeros(4), image, np.zeros(2))
    with pytest.raises(ValueError, match=r"test_images: got shape \(2, 4, 4\), wanted \(3, 4, 4\)"):
        Dataset("own", ("0", "1"), image, np.zeros(2), image, np.zeros(3))
    with pytest.raises(ValueError, match="label: got 2"):
        Dataset("own", ("0", "1"), image, np.array([0.0, 2.0]), image, np.zeros(2))
    with pytest.raises(ValueError, match="train_share: got 0"):
        split(image, [0, 1], seed=0, train_share=0)
    with pytest.raises(ValueError, match=r"labels: got shape \(3,\), wanted \(2,\)"):
        split(image, [0, 1, 1], seed=0, train_share=0.5)


def test_a_data_set_is_its_own() -> None:
    images = np.zeros((2, 4, 4))
    data = split(images, [0, 1], seed=0, train_share=1.0)
    images[:] = 1
    assert data.train_images.max() == 0
    with pytest.raises(ValueError, match="read-only"):
        data.train_images[0] = 1
