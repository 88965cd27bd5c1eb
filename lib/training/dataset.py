"""A data set of two classes, or more: images to learn from and images to be tested on."""

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
        classes: what each class stands for, such as ``("0", "1")`` for label 0 and label 1.
        train_images: shape (train, H, W), or (train, C, H, W).
        train_labels: shape (train,), in [0, 1]; (train, K) for K outputs.
        test_images: shape (test, H, W), or (test, C, H, W); test may be 0.
        test_labels: shape (test,), in [0, 1], or (test, K).
        any_label: whether a label may be any number.

    Raises:
        ValueError: no training image, a wrong shape, NaN, infinity or a label outside [0, 1].
    """

    name: str
    classes: tuple[str, ...]
    train_images: Array
    train_labels: Array
    test_images: Array
    test_labels: Array
    any_label: bool = False

    def __post_init__(self) -> None:
        channels = np.ndim(self.train_images) == 4
        axes = ("train, C, H, W", "test, C, H, W") if channels else ("train, H, W", "test, H, W")
        first = finite_array("train_images", self.train_images, 3 + channels, f"({axes[0]})")
        size, outputs = first.shape[1:], np.shape(self.train_labels)[1:]
        for part in ("train", "test"):
            images = np.array(getattr(self, f"{part}_images"), dtype=np.float64)
            labels = np.array(getattr(self, f"{part}_labels"), dtype=np.float64)
            if images.shape != (len(labels), *size) or labels.shape[1:] != outputs:
                raise ValueError(
                    f"{part}_images: got shape {images.shape}, "
                    f"wanted {(len(labels), *size)} for {len(labels)} labels"
                )
            if len(labels):
                finite_array(f"{part}_images", images, images.ndim, "no NaN")
                if self.any_label:
                    finite_array(f"{part}_labels", labels, labels.ndim, "no NaN")
                else:
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
    classes: tuple[str, ...] = ("0", "1"),
) -> Dataset:
    """Divide images into a training and a test part, each class by the same share.

    Every class is in the training part, whatever the share. Where the first of two has one image
    more, that one is trained on: one image is enough to unbalance a gradient.

    Args:
        images: shape (n, H, W), or (n, C, H, W).
        labels: shape (n,), in [0, 1]; from 0.5 up an image counts as class 1. For K outputs
            (n, K): the class is where the largest stands.
        seed: chooses which images go where, 0 or more.
        train_share: part of each class that is trained on, above 0 and at most 1.

    Raises:
        ValueError: a wrong shape or label, a share out of range, or no image of one class.
    """
    images = finite_array("images", images, 4 if np.ndim(images) == 4 else 3, "(n, H, W)")
    labels = label_array(labels)
    if labels.shape[:1] != images.shape[:1]:
        raise ValueError(f"labels: got shape {labels.shape}, wanted ({len(images)},)")
    if not 0 < train_share <= 1:
        raise ValueError(f"train_share: got {train_share}, wanted above 0 and at most 1")
    random = np.random.default_rng(seed)
    number = labels >= 0.5 if labels.ndim == 1 else labels.argmax(axis=1)
    every = range(2 if labels.ndim == 1 else labels.shape[1])
    members = [random.permutation(np.flatnonzero(number == label)) for label in every]
    for label, numbers in enumerate(members):
        if not len(numbers):
            raise ValueError(f"labels: got no image of class {label}, wanted at least one of each")
    counts = [max(1, int(train_share * len(numbers) + 0.5)) for numbers in members]
    if len(members) == 2 and len(members[0]) - len(members[1]) == 1:
        counts[0] = counts[1] + 1
    train = [numbers[:count] for numbers, count in zip(members, counts, strict=True)]
    test = [numbers[count:] for numbers, count in zip(members, counts, strict=True)]
    first, second = (_alternate(part) for part in (train, test))
    return Dataset(name, classes, images[first], labels[first], images[second], labels[second])


def _alternate(members: list[NDArray[np.int64]]) -> NDArray[np.int64]:
    """One of each class by turns; what is left of a larger class comes last."""
    turns = [len(members) * np.arange(len(numbers)) + k for k, numbers in enumerate(members)]
    return np.concatenate(members)[np.argsort(np.concatenate(turns), kind="stable")]
