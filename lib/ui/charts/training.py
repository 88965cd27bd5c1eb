"""The live curves of a training run."""

from __future__ import annotations

from functools import cache
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from lib.training import History
from lib.ui.charts.spec import BLUE, ORANGE, constant, rows

POINTS = 240
"""Points of a curve on the screen: as many as its pixels can show apart."""


@cache
def curve_spec(
    step_title: str, y_title: str, kinds: tuple[str, str], top: float | None, height: int
) -> dict[str, Any]:
    """The spec of two curves over the steps, train (solid) and test (dashed).

    ``top`` fixes the upper end of the y axis; it follows the data when left out.
    """
    scale = alt.Scale(domainMin=0.0) if top is None else alt.Scale(domain=[0.0, top])
    colour = alt.Color(
        "kind:N",
        title=None,
        scale=alt.Scale(domain=list(kinds), range=[BLUE, ORANGE]),
        legend=alt.Legend(orient="top"),
    )
    dash = alt.StrokeDash(
        "kind:N",
        scale=alt.Scale(domain=list(kinds), range=[[1, 0], [6, 4]]),
        legend=None,
    )
    return constant(
        rows()
        .mark_line(strokeWidth=2.2)
        .encode(
            x=alt.X("step:Q", title=step_title, axis=alt.Axis(tickMinStep=1, format="d")),
            y=alt.Y("y:Q", title=y_title, scale=scale),
            color=colour,
            strokeDash=dash,
            tooltip=[
                alt.Tooltip("step:Q", title=step_title),
                alt.Tooltip("y:Q", title=y_title, format=".5g"),
                alt.Tooltip("kind:N", title=" "),
            ],
        )
        .properties(height=height)
    )


def curve_rows(history: History, name: str, kinds: tuple[str, str]) -> pd.DataFrame:
    """``train_{name}`` and ``test_{name}`` at the steps that are shown."""
    steps = shown_steps(history.step)
    train: np.ndarray = getattr(history, f"train_{name}")[steps]
    test: np.ndarray = getattr(history, f"test_{name}")[steps]
    return pd.DataFrame(
        {
            "step": np.concatenate([steps, steps]),
            "y": np.concatenate([train, test]),
            "kind": [kinds[0]] * len(steps) + [kinds[1]] * len(steps),
        }
    )


def shown_steps(last: int) -> np.ndarray:
    """At most ``POINTS`` steps from 0 to ``last``, evenly spaced, both ends among them."""
    return np.unique(np.linspace(0, last, min(last + 1, POINTS)).round().astype(int))
