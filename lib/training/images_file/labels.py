"""The label of each image, from one column or one for each class."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lib.network.validate import Array
from lib.training.images_file.settings import Classes, ImagesFileError, Note


@dataclass(frozen=True, slots=True)
class Called:
    """What a file calls the label of each row.

    Attributes:
        names: one for each row.
        every: all of them, in order.
        numbers: shape (n,), what they are where all are numbers.
    """

    names: list[str]
    every: tuple[str, ...]
    numbers: Array | None


def called(cells: list[str], numbers: Array) -> Called:
    """From one column: its cells, and its numbers (n,), NaN in all rows where they are words."""
    if np.isnan(numbers).any():
        return Called(cells, tuple(sorted(set(cells))), None)
    names = [f"{number + 0.0:.12g}" for number in numbers]  # −1 and −1.0 are one class
    values = dict(zip(names, numbers.tolist(), strict=True))
    return Called(names, tuple(sorted(values, key=values.__getitem__)), numbers)


def called_by_column(titles: list[str], numbers: Array, lines: list[int]) -> Called:
    """From one column for each class (n, classes): the title of the column that holds the 1.

    Raises:
        ImagesFileError: a row that is not all 0 but for one 1.
    """
    wrong = ((numbers != 0) & (numbers != 1)).any(axis=1) | ((numbers == 1).sum(axis=1) != 1)
    if wrong.any():
        raise ImagesFileError("label", lines[int(wrong.argmax())])
    names = [titles[k] for k in numbers.argmax(axis=1)]
    return Called(names, tuple(title for title in titles if title in names), None)


def to_labels(
    found: Called, classes: Classes | None, count: int
) -> tuple[Array, Classes, list[Note]]:
    """Labels (n,), NaN where a class is left out, the classes, and what to say of them.

    Args:
        found: what the file calls them.
        classes: the names of so many classes, in order; None is to be found out.
        count: how many are wanted; of two, a label may be a share between them.

    Raises:
        ImagesFileError: too few classes, or ``classes`` that are not in the file.
    """
    notes: list[Note] = []
    shares = count == 2 and found.numbers is not None and _are_shares(found.numbers)
    if classes is None:
        classes, notes = _classes(found, shares, count)
    if not classes and found.numbers is not None and shares:
        labels = found.numbers
    elif len(classes) == len(set(classes)) == count and set(classes) <= set(found.every):
        place = {name: float(k) for k, name in enumerate(classes)}
        labels = np.array([place.get(name, np.nan) for name in found.names])
    else:
        raise ImagesFileError("settings")
    if count == 2 and not ((labels >= 0.5).any() and (labels < 0.5).any()):
        raise ImagesFileError("one_class")
    return labels, classes, notes


def _classes(found: Called, shares: bool, count: int) -> tuple[Classes, list[Note]]:
    every = found.every
    if shares and not set(every) <= {"0", "1"}:
        return (), [Note("soft_labels")]
    if len(every) < 2:
        raise ImagesFileError("one_class")
    if len(every) < count:
        raise ImagesFileError("few_classes", got=len(every), wanted=count)
    chosen = every[:count]
    two = count == 2
    if len(every) > count:
        left_out = sum(name not in chosen for name in found.names)
        about = {"count": len(every), "left_out": left_out}
        if two:
            return chosen, [Note("classes_chosen", True, about)]
        return chosen, [Note("classes_of_many", True, about | {"wanted": count})]
    if every == tuple(map(str, range(count))):
        return chosen, []
    named = Note("classes_named" if two else "classes_in_order", found.numbers is None)
    return chosen, [named]


def _are_shares(numbers: Array) -> bool:
    return bool(((numbers >= 0) & (numbers <= 1)).all())
