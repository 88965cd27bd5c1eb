"""The tab's line to the server: it writes the link into the address bar, and sends all moves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from lib.ui.bridge.component import nothing, register
from lib.ui.state import keys

COMPONENT = register(Path(__file__).parent)


def draw(
    link: str,
    stamp: list[Any],
    undo: Callable[[], None],
    kept: str | None,
    give_back: Callable[[], None],
) -> None:
    """What :func:`write` does, and the way by which every move of a slider runs the page.

    Args:
        link: the link to the numbers.
        stamp: which run of which session draws.
        undo: what Ctrl+Z or ⌘Z calls outside of a text field, which has an undo of its own.
        kept: what the tab is to keep through a reload or a new server; None for what it has.
        give_back: called when the tab has something and was told None: :func:`given_back`.
    """
    COMPONENT(
        key=keys.ADDRESS,
        data={"key": keys.ADDRESS, "stamp": stamp, "now": now(link), "kept": kept},
        on_moves_change=nothing,
        on_undo_change=undo,
        on_kept_change=give_back,
    )


def given_back() -> str:
    """What the tab has kept, as it sent it; empty for nothing."""
    state: Any = st.session_state.get(keys.ADDRESS)
    text = state.get("kept") if hasattr(state, "get") else None
    return text if isinstance(text, str) else ""


def write(link: str, key: str) -> None:
    """Put the link into the address bar, soon and without a step in the browser's history.

    Going to another page takes the link out of the address: with the page told as well, the same
    link is written there again.
    """
    COMPONENT(key=key, data={"now": now(link)})


def now(link: str) -> dict[str, str]:
    """What the address bar needs to know."""
    return {"link": link, "page": st.context.url or ""}
