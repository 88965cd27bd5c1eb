"""Pairs of made-up 4×4 images, each of which explains something about the network.

Each maker takes a random generator and a label and draws one image, 0…1.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import numpy as np

from lib.network import GEOMETRY
from lib.network.validate import Array

SyntheticKind = Literal["bars", "sides", "diagonals", "textures", "xor"]
Maker = Callable[[np.random.Generator, int], Array]


def _bars(random: np.random.Generator, label: int) -> Array:
    image = np.zeros(GEOMETRY.image_shape)
    image[random.integers(1, len(image) - 1)] = random.uniform(0.5, 1.0)
    return image.T if label else image


def _sides(random: np.random.Generator, label: int) -> Array:
    image = np.zeros(GEOMETRY.image_shape)
    image[:, image.shape[1] // 2 :] = random.uniform(0.5, 1.0)
    return image if label else image[:, ::-1]


def _diagonals(random: np.random.Generator, label: int) -> Array:
    image = np.eye(*GEOMETRY.image_shape) * random.uniform(0.5, 1.0)
    return image[:, ::-1] if label else image


def _textures(random: np.random.Generator, label: int) -> Array:
    brightness = random.uniform(0.5, 1.0)
    phase = random.integers(2)
    image = np.zeros(GEOMETRY.image_shape)
    if label:
        image[1:-1, 1:-1] = brightness
    else:
        image[(np.indices(image.shape).sum(axis=0) + phase) % 2 == 0] = brightness
    return image


def _xor(random: np.random.Generator, label: int) -> Array:
    image = np.zeros(GEOMETRY.image_shape)
    image[0, 0] = random.integers(2)
    image[-1, -1] = abs(label - image[0, 0])
    return image


MAKERS: dict[SyntheticKind, tuple[tuple[str, str], Maker]] = {
    "bars": (("horizontal", "vertical"), _bars),
    "sides": (("left", "right"), _sides),
    "diagonals": (("falling", "rising"), _diagonals),
    "textures": (("checkerboard", "blob"), _textures),
    "xor": (("equal", "different"), _xor),
}
"""What label 0 and label 1 mean, and the maker.

``bars`` are in the two middle rows or columns. In all four they would be too much for one kernel:
from most initial weights the network then stays near three images in four.

``xor`` is the pair that this network cannot learn. Its two corners a_{00} and a_{33} share no
window: a_{00} is seen by s_0 alone and a_{33} by s_3 alone, so α = f(a_{00}) + g(a_{33}), and with
images of nothing but these corners α(0,0) + α(1,1) = α(0,1) + α(1,0) for every choice of weights.
XOR wants the left two below 0 and the right two above: of the four kinds at most three can be
right.
"""


def synthetic_pair(kind: SyntheticKind, size: int, seed: int) -> tuple[Array, Array]:
    """Draw ``size`` images, shape (size, 4, 4), and labels; an odd one more is of class 0.

    Raises:
        ValueError: an unknown kind, fewer than 2 images or a seed below 0.
    """
    if kind not in MAKERS:
        raise ValueError(f"kind: got {kind!r}, wanted one of {', '.join(MAKERS)}")
    if size < 2 or seed < 0:
        raise ValueError(f"got size {size} and seed {seed}, wanted size 2 or more, seed 0 or more")
    _, make = MAKERS[kind]
    random = np.random.default_rng(seed)
    labels = np.arange(size) % 2
    return np.stack([make(random, int(label)) for label in labels]), labels.astype(np.float64)
