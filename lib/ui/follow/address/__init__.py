"""The tab's line to the server: it writes the link into the address bar, and sends all moves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from lib.ui.bridge.component import nothing, register
from lib.ui.state import keys

COMPONENT = register(Path(__file__).parent)


def draw(link: str, stamp: list[Any]) -> None:
    """What :func:`write` does, and the way by which every move of a slider runs the page."""
    COMPONENT(
        key=keys.ADDRESS,
        data={"key": keys.ADDRESS, "stamp": stamp, "now": now(link)},
        on_moves_change=nothing,
    )


def write(link: str, key: str) -> None:
    """Put the link into the address bar, soon and without a step in the browser's history.

    Going to another page takes the link out of the address: with the page told as well, the same
    link is written there again.
    """
    COMPONENT(key=key, data={"now": now(link)})


def now(link: str) -> dict[str, str]:
    """What the address bar needs to know."""
    return {"link": link, "page": st.context.url or ""}
