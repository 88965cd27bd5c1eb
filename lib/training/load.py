"""From a set-up to the images it speaks of."""

from __future__ import annotations

import numpy as np

from lib.network import Architecture
from lib.network.validate import Array
from lib.training.dataset import Dataset, split
from lib.training.digits import digit_classes
from lib.training.images_file.scale import averaged
from lib.training.setup import TrainingSetup
from lib.training.synthetic import kinds_of_image, synthetic, tinted

SYNTHETIC_SIZE = 200
NOISE_STREAM = 1
"""Noise has a random stream of its own, so that more of it moves no image to another part."""


def load_dataset(setup: TrainingSetup) -> Dataset:
    """The images of a set-up: chosen, made noisy and split by its seed, in the network's size.

    Digits are averaged to that size. In a network of several channels they stand grey in each;
    synthetic images are coloured. The one image of ``"image"`` is taken as it is: to train on, and
    none to test.

    Raises:
        ValueError: ``setup.data`` is ``"own"`` (only the learner has those), ``setup.size`` asks
            for fewer than an image of each class, or ``setup.numbers`` are of another network.
    """
    if setup.data == "own":
        raise ValueError("data: got 'own', wanted the images themselves as a Dataset")
    if setup.data == "image":
        return _given_image(setup)
    if setup.size == 1:
        raise ValueError("size: got 1, wanted 0 for all, or at least 2: one image of each class")
    net, count = setup.architecture, setup.class_count
    shape = (net.rows, net.columns)
    if setup.data == "digits":
        images, numbers = digit_classes(setup.digits, shape)
        images, numbers = _of_size(images, numbers, setup.size, setup.split_seed)
        images = in_channels(images, net)
        classes = tuple(map(str, setup.digits))
    else:
        size = setup.size or SYNTHETIC_SIZE
        images, numbers = synthetic(setup.data, size, setup.split_seed, shape, count)
        if net.channels > 1:
            images = tinted(images, net.channels, setup.split_seed)
        classes = tuple(name for name, _, _ in kinds_of_image(setup.data, count))
    return split(
        with_noise(images, setup.noise, setup.split_seed),
        labels_of(numbers, net),
        seed=setup.split_seed,
        train_share=setup.train_share,
        name=setup.data,
        classes=classes,
    )


def own_dataset(setup: TrainingSetup, images: Array, numbers: Array) -> Dataset:
    """The learner's own grey images in the network's size, split as the set-up says.

    Args:
        images: shape (n, h, w), of any size.
        numbers: shape (n,): the class of each; with two classes any share between them.

    Raises:
        ValueError: not one image of each class that the network tells apart, or of another.
    """
    net, count = setup.architecture, setup.class_count
    if count > 2 and not set(numbers.tolist()) <= set(map(float, range(count))):
        raise ValueError(f"labels: wanted the classes 0…{count - 1}")
    return split(
        in_channels(averaged(images, (net.rows, net.columns)), net),
        labels_of(numbers, net),
        seed=setup.split_seed,
        train_share=setup.train_share,
        classes=tuple(map(str, range(count))),
    )


def labels_of(numbers: Array, net: Architecture) -> Array:
    """What each output is to say of images of these classes, shape (n,) to (n, K).

    A single output is to say the number itself, whatever the head: shape (n,) stays.
    """
    if net.outputs == 1:
        return numbers
    if net.outputs > 2:
        return np.eye(net.outputs)[numbers.astype(int)]
    ones = np.round(numbers) if net.head == "softmax" else numbers
    return np.stack([1.0 - ones, ones], axis=-1)


def in_channels(images: Array, net: Architecture) -> Array:
    """Grey images (n, H, W), the same in each of several channels: (n, C, H, W)."""
    return images if net.channels == 1 else np.repeat(images[:, None], net.channels, axis=1)


def with_noise(images: Array, noise: float, seed: int) -> Array:
    """Images plus normal noise of this standard deviation, held in 0…1; shape kept."""
    if not noise:
        return images
    random = np.random.default_rng([seed, NOISE_STREAM])
    return np.clip(images + noise * random.standard_normal(images.shape), 0.0, 1.0)


def _given_image(setup: TrainingSetup) -> Dataset:
    image, _, label = (part[None] for part in setup.given_parts())
    classes = tuple(map(str, range(setup.class_count)))
    any_label = setup.architecture.head == "squared"
    return Dataset("image", classes, image, label, image[:0], label[:0], any_label)


def _of_size(images: Array, numbers: Array, size: int, seed: int) -> tuple[Array, Array]:
    """``size`` images, as many of each class while they last; all of them for 0."""
    if not size:
        return images, numbers
    random = np.random.default_rng(seed)
    count = int(numbers.max()) + 1
    members = [random.permutation(np.flatnonzero(numbers == k)) for k in range(count)]
    taken = [numbers[: (size + count - 1 - k) // count] for k, numbers in enumerate(members)]
    chosen = np.sort(np.concatenate(taken))
    return images[chosen], numbers[chosen]
