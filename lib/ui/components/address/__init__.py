"""Writes the link into the address bar; it shows nothing."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from lib.ui.components.assets import register

COMPONENT = register("address", Path(__file__).parent, '<div class="address"></div>')


def write(link: str, key: str) -> None:
    """Put the link into the address bar, soon and without a step in the browser's history.

    Going to another page takes the link out of the address: with the page told as well, the same
    link is written there again.
    """
    COMPONENT(key=key, data={"link": link, "page": st.context.url})
