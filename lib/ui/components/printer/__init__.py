"""A button that opens the browser's print window."""

from __future__ import annotations

from pathlib import Path

from lib.ui.bridge.component import register
from lib.ui.state import keys

COMPONENT = register(Path(__file__).parent, 'type="button"', tag="button")


def draw(label: str) -> None:
    """Draw the button."""
    COMPONENT(key=keys.PRINTER, data={"label": label})
