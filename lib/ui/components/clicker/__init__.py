"""Keys that press buttons of the page: what a presenter's clicker sends."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lib.ui.bridge.component import register

COMPONENT = register(Path(__file__).parent)


def draw(key: str, presses: Mapping[str, str]) -> None:
    """Let keys press buttons while this is on the page.

    Args:
        key: the component's.
        presses: the key of the button by the name of the key: ``{"PageDown": "walk-next"}``.
    """
    COMPONENT(key=key, data={"presses": dict(presses)})
