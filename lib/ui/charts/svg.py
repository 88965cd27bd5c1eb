"""A chart of a page as SVG, drawn by the renderer that Altair saves with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

import pandas as pd

WIDTH = 480


def svg(charts: Sequence[tuple[pd.DataFrame, dict[str, Any]]], title: str, description: str) -> str:
    """The charts side by side, each the data and the constant spec that the page draws it with.

    ``title`` and ``description`` are for who cannot see it, and for who finds it without the page.

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
    words = f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
    end = found.index(">") + 1  # of the root's own tag
    return f'{found[: end - 1]} role="img">{words}{found[end:]}'
