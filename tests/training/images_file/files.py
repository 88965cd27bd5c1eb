"""Files of images as programs write them."""

from __future__ import annotations

import numpy as np

from lib.network.validate import Array
from lib.training.images_file import Preview, Settings, read_images

BAR_BELOW = [0.0] * 12 + [1.0] * 4
BAR_LEFT = [0.0, 1.0, 0.0, 0.0] * 4
SHAPE = (4, 4)


def table(
    images: list[list[float]],
    labels: list[object],
    *,
    separator: str = ",",
    first: bool = False,
    header: list[str] | None = None,
    decimal: str = ".",
) -> str:
    """One image a line, its label behind it, or before it."""
    lines = [separator.join(header)] if header else []
    for image, label in zip(images, labels, strict=True):
        cells = [f"{pixel:g}".replace(".", decimal) for pixel in image]
        place = 0 if first else len(cells)
        cells.insert(place, str(label))
        lines.append(separator.join(cells))
    return "\n".join(lines) + "\n"


def read(content: str | bytes, settings: Settings | None = None) -> Preview:
    """The preview for a 4×4 network."""
    data = content.encode() if isinstance(content, str) else content
    return read_images(data, settings, shape=SHAPE)


def shades(count: int = 6, side: int = 4, seed: int = 1) -> list[list[float]]:
    """Images of fractions: none of their columns could be a label."""
    drawn = np.random.default_rng(seed).uniform(0.1, 0.9, (count, side * side))
    return np.round(drawn, 3).tolist()


def same(preview: Preview, images: list[list[float]], labels: list[float]) -> None:
    """Fail unless the preview has just these 4×4 images and labels."""
    expected: Array = np.reshape(images, (-1, 4, 4))
    np.testing.assert_allclose(preview.images, expected, atol=1e-12, rtol=0)
    np.testing.assert_array_equal(preview.labels, labels)


def questions(preview: Preview) -> list[str]:
    """What needs to be confirmed."""
    return [note.about for note in preview.notes if note.question]


def said(preview: Preview) -> list[str]:
    """What the notes are about."""
    return [note.about for note in preview.notes]
