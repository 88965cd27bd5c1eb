"""A button that gives a file, made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st


def draw(
    label: str,
    make: Callable[..., str | bytes],
    *values: object,
    file_name: str,
    mime: str,
    icon: str = ":material/download:",
) -> None:
    """Draw the button; a click gives the file that ``make(*values)`` writes.

    Streamlit calls ``make`` after the run and outside of any session: it must know nothing but the
    values it is given. Whoever needs the session's scenario or language reads it first.
    """
    st.download_button(
        label,
        lambda: make(*values),
        file_name=file_name,
        mime=mime,
        icon=icon,
        on_click="ignore",
    )
