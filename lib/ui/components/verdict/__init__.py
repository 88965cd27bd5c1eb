"""What is said of an answer, in a region that a screen reader announces once when it changes.

It stands on the page before there is anything to say: only then is a change announced.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from lib.ui.bridge.component import register

Tone = Literal["", "right", "wrong", "open"]

COMPONENT = register(Path(__file__).parent, 'role="status"')


def draw(tone: Tone, lines: Sequence[str], key: str, field: str = "") -> None:
    """Plain text, a paragraph each; ``open`` is for what is neither right nor wrong.

    ``field`` is the key of the one field of a form: what is typed there is sent ahead, so that the
    part of that ``key`` is shown before the run.
    """
    COMPONENT(key=key, data={"key": key, "field": field, **data(tone, lines)})


def data(tone: Tone, lines: Sequence[str]) -> dict[str, Any]:
    """What the component shows."""
    return {"tone": tone, "lines": list(lines)}
