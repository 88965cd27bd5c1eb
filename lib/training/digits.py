"""The UCI handwritten digits, shrunk to 4×4 (source and licence: CITATION.md beside this file)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lib.network import GEOMETRY
from lib.network.validate import Array

FILE = Path(__file__).with_name("digits.npy")


@cache
def all_digits() -> tuple[Array, NDArray[np.int64]]:
    """Every image, shape (1797, 4, 4), 0…1 in steps of 1/64, and its digit 0…9, shape (1797,)."""
    rows = np.load(FILE, allow_pickle=False)
    images = rows[:, :-1].reshape(-1, *GEOMETRY.image_shape) / 64.0
    digits = rows[:, -1].astype(np.int64)
    images.setflags(write=False)
    digits.setflags(write=False)
    return images, digits


def digit_pair(first: int, second: int) -> tuple[Array, Array]:
    """The images of two digits, shape (n, 4, 4), and their labels: 0 for first, 1 for second.

    Raises:
        ValueError: not two different digits 0…9.
    """
    if first == second or not {first, second} <= set(range(10)):
        raise ValueError(f"digits: got {first} and {second}, wanted two different digits 0…9")
    images, digits = all_digits()
    chosen = (digits == first) | (digits == second)
    return images[chosen], (digits[chosen] == second).astype(np.float64)
