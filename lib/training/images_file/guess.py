"""Which column is the label where no name tells: by words, by one-hot columns, by what it holds."""

from __future__ import annotations

import numpy as np

from lib.network.validate import Array
from lib.training.images_file.scale import size_of
from lib.training.images_file.settings import ImagesFileError, Problem

_MOST_CLASSES = 20
_LARGEST_CLASS = 100


def guess_label(
    numbers: Array, rest: list[int], shape: tuple[int, int]
) -> tuple[tuple[int, ...], bool]:
    """The label's columns among the ``rest``, and whether that needs to be confirmed.

    Raises:
        ImagesFileError: no image can be made of the other columns.
    """
    words = [c for c in rest if np.isnan(numbers[:, c]).all()]
    if len(words) == 1:
        return (words[0],), False
    for count in range(2, min(_MOST_CLASSES, len(rest) - 1) + 1):
        if size_of(len(rest) - count, shape):
            for block in (rest[-count:], rest[:count]):
                if is_one_hot(numbers[:, block]):
                    return tuple(block), False
    size = size_of(len(rest) - 1, shape)
    if size is None:
        problem: Problem = "no_label" if size_of(len(rest), shape) else "pixels"
        raise ImagesFileError(problem, columns=len(rest), rows=shape[0], width=shape[1])
    could_be = [end for end in (rest[-1], rest[0]) if _may_be_label(numbers[:, end])]
    varied = [end for end in could_be if len(np.unique(numbers[:, end])) > 1]
    if len(varied) == 1:
        return (varied[0],), len(could_be) > 1  # the other may be the label of one class only
    if not varied:
        return (rest[-1],), True
    # labels are spread more evenly than the values of a corner; and a corner is like the pixels
    # beside and below or above it
    near_first, near_last = [rest[1], rest[size[1]]], [rest[-2], rest[-1 - size[1]]]
    first, last = (
        (-_largest_share(numbers[:, end]), _difference(numbers[:, end], numbers[:, near]))
        for end, near in ((rest[0], near_first), (rest[-1], near_last))
    )
    return (rest[0] if first > last else rest[-1],), True


def _may_be_label(column: Array) -> bool:
    """Whether a column holds few values, whole numbers, and no large ones."""
    few = len(np.unique(column)) <= _MOST_CLASSES
    return few and bool(((column == np.round(column)) & (np.abs(column) <= _LARGEST_CLASS)).all())


def is_one_hot(block: Array) -> bool:
    """Whether each row of a block (n, classes) is 0 but for one 1, not always the same."""
    ones = block == 1
    right = (ones | (block == 0)).all() and (ones.sum(axis=1) == 1).all()
    return block.shape[1] > 1 and bool(right) and int(ones.any(axis=0).sum()) > 1


def _largest_share(column: Array) -> float:
    """How much of a column its most frequent value is."""
    return float(np.unique(column, return_counts=True)[1].max() / len(column))


def _difference(column: Array, others: Array) -> float:
    """The mean distance of a column (n,) from others (n, k)."""
    return float(np.abs(others - column[:, None]).mean())
