"""A function with the current point on it and the tangent through that point."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from lib.network.validate import Array
from lib.ui.charts.spec import BLUE, ORANGE, constant, rows


@cache
def tangent_spec(
    x_title: str,
    y_title: str,
    x_range: tuple[float, float],
    y_range: tuple[float, float],
    height: int,
) -> dict[str, Any]:
    """The spec of a curve (solid), its tangent (dashed) and the point (a dot)."""
    x = alt.X("x:Q", title=x_title, scale=alt.Scale(domain=x_range, nice=False))
    y = alt.Y("y:Q", title=y_title, scale=alt.Scale(domain=y_range, nice=False))
    base = rows().encode(x=x, y=y)
    tooltip = [
        alt.Tooltip("x:Q", title=x_title, format=".4g"),
        alt.Tooltip("y:Q", title=y_title, format=".4g"),
    ]

    def only(kind: str) -> alt.Chart:
        return base.transform_filter(alt.datum.kind == kind)

    return constant(
        alt.layer(
            only("curve").mark_line(color=BLUE, strokeWidth=2.5, clip=True),
            only("tangent").mark_line(color=ORANGE, strokeWidth=2, strokeDash=[7, 4], clip=True),
            only("point")
            .mark_point(color=ORANGE, filled=True, size=130, opacity=1, clip=True)
            .encode(tooltip=tooltip),
        ).properties(height=height)
    )


def tangent_rows(
    function: Callable[[Array], Array], grid: Array, x: float, y: float, slope: float
) -> pd.DataFrame:
    """The rows that :func:`tangent_spec` draws: the curve, two ends of the tangent, the point."""
    low, high = float(grid[0]), float(grid[-1])
    ends = np.array([low, high])
    return pd.DataFrame(
        {
            "x": np.concatenate([grid, ends, [x]]),
            "y": np.concatenate([function(grid), y + slope * (ends - x), [y]]),
            "kind": ["curve"] * len(grid) + ["tangent"] * 2 + ["point"],
        }
    )
