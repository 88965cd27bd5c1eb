"""The losses of two pinned runs on one pair of axes."""

from __future__ import annotations

from functools import cache
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from lib.network.validate import Array
from lib.training import thin
from lib.ui.charts.spec import BLUE, ORANGE, constant, rows

KINDS = ("A", "B")


@cache
def pair_spec(step_title: str, y_title: str, log: bool, height: int) -> dict[str, Any]:
    """The spec of rows ``step``, ``loss``, ``run``: A solid and blue, B dashed and orange."""
    scale = alt.Scale(type="log") if log else alt.Scale(domainMin=0.0)
    lines = (
        rows()
        .mark_line(strokeWidth=2.4)
        .encode(
            x=alt.X("step:Q", title=step_title, axis=alt.Axis(tickMinStep=1, format="d")),
            y=alt.Y("loss:Q", title=y_title, scale=scale),
            color=alt.Color(
                "run:N",
                title=None,
                scale=alt.Scale(domain=list(KINDS), range=[BLUE, ORANGE]),
                legend=alt.Legend(orient="top"),
            ),
            strokeDash=alt.StrokeDash(
                "run:N",
                scale=alt.Scale(domain=list(KINDS), range=[[1, 0], [6, 4]]),
                legend=None,
            ),
            tooltip=[
                alt.Tooltip("run:N", title=" "),
                alt.Tooltip("step:Q", title=step_title),
                alt.Tooltip("loss:Q", title=y_title, format=".5g"),
            ],
        )
    )
    return constant(lines.properties(height=height))


def pair_rows(first: Array, second: Array, log: bool) -> pd.DataFrame:
    """Both curves, thinned for the screen; what a scale cannot show is left out."""
    parts = []
    for kind, losses in zip(KINDS, (first, second), strict=True):
        steps = thin(losses)
        parts.append(pd.DataFrame({"step": steps, "loss": losses[steps], "run": kind}))
    both = pd.concat(parts, ignore_index=True)
    visible = np.isfinite(both["loss"]) & ((both["loss"] > 0.0) | (not log))
    return both[visible]
