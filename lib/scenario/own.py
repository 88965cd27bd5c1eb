"""A learner's own images: painted or uploaded, too many numbers for a link."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from lib.network import GEOMETRY
from lib.network.fits import RANGES
from lib.network.validate import Array
from lib.scenario.kinds import FieldError, Number
from lib.scenario.lists import List, Rows
from lib.scenario.record import holds, settle
from lib.text import file as words
from lib.training.images_file import MOST_IMAGES, most_images

_SHARE = Number(0, 1)
_LABEL = Number(0, RANGES["outputs"][1] - 1)
_SIDE = RANGES["rows"][1]


@dataclass(frozen=True, slots=True)
class OwnImages:
    """Images of one size with their labels, as plain numbers.

    Attributes:
        images: the rows of each, pixels in 0…1; at most 2000 images of 4×4, fewer of larger ones.
        labels: one for each image: in 0…1, or the number of one of several classes.

    Raises:
        FieldError: too many images, a wrong count, or anything that is not a number in 0…1.
    """

    images: tuple[tuple[tuple[float, ...], ...], ...] = holds(
        List(Rows(_SIDE, _SHARE), 0, MOST_IMAGES), ()
    )
    labels: tuple[float, ...] = holds(List(_LABEL, 0, MOST_IMAGES), ())

    def __post_init__(self) -> None:
        settle(self)
        if self.images:
            shape = (len(self.images[0]), len(self.images[0][0]))
            alike = all((len(image), len(image[0])) == shape for image in self.images)
            most = most_images(shape)
            if not alike or len(self.images) > most:
                raise FieldError(words.ONE_SIZE.filled(most=most), "images")
        if len(self.labels) != len(self.images):
            raise FieldError(words.EACH_A_LABEL, "labels")

    @classmethod
    def of(cls, images: ArrayLike, labels: ArrayLike) -> OwnImages:
        """From arrays of shape (n, H, W) and (n,).

        Raises:
            ValueError: another shape, or what ``OwnImages`` refuses.
        """
        pixels, numbers = np.asarray(images, np.float64), np.asarray(labels, np.float64)
        if pixels.ndim != 3 or numbers.shape != pixels.shape[:1]:
            raise ValueError(f"images: got shape {pixels.shape}, wanted (n, H, W) for n labels")
        return cls(pixels.tolist(), numbers.tolist())

    def arrays(self) -> tuple[Array, Array]:
        """As arrays of shape (n, H, W) and (n,)."""
        if not self.images:
            return np.empty((0, *GEOMETRY.image_shape)), np.empty(0)
        return np.array(self.images), np.array(self.labels)
