"""The factors of a derivation on a log scale."""

from __future__ import annotations

from functools import cache
from typing import Any

import altair as alt

from lib.ui.charts.spec import BLUE, ORANGE, constant, rows


@cache
def factors_spec(x_title: str, height: int) -> dict[str, Any]:
    """Dots ``name`` at ``magnitude`` on a log scale, joined to 1.

    ``kind`` small has another colour and shape, ``sign`` minus a dashed line.
    """
    y = alt.Y("name:N", title=None, sort=alt.SortField("place"), axis=alt.Axis(labelLimit=0))
    scale = alt.Scale(type="log", nice=True)
    colour = alt.Color(
        "kind:N", scale=alt.Scale(domain=["ok", "small"], range=[BLUE, ORANGE]), legend=None
    )
    stems = (
        rows()
        .mark_rule(strokeWidth=5)
        .encode(
            x=alt.X("magnitude:Q", title=x_title, scale=scale, axis=alt.Axis(format="~g")),
            x2="one:Q",
            y=y,
            color=colour,
            strokeDash=alt.StrokeDash(
                "sign:N",
                scale=alt.Scale(domain=["plus", "minus"], range=[[1, 0], [5, 4]]),
                legend=None,
            ),
        )
    )
    dots = (
        rows()
        .mark_point(filled=True, size=90, opacity=1)
        .encode(
            x=alt.X("magnitude:Q", scale=scale),
            y=y,
            color=colour,
            shape=alt.Shape(
                "kind:N",
                scale=alt.Scale(domain=["ok", "small"], range=["circle", "triangle-left"]),
                legend=None,
            ),
            tooltip=alt.Tooltip("name:N", title=" "),
        )
    )
    return constant(alt.layer(stems, dots).properties(height=height))
