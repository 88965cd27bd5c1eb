"""From a set-up to the images it speaks of."""

from __future__ import annotations

import numpy as np

from lib.network.validate import Array
from lib.training.dataset import Dataset, split
from lib.training.digits import digit_pair
from lib.training.setup import TrainingSetup
from lib.training.synthetic import MAKERS, synthetic_pair

SYNTHETIC_SIZE = 200
NOISE_STREAM = 1
"""Noise has a random stream of its own, so that more of it moves no image to another part."""


def load_dataset(setup: TrainingSetup) -> Dataset:
    """The images of a set-up: chosen, made noisy and split by its seed; 4×4 each.

    The one image of ``"image"`` is taken as it is: to train on, and none to test.

    Raises:
        ValueError: ``setup.data`` is ``"own"`` (only the learner has those), or ``setup.size`` asks
            for fewer than 2 images.
    """
    if setup.data == "own":
        raise ValueError("data: got 'own', wanted the images themselves as a Dataset")
    if setup.data == "image":
        image, label = setup.given.image_array[None], np.array([setup.given.label])
        return Dataset("image", ("0", "1"), image, label, image[:0], label[:0])
    if setup.size == 1:
        raise ValueError("size: got 1, wanted 0 for all, or at least 2: one image of each class")
    if setup.data == "digits":
        images, labels = digit_pair(setup.first_digit, setup.second_digit)
        images, labels = _of_size(images, labels, setup.size, setup.split_seed)
        classes = (str(setup.first_digit), str(setup.second_digit))
    else:
        size = setup.size or SYNTHETIC_SIZE
        images, labels = synthetic_pair(setup.data, size, setup.split_seed)
        classes, _ = MAKERS[setup.data]
    return split(
        with_noise(images, setup.noise, setup.split_seed),
        labels,
        seed=setup.split_seed,
        train_share=setup.train_share,
        name=setup.data,
        classes=classes,
    )


def with_noise(images: Array, noise: float, seed: int) -> Array:
    """Images plus normal noise of this standard deviation, held in 0…1; shape kept."""
    if not noise:
        return images
    random = np.random.default_rng([seed, NOISE_STREAM])
    return np.clip(images + noise * random.standard_normal(images.shape), 0.0, 1.0)


def _of_size(images: Array, labels: Array, size: int, seed: int) -> tuple[Array, Array]:
    """``size`` images, half of each class while they last; all of them for 0."""
    if not size:
        return images, labels
    random = np.random.default_rng(seed)
    zeros, ones = (random.permutation(np.flatnonzero(labels == label)) for label in (0, 1))
    chosen = np.sort(np.concatenate([zeros[: (size + 1) // 2], ones[: size // 2]]))
    return images[chosen], labels[chosen]
