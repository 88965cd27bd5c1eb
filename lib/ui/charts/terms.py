"""Charts of a derivation's parts: signed bars that add up, and factors on a log scale."""

from __future__ import annotations

from functools import cache
from typing import Any

import altair as alt

from lib.ui.charts.spec import BLUE, ORANGE, TEAL, constant, rows


@cache
def waterfall_spec(x_title: str, height: int) -> dict[str, Any]:
    """Bars ``name`` from ``start`` to ``end``, in the order of ``place``, with ``text`` at the end.

    ``sign`` is "+", "−" or "=": the colour, and written in the text as well.
    """
    y = alt.Y("name:N", title=None, sort=alt.SortField("place"), axis=alt.Axis(labelLimit=200))
    colour = alt.Color(
        "sign:N",
        scale=alt.Scale(domain=["+", "−", "="], range=[BLUE, ORANGE, TEAL]),
        legend=None,
    )
    bars = (
        rows()
        .mark_bar(size=20, cornerRadius=3)
        .encode(
            x=alt.X("start:Q", title=x_title, scale=alt.Scale(padding=64)),
            x2="end:Q",
            y=y,
            color=colour,
            tooltip=[alt.Tooltip("name:N", title=" "), alt.Tooltip("text:N", title=" ")],
        )
    )
    labels = (
        rows()
        .mark_text(align="left", dx=6, fontSize=13)
        .encode(x="right:Q", y=y, text="text:N", color=colour)
    )
    zero = rows().mark_rule(strokeWidth=1).encode(x=alt.datum(0))
    return constant(alt.layer(bars, labels, zero).properties(height=height))


@cache
def factors_spec(x_title: str, height: int) -> dict[str, Any]:
    """Dots ``name`` at ``magnitude`` on a log scale, joined to 1, small ones in another colour."""
    y = alt.Y("name:N", title=None, sort=alt.SortField("place"), axis=alt.Axis(labelLimit=220))
    scale = alt.Scale(type="log", domainMax=10, clamp=True)
    colour = alt.Color(
        "kind:N", scale=alt.Scale(domain=["ok", "small"], range=[BLUE, ORANGE]), legend=None
    )
    stems = (
        rows()
        .mark_rule(strokeWidth=5, strokeCap="round")
        .encode(
            x=alt.X("magnitude:Q", title=x_title, scale=scale, axis=alt.Axis(format="~e")),
            x2="one:Q",
            y=y,
            color=colour,
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
            tooltip=[alt.Tooltip("name:N", title=" "), alt.Tooltip("text:N", title=" ")],
        )
    )
    return constant(alt.layer(stems, dots).properties(height=height))
