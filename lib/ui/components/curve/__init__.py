"""A function with the current point on it and the tangent through that point."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from lib.derivation import plain_number
from lib.network.validate import Array
from lib.ui.bridge.component import register
from lib.ui.follow.part import Part
from lib.ui.follow.snapshot import Snapshot

COMPONENT = register(Path(__file__).parent)
_POINTS = 161


@dataclass(frozen=True, slots=True)
class Curve:
    """What is drawn.

    Attributes:
        function: takes an array of x and gives y.
        x_range, y_range: where the axes end; the curve may leave the picture.
        x_title, y_title: what stands at the axes.
        point: x and y of the point.
        slope: the tangent's.
        height: of the picture, in pixels.
        spoken: what a screen reader says of it before the point's numbers.
    """

    function: Callable[[Array], Array]
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    x_title: str
    y_title: str
    point: tuple[float, float]
    slope: float
    height: int
    spoken: str


def part(key: str) -> Callable[[Callable[[Snapshot], Curve]], Part]:
    """Makes the function that gives a curve a part of a page."""
    return lambda build: Part(key, COMPONENT, lambda now: as_data(build(now)))


def as_data(curve: Curve) -> dict[str, Any]:
    """The curve as the component's data."""
    ys = curve.function(np.linspace(*curve.x_range, _POINTS))
    x, y = (plain_number(value, 3) for value in curve.point)
    return {
        "x": curve.x_range,
        "y": curve.y_range,
        "titles": [curve.x_title, curve.y_title],
        "height": curve.height,
        "ys": [float(f"{value:.5g}") for value in ys],
        "point": curve.point,
        "slope": curve.slope,
        "told": f"{curve.x_title} = {x}, {curve.y_title} = {y}",
        "spoken": curve.spoken,
    }
