"""A choice of one among a few, side by side: Streamlit's segmented control as we use it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import streamlit as st

from lib.text import Text
from lib.ui.state.session import say

Option = TypeVar("Option")


def draw(
    label: Text,
    names: Mapping[Option, Text | str],
    key: str,
    on_change: Callable[..., None] | None = None,
    args: tuple[Any, ...] = (),
    *,
    hides_label: bool = False,
    required: bool = True,
) -> Option | None:
    """Draw the options in a row that wraps, and return the chosen one.

    Args:
        label: what is chosen; for a screen reader alone where the page ``hides_label``.
        names: each option's name, in the order of the row.
        key: of the widget in the session's state, which holds the first choice already.
        on_change, args: what is called when another one is chosen.
        required: whether one is always chosen; else None may be.
    """
    said = {option: say(name) if isinstance(name, Text) else name for option, name in names.items()}
    return st.segmented_control(
        say(label),
        list(said),
        format_func=said.__getitem__,
        key=key,
        on_change=on_change,
        args=args,
        required=required,
        wrap=True,
        label_visibility="collapsed" if hides_label else "visible",
    )
