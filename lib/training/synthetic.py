"""Pairs of made-up images, each of which explains something about the network.

Each maker takes a random generator, a label and rows and columns, and draws one image, 0…1.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import numpy as np

from lib.network import GEOMETRY
from lib.network.validate import Array

SyntheticKind = Literal["bars", "sides", "diagonals", "textures", "xor"]
Shape = tuple[int, int]
Maker = Callable[[np.random.Generator, int, Shape], Array]
TINT_STREAM = 2
"""Colours have a random stream of their own: the grey images stay as they are."""


def _bars(random: np.random.Generator, label: int, shape: Shape) -> Array:
    image = np.zeros(shape)
    lines = image.T if label else image
    inner = (1, len(lines) - 1) if len(lines) > 2 else (0, len(lines))
    lines[random.integers(*inner)] = random.uniform(0.5, 1.0)
    return image


def _sides(random: np.random.Generator, label: int, shape: Shape) -> Array:
    image = np.zeros(shape)
    image[:, image.shape[1] // 2 :] = random.uniform(0.5, 1.0)
    return image if label else image[:, ::-1]


def _diagonals(random: np.random.Generator, label: int, shape: Shape) -> Array:
    image = np.eye(*shape) * random.uniform(0.5, 1.0)
    return image[:, ::-1] if label else image


def _textures(random: np.random.Generator, label: int, shape: Shape) -> Array:
    brightness = random.uniform(0.5, 1.0)
    phase = random.integers(2)
    image = np.zeros(shape)
    if label:
        image[tuple(slice(1, -1) if n > 2 else slice(None) for n in shape)] = brightness
    else:
        image[(np.indices(shape).sum(axis=0) + phase) % 2 == 0] = brightness
    return image


def _xor(random: np.random.Generator, label: int, shape: Shape) -> Array:
    image = np.zeros(shape)
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


def kinds_of_image(kind: SyntheticKind, classes: int) -> list[tuple[str, Maker, int]]:
    """What each class shows, with the maker and its label: the two of ``kind``, then, for a network
    that tells more apart, those of the kinds after it."""
    names = list(MAKERS)
    start = names.index(kind)
    others = [name for name in names[start + 1 :] + names[:start] if name != "xor"]
    found = []
    for name in (kind, *others):
        shows, make = MAKERS[name]
        found += [(shown, make, label) for label, shown in enumerate(shows)]
    return found[:classes]


def synthetic(
    kind: SyntheticKind,
    size: int,
    seed: int,
    shape: Shape = GEOMETRY.image_shape,
    classes: int = 2,
) -> tuple[Array, Array]:
    """Draw ``size`` images, shape (size, H, W), the classes by turns, and the class of each.

    Raises:
        ValueError: an unknown kind, fewer than 2 images or a seed below 0.
    """
    if kind not in MAKERS:
        raise ValueError(f"kind: got {kind!r}, wanted one of {', '.join(MAKERS)}")
    if size < 2 or seed < 0:
        raise ValueError(f"got size {size} and seed {seed}, wanted size 2 or more, seed 0 or more")
    kinds = kinds_of_image(kind, classes)
    random = np.random.default_rng(seed)
    labels = np.arange(size) % classes
    images = []
    for number in labels:
        _, make, label = kinds[number]
        images.append(make(random, label, shape))
    return np.stack(images), labels.astype(np.float64)


def tinted(images: Array, channels: int, seed: int) -> Array:
    """Grey images (n, H, W) in colours of chance, each channel at ½…1: shape (n, C, H, W)."""
    tints = np.random.default_rng([seed, TINT_STREAM]).uniform(0.5, 1.0, (len(images), channels))
    return images[:, None] * tints[:, :, None, None]
