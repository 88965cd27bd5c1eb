"""The curves of a training run: over the steps, with the exact values under the pointer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from lib.network.validate import Array
from lib.training import thin
from lib.ui.charts.spec import BLUE, ORANGE, constant, rows

POINTS = 240
"""Points of a curve on the screen: about as many as its pixels can show apart."""
_DASHES = [[1, 0], [6, 4], [2, 3], [9, 3, 2, 3]]
_PALETTE = [
    BLUE,
    ORANGE,
    "#14907f",
    "#8a5cd6",
    "#b08900",
    "#c2417c",
    "#5b8a3a",
    "#6b7280",
    "#0ea5b7",
]


@cache
def curve_spec(
    step_title: str,
    y_title: str,
    kinds: tuple[str, ...],
    height: int,
    top: float | None = None,
    log: bool = False,
    zero: bool = True,
    hover: bool = True,
) -> dict[str, Any]:
    """The spec of curves ``y`` of several ``kind`` over ``step``, apart by colour and by dash.

    ``top`` fixes the upper end of the y axis, which follows the data when left out. ``hover`` tells
    the exact step and value under the pointer; it costs too much while the curves move.

    The rows come in the order of their steps: a line that Vega has to sort is drawn from derived
    rows, and those it derived from stay in memory for as long as the chart does.
    """
    if log:
        scale = alt.Scale(type="log")
    elif top is not None:
        scale = alt.Scale(domain=[0.0, top])
    else:
        scale = alt.Scale(domainMin=0.0) if zero else alt.Scale(zero=False)
    columns = 5 if max(map(len, kinds)) <= 5 else 4
    colours = [_PALETTE[n % len(_PALETTE)] for n in range(len(kinds))]
    colour = alt.Color(
        "kind:N",
        title=None,
        scale=alt.Scale(domain=list(kinds), range=colours),
        legend=alt.Legend(orient="top", columns=columns, symbolType="stroke"),
    )
    dashes = [_DASHES[n % len(_DASHES)] for n in range(len(kinds))]
    dash = alt.StrokeDash("kind:N", scale=alt.Scale(domain=list(kinds), range=dashes), legend=None)
    base = rows().encode(
        x=alt.X("step:Q", title=step_title, axis=alt.Axis(tickMinStep=1, format="d")),
        y=alt.Y("y:Q", title=y_title, scale=scale),
        color=colour,
    )
    # a spoken sentence for each point would only fill the memory: the chart has one
    lines = base.mark_line(strokeWidth=2, aria=False).encode(
        strokeDash=dash, order=alt.OrderValue(0)
    )
    if not hover:
        return constant(alt.layer(lines).properties(height=height))
    under = alt.selection_point(
        name="under", on="pointerover", nearest=True, fields=["step"], empty=False
    )
    tooltip = [
        alt.Tooltip("step:Q", title=step_title, format="d"),
        alt.Tooltip("y:Q", title=y_title, format=".6g"),
        alt.Tooltip("kind:N", title=" "),
    ]
    targets = base.mark_point(size=300, opacity=0, aria=False).encode(tooltip=tooltip)
    dots = base.transform_filter(under).mark_point(filled=True, size=55, opacity=1, aria=False)
    layers = alt.layer(lines, targets.add_params(under), dots.encode(tooltip=tooltip))
    return constant(layers.properties(height=height))


def curve_rows(
    curves: Sequence[tuple[str, Array]], steps: Array | None = None, log: bool = False
) -> pd.DataFrame:
    """Named curves, thinned for the screen: peaks stay.

    Args:
        curves: a name and its values, shape (n,).
        steps: the step of each value; 0 … n − 1 when left out.
        log: leave out what a log scale cannot show.
    """
    parts = []
    for name, values in curves:
        at = thin(values, POINTS) if len(values) else np.empty(0, dtype=np.int64)
        if log:
            at = at[values[at] > 0]
        parts.append(
            pd.DataFrame(
                {"step": at if steps is None else steps[at], "y": values[at], "kind": name}
            )
        )
    return pd.concat(parts, ignore_index=True)


@cache
def history_spec(
    step_title: str, value_title: str, height: int = 300, every_name: bool = True
) -> dict[str, Any]:
    """The spec of a picture of all weights over time: a row a weight, a column a moment. Without
    ``every_name`` only as many rows are named as there is room for.

    The first rows name the weights in order: Vega is to sort nothing, see ``curve_spec``.
    """
    return constant(
        rows()
        .mark_rect()
        .encode(
            x=alt.X("step:Q", title=step_title),
            x2="until:Q",
            y=alt.Y("name:N", title=None, sort=None, axis=alt.Axis(labelOverlap=not every_name)),
            color=alt.Color(
                "y:Q",
                title=value_title,
                scale=alt.Scale(range=[ORANGE, "#f4f4f5", BLUE], interpolate="rgb", domainMid=0.0),
            ),
            tooltip=[
                alt.Tooltip("name:N", title=" "),
                alt.Tooltip("step:Q", title=step_title),
                alt.Tooltip("y:Q", title=value_title, format=".5g"),
            ],
        )
        .properties(height=height)
    )
