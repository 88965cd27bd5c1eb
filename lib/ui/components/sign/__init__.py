"""A ± button beside a form's fields: the number keys of a phone may have no minus."""

from __future__ import annotations

from pathlib import Path

from lib.ui.bridge.component import register

COMPONENT = register(Path(__file__).parent, 'type="button"', tag="button")


def draw(label: str, key: str) -> None:
    """It changes the sign in the field that has, or had last, the focus."""
    COMPONENT(key=key, data={"label": label}, width="content")
