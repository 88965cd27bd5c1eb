"""A learner's own images: painted or uploaded, too many numbers for a link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from lib.network.validate import Array
from lib.scenario.limits import COUNTS
from lib.training.images_file import MOST_IMAGES

PIXELS = COUNTS["image"]


@dataclass(frozen=True, slots=True)
class OwnImages:
    """4×4 images with their labels, as plain numbers.

    Attributes:
        images: 16 pixels each, row by row, in 0…1; from 1 to 2000 images.
        labels: one for each image, in 0…1.

    Raises:
        ValueError: no image or too many, a wrong count, or anything that is not a number in 0…1.
    """

    images: tuple[tuple[float, ...], ...]
    labels: tuple[float, ...]

    def __post_init__(self) -> None:
        images: Any = self.images
        if not isinstance(images, tuple | list) or not 0 < len(images) <= MOST_IMAGES:
            raise ValueError(f"images: wanted from 1 to {MOST_IMAGES} of them")
        pixels = tuple(_shares("images", image, PIXELS) for image in images)
        object.__setattr__(self, "images", pixels)
        object.__setattr__(self, "labels", _shares("labels", self.labels, len(images)))

    @classmethod
    def of(cls, images: ArrayLike, labels: ArrayLike) -> OwnImages:
        """From arrays of shape (n, 4, 4) and (n,).

        Raises:
            ValueError: another shape, or what ``OwnImages`` refuses.
        """
        pixels, shares = np.asarray(images, np.float64), np.asarray(labels, np.float64)
        if pixels.shape != (*shares.shape, 4, 4) or shares.ndim != 1:
            raise ValueError(f"images: got shape {pixels.shape}, wanted (n, 4, 4) for n labels")
        rows = pixels.reshape(-1, PIXELS).tolist()
        return cls(tuple(map(tuple, rows)), tuple(shares.tolist()))

    def arrays(self) -> tuple[Array, Array]:
        """As arrays of shape (n, 4, 4) and (n,)."""
        return np.reshape(self.images, (-1, 4, 4)), np.array(self.labels)


def _shares(name: str, values: object, count: int) -> tuple[float, ...]:
    """``count`` numbers in 0…1; a negative zero becomes 0."""
    if not isinstance(values, tuple | list) or len(values) != count:
        raise ValueError(f"{name}: wanted {count} numbers")
    row: Sequence[object] = values
    shares: list[float] = []
    for value in row:
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise ValueError(f"{name}: wanted numbers from 0 to 1")
        shares.append(float(value) + 0.0)
    return tuple(shares)
