"""Pixel values to 0…1, and images of any size to the network's."""

from __future__ import annotations

from math import isqrt

import numpy as np

from lib.network.validate import Array
from lib.training.images_file.settings import Note

SCALES = ((0.0, 1.0), (0.0, 255.0), (0.0, 16.0), (-1.0, 1.0), (0.0, 1 / 255))
"""Which pixel values are 0 and 1. The last is that of a file divided by 255 twice."""

_DARK = 1 / 255


def find_scale(pixels: Array) -> tuple[tuple[float, float], list[Note]]:
    """The scale of pixels of any shape, from the least and the largest, and what to say of it."""
    least, largest = float(pixels.min()), float(pixels.max())
    if least >= 0 and largest <= 1:
        dark = [Note("all_dark", True, {"largest": largest})] if largest <= _DARK else []
        return (0.0, 1.0), dark
    if least >= 0:
        top = next((top for top in (16.0, 255.0) if largest <= top), largest)
        scale, sure = (0.0, top), top / 2 < largest <= 255
    elif least >= -1 and largest <= 1:
        scale, sure = (-1.0, 1.0), True
    else:
        scale, sure = (least, max(largest, least + 1)), False
    about = {"low": scale[0], "high": scale[1]}
    return scale, [Note("scaled" if sure else "scale_guessed", not sure, about)]


def size_of(pixels: int, shape: tuple[int, int]) -> tuple[int, int] | None:
    """The size of an image of so many pixels: the network's own, or a square no smaller."""
    if pixels == shape[0] * shape[1]:
        return shape
    side = isqrt(max(0, pixels))
    return (side, side) if side * side == pixels and side >= max(shape) else None


def averaged(images: Array, shape: tuple[int, int]) -> Array:
    """Images (n, h, w) as images (n, H, W), each new pixel the mean of the area it covers."""
    if images.shape[1:] == shape:
        return images
    rows, columns = _shares(images.shape[1], shape[0]), _shares(images.shape[2], shape[1])
    return np.clip(rows @ images @ columns.T, 0.0, 1.0)


def _shares(old: int, new: int) -> Array:
    """How much of each old line goes into each new one, shape (new, old); every row sums to 1."""
    edges = np.arange(new + 1) * (old / new)
    starts, ends = edges[:-1, None], edges[1:, None]
    lines = np.arange(old)
    overlap = np.minimum(ends, lines + 1) - np.maximum(starts, lines)
    return np.maximum(overlap, 0.0) * (new / old)
