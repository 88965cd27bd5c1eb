"""Which column is the label, which are pixels, which neither; whether the first line is names."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from lib.network.validate import Array
from lib.training.images_file.guess import guess_label, is_one_hot
from lib.training.images_file.scale import size_of
from lib.training.images_file.settings import ImagesFileError, Note, Settings

_LABEL = re.compile(
    r"labels?|class(es)?|targets?|y|yy|digits?|category|标签|標籤|类别|類別|类|目标|数字"
)
_ONE_OF_MANY = re.compile(rf"({_LABEL.pattern})[ _.-]?.+")
_INDEX = re.compile(r"|index|id|no\.?|unnamed: 0|序号|编号")
_RUN = 4


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column holds, columns from 0; ``pixels`` are in the order of the file."""

    left_out: tuple[int, ...]
    label: tuple[int, ...]
    pixels: tuple[int, ...]
    size: tuple[int, int]
    notes: tuple[Note, ...]


def is_header(numbers: Array) -> bool:
    """Whether the first of the rows (n, columns), NaN where a cell is no number, holds names.

    Names are words above numbers, or the numbers 0, 1, 2, … that pandas writes.
    """
    first, rest = numbers[0], numbers[1:]
    counted = first[~np.isnan(first)]
    if len(rest) == 0:
        return len(counted) == 0
    if len(counted) >= max(_RUN, len(first) - 2) and (np.diff(counted) == 1).all():
        return bool(counted[0] in (0, 1))
    numeric = ~np.isnan(rest).any(axis=0)
    return bool(numeric.any() and np.isnan(first[numeric]).mean() > 0.5)


def find_columns(
    names: list[str], numbers: Array, shape: tuple[int, int], settings: Settings
) -> Columns:
    """The layout of rows (n, columns), NaN where a cell is no number; no ``names`` is no header.

    Raises:
        ImagesFileError: no square image, none of the network's shape, or no column for the label.
    """
    width = numbers.shape[1]
    names = [re.sub(r"[\s\"'#:：]+", " ", name).strip().casefold() for name in names]
    named = tuple(c for c, name in enumerate(names) if _LABEL.fullmatch(name))
    several = tuple(c for c, name in enumerate(names) if _ONE_OF_MANY.fullmatch(name))
    left_out = settings.left_out
    if left_out is None:
        left_out = _left_out(names, numbers, named, shape)
    rest = [c for c in range(width) if c not in left_out]
    notes = [Note("columns_left_out", False, {"count": len(left_out)})] if left_out else []
    label = settings.label
    if label is None and len(named) == 1:
        label = named
    elif label is None and several and is_one_hot(numbers[:, several]):
        label = several
    elif label is None:
        label, guessed = guess_label(numbers, rest, shape)
        if guessed:
            notes.append(Note("label_guessed", True, {"column": label[0] + 1}))
    if not label or not set(label) | set(left_out) <= set(range(width)):
        raise ImagesFileError("settings")
    pixels = tuple(c for c in rest if c not in label)
    size = settings.size or size_of(len(pixels), shape)
    if settings.size and min(settings.size) < 1:
        raise ImagesFileError("settings")
    if size is None or size[0] * size[1] != len(pixels):
        raise ImagesFileError("pixels", columns=len(pixels), rows=shape[0], width=shape[1])
    return Columns(left_out, label, pixels, size, tuple(notes))


def _left_out(
    names: list[str], numbers: Array, named: tuple[int, ...], shape: tuple[int, int]
) -> tuple[int, ...]:
    """A column that counts the rows; beside a named label, columns of words too."""
    width = numbers.shape[1]
    words = set(np.flatnonzero(np.isnan(numbers).all(axis=0)).tolist())
    found = words - set(named) if named else set()
    counts = bool((np.diff(numbers[:, 0]) == 1).all()) and numbers[0, 0] in (0, 1)
    extra = size_of(width - 1, shape) is None and size_of(width - 2, shape) is not None
    if _INDEX.fullmatch(names[0]) if names else counts and extra:
        found.add(0)
    return tuple(sorted(found))
