"""The loss as a map over two directions, with contour lines and the way a run took."""

from __future__ import annotations

from functools import cache
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from lib.network.validate import Array
from lib.ui.charts.contours import contour
from lib.ui.charts.spec import constant, rows

LEVELS = 11
SMALLEST = 1e-9
"""Losses below are drawn as this one: the colours are logarithmic."""
UNDER = 0.15
"""How far a cell reaches under the next one, in cells."""


@cache
def landscape_spec(
    x_title: str, y_title: str, loss_title: str, marks: tuple[str, str], height: int
) -> dict[str, Any]:
    """The spec of rows that :func:`landscape_rows` makes; ``marks`` name the start and the end."""
    x = alt.X("x:Q", title=x_title, scale=alt.Scale(zero=False, nice=False))
    y = alt.Y("y:Q", title=y_title, scale=alt.Scale(zero=False, nice=False))
    legend = alt.Legend(
        title=loss_title,
        orient="top",
        type="gradient",
        gradientLength=240,
        format="~g",
        titleLimit=400,
    )
    colour = alt.Color("loss:Q", scale=alt.Scale(type="log", scheme="viridis"), legend=legend)
    base = rows().encode(x=x, y=y, x2="x2:Q", y2="y2:Q")

    def only(chart: alt.Chart, kind: str) -> alt.Chart:
        return chart.transform_filter(alt.datum.kind == kind)

    ground = (
        only(base, "cell")
        .mark_rect()
        .encode(
            color=colour,
            tooltip=[
                alt.Tooltip("middle_x:Q", title=x_title, format=".4g"),
                alt.Tooltip("middle_y:Q", title=y_title, format=".4g"),
                alt.Tooltip("loss:Q", title=loss_title, format=".4g"),
            ],
        )
    )
    lines = only(base, "line").mark_rule(color="white", opacity=0.55, strokeWidth=1)
    way = only(rows().encode(x=x, y=y, order="step:Q"), "way")
    shapes = alt.Scale(domain=list(marks), range=["circle", "diamond"])
    ends = only(rows().encode(x=x, y=y), "mark")
    points = ends.mark_point(
        filled=True, size=170, opacity=1, color="white", stroke="black", strokeWidth=1.5
    ).encode(shape=alt.Shape("name:N", scale=shapes, legend=None))
    names = ends.encode(text="name:N")
    bold: dict[str, Any] = {"dy": -16, "fontSize": 13, "fontWeight": "bold"}
    return constant(
        alt.layer(
            ground,
            lines,
            way.mark_line(color="black", strokeWidth=5, opacity=0.75),
            way.mark_line(color="white", strokeWidth=2.5),
            points,
            names.mark_text(**bold, stroke="black", strokeWidth=3, strokeJoin="round"),
            names.mark_text(**bold, color="white"),
        ).properties(height=height)
    )


def landscape_rows(
    x: Array, y: Array, loss: Array, steps: Array, way: Array, marks: tuple[str, str]
) -> pd.DataFrame:
    """The map's cells, its contour lines, and what of the way lies within it.

    Args:
        x, y: where the columns and rows of the map are, shapes (n,) and (m,).
        loss: shape (m, n), at the corners of the cells.
        steps: of the way's points, shape (k,).
        way: where the run was, on the same axes, shape (k, 2).
    """
    loss = np.maximum(loss, SMALLEST)
    cells = _cells(x, y, loss)
    levels = np.geomspace(loss.min(), loss.max(), LEVELS + 2)[1:-1]
    # along a logarithmic slope the line lies where the logarithm says
    found = [contour(x, y, np.log(loss), float(np.log(level))) for level in levels]
    lines = pd.DataFrame(np.concatenate(found), columns=["x", "y", "x2", "y2"])
    (low_x, high_x), (low_y, high_y) = (x[0], x[-1]), (y[0], y[-1])
    inside = (low_x <= way[:, 0]) & (way[:, 0] <= high_x)
    inside &= (low_y <= way[:, 1]) & (way[:, 1] <= high_y)
    seen = np.where(inside[:, None], way, np.nan)
    points = pd.DataFrame({"kind": "way", "step": steps, "x": seen[:, 0], "y": seen[:, 1]})
    ends = points.iloc[[0, -1]].assign(kind="mark", name=list(marks)).dropna(subset=["x"])
    return pd.concat([cells, lines.assign(kind="line"), points, ends], ignore_index=True)


def _cells(x: Array, y: Array, loss: Array) -> pd.DataFrame:
    """A rectangle between every four corners, in their mean colour.

    Each reaches a little under the next, which is drawn over it: no seam shows between them.
    """
    logs = np.log(loss)
    mean = (logs[:-1, :-1] + logs[:-1, 1:] + logs[1:, :-1] + logs[1:, 1:]) / 4.0
    left, below = np.meshgrid(x[:-1], y[:-1])
    right, above = np.meshgrid(x[1:], y[1:])
    wide, high = x[1] - x[0], y[1] - y[0]
    return pd.DataFrame(
        {
            "kind": "cell",
            "x": left.ravel(),
            "x2": np.minimum(right + UNDER * wide, x[-1]).ravel(),
            "y": below.ravel(),
            "y2": np.minimum(above + UNDER * high, y[-1]).ravel(),
            "middle_x": (left + wide / 2).ravel(),
            "middle_y": (below + high / 2).ravel(),
            "loss": np.exp(mean).ravel(),
        }
    )
