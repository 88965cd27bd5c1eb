"""A ± button beside a form's fields: the number keys of a phone may have no minus."""

from __future__ import annotations

from pathlib import Path

from lib.text import practise as words
from lib.ui.bridge.component import register
from lib.ui.state.session import say

COMPONENT = register(Path(__file__).parent, 'type="button"', tag="button")


def draw(key: str) -> None:
    """It changes the sign in the field that has, or had last, the focus."""
    COMPONENT(key=key, data={"label": say(words.CHANGE_SIGN)}, width="content")
