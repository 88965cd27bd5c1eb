"""A button that opens the browser's print window."""

from __future__ import annotations

from pathlib import Path

from lib.ui.components.assets import register

COMPONENT = register(
    "printer", Path(__file__).parent, '<button type="button" class="printer"></button>'
)


def draw(label: str) -> None:
    """Draw the button."""
    COMPONENT(key="printer", data={"label": label})
