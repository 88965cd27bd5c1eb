"""The UCI handwritten digits, at 8×8 and at any smaller size (licence: CITATION.md)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lib.network import GEOMETRY
from lib.network.validate import Array
from lib.training.images_file.scale import averaged

FILE = Path(__file__).with_name("digits.npy")
SIDE = 8


@cache
def all_digits(
    shape: tuple[int, int] = GEOMETRY.image_shape,
) -> tuple[Array, NDArray[np.int64]]:
    """Every image, shape (1797, H, W), 0…1, and its digit 0…9, shape (1797,).

    At 8×8 they are the originals; a pixel of another size is the mean of the area it covers, so at
    4×4 that of a 2×2 block.
    """
    rows = np.load(FILE, allow_pickle=False)
    images = averaged(rows[:, :-1].reshape(-1, SIDE, SIDE) / 16.0, shape)
    digits = rows[:, -1].astype(np.int64)
    images.setflags(write=False)
    digits.setflags(write=False)
    return images, digits


def digit_classes(
    chosen: tuple[int, ...], shape: tuple[int, int] = GEOMETRY.image_shape
) -> tuple[Array, Array]:
    """The images of some digits, shape (n, H, W), and the class of each: its place in ``chosen``.

    Raises:
        ValueError: fewer than two digits, one of them twice, or none of 0…9.
    """
    if len(chosen) < 2 or len(set(chosen)) < len(chosen) or not set(chosen) <= set(range(10)):
        got = " and ".join(map(str, chosen))
        raise ValueError(f"digits: got {got}, wanted two different digits 0…9, or more")
    images, digits = all_digits(shape)
    of_one = np.isin(digits, chosen)
    place = {digit: float(k) for k, digit in enumerate(chosen)}
    return images[of_one], np.array([place[digit] for digit in digits[of_one].tolist()])
