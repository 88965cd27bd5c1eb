"""Registers a component from the files beside its Python, and gives every component our colours."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

# Blue for positive, orange for negative: apart for every common form of colour blindness. The sign
# is always written as well.
COLOURS = ":host { --positive: #2f6fd0; --negative: #d9661f; }\n"


def register(name: str, folder: Path, html: str) -> ComponentRenderer:
    """The component ``name`` made of ``{folder}/{folder's name}.js`` and ``.css``."""
    source = folder / folder.name
    return st.components.v2.component(
        f"backprop_{name}",
        html=html,
        css=COLOURS + source.with_suffix(".css").read_text(encoding="utf-8"),
        js=source.with_suffix(".js").read_text(encoding="utf-8"),
    )
