"""From an Altair chart to the constant spec that the pages send."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

BLUE, ORANGE, TEAL = "#3b7ddd", "#e2711d", "#14907f"


def rows() -> alt.Chart:
    """A chart whose data comes later, by name."""
    return alt.Chart(alt.NamedData("rows"))


def constant(chart: alt.TopLevelMixin) -> dict[str, Any]:
    """The chart's spec without data, checked by Altair."""
    spec: dict[str, Any] = chart.to_dict()
    _drop_data(spec)
    return spec


def _drop_data(spec: dict[str, Any]) -> None:
    spec.pop("data", None)
    for part in ("layer", "hconcat", "vconcat"):
        for child in spec.get(part, ()):
            _drop_data(child)


def draw(data: pd.DataFrame, spec: dict[str, Any], key: str, alt_text: str) -> None:
    """Send new data to a constant spec; the same ``key`` keeps the chart mounted."""
    st.vega_lite_chart(data, spec, key=key, alt=alt_text, width="stretch")
