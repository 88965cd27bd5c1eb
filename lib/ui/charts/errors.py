"""Charts of errors on a log scale: the long path's against α, the nudge's against ε."""

from __future__ import annotations

from functools import cache
from typing import Any

import altair as alt

from lib.ui.charts.spec import BLUE, ORANGE, TEAL, constant, rows


@cache
def long_path_spec(x_title: str, y_title: str, height: int) -> dict[str, Any]:
    """Rows ``x``, ``y``, ``kind``: the curve, and a rule with a dot where the learner is."""
    x = alt.X("x:Q", title=x_title, scale=alt.Scale(domain=[-60, 60]))
    y = alt.Y(
        "y:Q",
        title=y_title,
        scale=alt.Scale(type="log", domain=[1e-17, 10], clamp=True),
        axis=alt.Axis(format="~e", values=[1e-16, 1e-12, 1e-8, 1e-4, 1]),
    )
    base = rows().encode(x=x, y=y)
    here = rows().transform_filter(alt.datum.kind == "point")
    return constant(
        alt.layer(
            base.transform_filter(alt.datum.kind == "curve").mark_line(color=BLUE, strokeWidth=2),
            here.mark_rule(color=ORANGE, strokeDash=[5, 4], strokeWidth=2).encode(x=x),
            base.transform_filter(alt.datum.kind == "point").mark_point(
                color=ORANGE, filled=True, size=110, opacity=1
            ),
        ).properties(height=height)
    )


@cache
def nudge_error_spec(
    x_title: str, y_title: str, methods: tuple[str, str, str], height: int
) -> dict[str, Any]:
    """Rows ``x`` (ε), ``y`` (relative error), ``method``; a rule where kind is "here"."""
    x = alt.X(
        "x:Q", title=x_title, scale=alt.Scale(type="log"), axis=alt.Axis(format="~e", tickCount=8)
    )
    y = alt.Y(
        "y:Q",
        title=y_title,
        scale=alt.Scale(type="log", domain=[1e-17, 10], clamp=True),
        axis=alt.Axis(format="~e", values=[1e-16, 1e-12, 1e-8, 1e-4, 1]),
    )
    lines = (
        rows()
        .transform_filter(alt.datum.kind == "curve")
        .mark_line(strokeWidth=2)
        .encode(
            x=x,
            y=y,
            color=alt.Color(
                "method:N",
                title=None,
                scale=alt.Scale(domain=list(methods), range=[ORANGE, BLUE, TEAL]),
                legend=alt.Legend(orient="top"),
            ),
            strokeDash=alt.StrokeDash(
                "method:N",
                scale=alt.Scale(domain=list(methods), range=[[1, 0], [7, 3], [2, 3]]),
                legend=None,
            ),
        )
    )
    rule = (
        rows()
        .transform_filter(alt.datum.kind == "here")
        .mark_rule(strokeDash=[5, 4], strokeWidth=1.5, color=BLUE)
        .encode(x=x)
    )
    return constant(alt.layer(lines, rule).properties(height=height))


@cache
def secant_spec(x_title: str, height: int) -> dict[str, Any]:
    """Rows ``x``, ``y``, ``kind``: the curve of L, the secant (dashed) and the nudged points."""
    base = rows().encode(
        x=alt.X("x:Q", title=x_title, scale=alt.Scale(zero=False, nice=False)),
        y=alt.Y("y:Q", title="L", scale=alt.Scale(zero=False)),
    )

    def only(kind: str) -> alt.Chart:
        return base.transform_filter(alt.datum.kind == kind)

    return constant(
        alt.layer(
            only("curve").mark_line(color=BLUE, strokeWidth=2.5),
            only("secant").mark_line(color=ORANGE, strokeWidth=2, strokeDash=[7, 4], clip=True),
            only("nudged").mark_point(color=ORANGE, size=90, strokeWidth=2, opacity=1),
            only("here").mark_point(color=ORANGE, filled=True, size=110, opacity=1),
        ).properties(height=height)
    )
