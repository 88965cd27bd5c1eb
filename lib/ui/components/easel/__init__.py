"""An image of the network's size to paint and label."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from lib.network import GEOMETRY
from lib.network.validate import Array
from lib.ui.bridge.component import register
from lib.ui.state import keys

Shape = tuple[int, int]
COMPONENT = register(Path(__file__).parent, pasted=("range.js", "range.css"))


def draw(
    words: dict[str, Any], on_add: Callable[[], None], shape: Shape = GEOMETRY.image_shape
) -> None:
    """Draw the easel; :func:`added` tells in ``on_add`` what was added.

    ``words["add"]`` has a text for each label, from 0 on.
    """
    data = {"words": words, "rows": shape[0], "columns": shape[1]}
    COMPONENT(key=keys.OWN_EASEL, data=data, on_added_change=on_add)


def added(
    state: Any, shape: Shape = GEOMETRY.image_shape, labels: int = 2
) -> tuple[Array, float] | None:
    """The image (H, W) and the label 0, 1, … that was just added, or None. Trusts nothing in
    ``state``."""
    found: Any = state.get("added") if hasattr(state, "get") else None
    if found is None or not hasattr(found, "get"):
        return None
    pixels, label = found.get("pixels"), found.get("label")
    if not isinstance(pixels, list) or len(pixels) != math.prod(shape):
        return None
    if label not in range(labels):
        return None
    if not all(
        isinstance(pixel, int | float) and not isinstance(pixel, bool) and 0 <= pixel <= 1
        for pixel in pixels
    ):
        return None
    return np.reshape(np.array(pixels, dtype=np.float64), shape), float(label)
