"""The tab's line to the server: it writes the link into the address bar, and sends all moves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from lib.ui.bridge.component import register

COMPONENT = register(Path(__file__).parent)


KEY = "address"


def draw(link: str, stamp: list[Any], undo: Callable[[], None]) -> None:
    """What :func:`write` does, and the way by which every move of a slider runs the page.

    ``undo`` is what Ctrl+Z or ⌘Z calls outside of a text field, which has an undo of its own.
    """
    COMPONENT(
        key=KEY,
        data={"key": KEY, "stamp": stamp, "now": now(link)},
        on_moves_change=lambda: None,
        on_undo_change=undo,
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
