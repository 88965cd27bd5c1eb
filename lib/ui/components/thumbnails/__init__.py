"""Small images in a row that wraps; each may be a button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from lib.network.validate import Array
from lib.ui.bridge.component import nothing, register

COMPONENT = register(Path(__file__).parent)


@dataclass(frozen=True, slots=True)
class Picture:
    """One image: rows of pixels in 0…1, the lines under it, what a screen reader says of it."""

    key: str
    pixels: list[list[float]]
    lines: list[str]
    spoken: str
    open: bool = False
    bad: bool = False


def draw(pictures: Sequence[Picture], key: str, on_pick: Callable[[], None] | None = None) -> None:
    """Draw the images; with ``on_pick`` each is a button, and ``bridge.picked`` tells which."""
    COMPONENT(
        key=key,
        data={"pictures": [asdict(picture) for picture in pictures], "pick": on_pick is not None},
        on_picked_change=on_pick or nothing,
    )


def pixels_of(image: Array) -> list[list[float]]:
    """The rows of an image (H, W), with as many digits as a picture can show; of one (C, H, W) the
    channels side by side, an empty column between."""
    if image.ndim == 3:
        image = np.hstack([np.pad(channel, ((0, 0), (0, 1))) for channel in image])[:, :-1]
    return [[round(float(pixel), 3) for pixel in row] for row in image]
