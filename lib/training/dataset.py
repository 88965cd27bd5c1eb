"""A data set of two classes: images to learn from and images to be tested on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lib.network.validate import Array, finite_array, label_array


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """Images ``a_{pq}`` with their labels ``yy``, split into a training and a test part.

    Attributes:
        name: what the data is, one short word such as ``"digits"``.
        classes: what label 0 and label 1 stand for, such as ``("0", "1")``.
        train_images: shape (train, H, W).
        train_labels: shape (train,), in [0, 1].
        test_images: shape (test, H, W); test may be 0.
        test_labels: shape (test,), in [0, 1].

    Raises:
        ValueError: no training image, a wrong shape, NaN, infinity or a label outside [0, 1].
    """

    name: str
    classes: tuple[str, str]
    train_images: Array
    train_labels: Array
    test_images: Array
    test_labels: Array

    def __post_init__(self) -> None:
        size = finite_array("train_images", self.train_images, 3, "(train, H, W)").shape[1:]
        for part in ("train", "test"):
            images = np.array(getattr(self, f"{part}_images"), dtype=np.float64)
            labels = np.array(getattr(self, f"{part}_labels"), dtype=np.float64)
            if images.shape != (len(labels), *size):
                raise ValueError(
                    f"{part}_images: got shape {images.shape}, "
                    f"wanted ({len(labels)}, {size[0]}, {size[1]}) for {len(labels)} labels"
                )
            if len(labels):
                finite_array(f"{part}_images", images, 3, f"({part}, H, W)")
                label_array(labels)
            for name, array in ((f"{part}_images", images), (f"{part}_labels", labels)):
                array.setflags(write=False)
                object.__setattr__(self, name, array)


def split(
    images: ArrayLike,
    labels: ArrayLike,
    *,
    seed: int,
    train_share: float,
    name: str = "own",
    classes: tuple[str, str] = ("0", "1"),
) -> Dataset:
    """Divide images into a training and a test part, each class by the same share.

    Both classes are in the training part, whatever the share. Where class 0 has one image more,
    that one is trained on: one image is enough to unbalance a gradient.

    Args:
        images: shape (n, H, W).
        labels: shape (n,), in [0, 1]; from 0.5 up an image counts as class 1.
        seed: chooses which images go where, 0 or more.
        train_share: part of each class that is trained on, above 0 and at most 1.

    Raises:
        ValueError: a wrong shape or label, a share out of range, or no image of one class.
    """
    images = finite_array("images", images, 3, "(n, H, W)")
    labels = label_array(labels)
    if labels.shape != images.shape[:1]:
        raise ValueError(f"labels: got shape {labels.shape}, wanted ({len(images)},)")
    if not 0 < train_share <= 1:
        raise ValueError(f"train_share: got {train_share}, wanted above 0 and at most 1")
    random, is_one = np.random.default_rng(seed), labels >= 0.5
    members = [random.permutation(np.flatnonzero(is_one == label)) for label in (False, True)]
    for label, numbers in enumerate(members):
        if not len(numbers):
            raise ValueError(f"labels: got no image of class {label}, wanted at least one of each")
    counts = [max(1, int(train_share * len(numbers) + 0.5)) for numbers in members]
    if len(members[0]) - len(members[1]) == 1:
        counts[0] = counts[1] + 1
    train = [numbers[:count] for numbers, count in zip(members, counts, strict=True)]
    test = [numbers[count:] for numbers, count in zip(members, counts, strict=True)]
    first, second = (_alternate(*part) for part in (train, test))
    return Dataset(name, classes, images[first], labels[first], images[second], labels[second])


def _alternate(zeros: NDArray[np.int64], ones: NDArray[np.int64]) -> NDArray[np.int64]:
    """One of each class by turns; what is left of the larger class comes last."""
    turns = np.concatenate([2 * np.arange(len(zeros)), 2 * np.arange(len(ones)) + 1])
    return np.concatenate([zeros, ones])[np.argsort(turns, kind="stable")]
