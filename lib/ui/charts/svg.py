"""A chart of a page as SVG, drawn by the renderer that Altair saves with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

WIDTH = 480


def svg(charts: Sequence[tuple[pd.DataFrame, dict[str, Any]]]) -> str:
    """The charts side by side, each the data and the constant spec that the page draws it with.

    The renderer is loaded at the first call only: it takes a second and about 70 MB.
    """
    import vl_convert

    whole: dict[str, Any] = {"background": "white", "hconcat": []}
    for data, spec in charts:
        part = {key: value for key, value in spec.items() if key not in ("$schema", "config")}
        values = data.to_dict("records")
        whole["hconcat"].append({**part, "width": WIDTH, "data": {"values": values}})
        whole["$schema"] = spec["$schema"]
    found: str = vl_convert.vegalite_to_svg(whole)
    return found
