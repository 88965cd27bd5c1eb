"""A 4×4 image to paint and label."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from lib.network import GEOMETRY
from lib.network.validate import Array
from lib.ui.bridge.component import register
from lib.ui.state import keys

COMPONENT = register(Path(__file__).parent)


def draw(words: dict[str, Any], on_add: Callable[[], None]) -> None:
    """Draw the easel; :func:`added` tells in ``on_add`` what was added."""
    COMPONENT(key=keys.OWN_EASEL, data={"words": words}, on_added_change=on_add)


def added(state: Any) -> tuple[Array, float] | None:
    """The image (4, 4) and label that was just added, or None. Trusts nothing in ``state``."""
    found: Any = state.get("added") if hasattr(state, "get") else None
    if found is None or not hasattr(found, "get"):
        return None
    pixels, label = found.get("pixels"), found.get("label")
    if not isinstance(pixels, list) or len(pixels) != GEOMETRY.pixel_count or label not in (0, 1):
        return None
    if not all(
        isinstance(pixel, int | float) and not isinstance(pixel, bool) and 0 <= pixel <= 1
        for pixel in pixels
    ):
        return None
    return np.reshape(np.array(pixels, dtype=np.float64), GEOMETRY.image_shape), float(label)
