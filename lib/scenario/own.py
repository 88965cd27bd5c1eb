"""A learner's own images: painted or uploaded, too many numbers for a link."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from lib.network import GEOMETRY
from lib.network.validate import Array
from lib.scenario.kinds import FieldError, Number
from lib.scenario.lists import Grid, List
from lib.scenario.record import holds, settle
from lib.text import file as words
from lib.training.images_file import MOST_IMAGES

_SHARE = Number(0, 1)


@dataclass(frozen=True, slots=True)
class OwnImages:
    """4×4 images with their labels, as plain numbers.

    Attributes:
        images: 16 pixels each, row by row, in 0…1; at most 2000 images.
        labels: one for each image, in 0…1.

    Raises:
        FieldError: too many images, a wrong count, or anything that is not a number in 0…1.
    """

    images: tuple[tuple[float, ...], ...] = holds(
        List(Grid(*GEOMETRY.image_shape, _SHARE), 0, MOST_IMAGES), ()
    )
    labels: tuple[float, ...] = holds(List(_SHARE, 0, MOST_IMAGES), ())

    def __post_init__(self) -> None:
        settle(self)
        if len(self.labels) != len(self.images):
            raise FieldError(words.EACH_A_LABEL, "labels")

    @classmethod
    def of(cls, images: ArrayLike, labels: ArrayLike) -> OwnImages:
        """From arrays of shape (n, 4, 4) and (n,).

        Raises:
            ValueError: another shape, or what ``OwnImages`` refuses.
        """
        pixels, shares = np.asarray(images, np.float64), np.asarray(labels, np.float64)
        if pixels.shape != (*shares.shape, *GEOMETRY.image_shape) or shares.ndim != 1:
            raise ValueError(f"images: got shape {pixels.shape}, wanted (n, 4, 4) for n labels")
        return cls(pixels.tolist(), shares.tolist())

    def arrays(self) -> tuple[Array, Array]:
        """As arrays of shape (n, 4, 4) and (n,)."""
        return np.reshape(self.images, (-1, *GEOMETRY.image_shape)), np.array(self.labels)
