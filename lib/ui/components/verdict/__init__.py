"""What is said of an answer, in a region that a screen reader announces once when it changes.

It stands on the page before there is anything to say: only then is a change announced.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from lib.ui.bridge.component import register

Tone = Literal["", "right", "wrong", "open"]

COMPONENT = register(Path(__file__).parent, 'role="status"')


def draw(tone: Tone, lines: Sequence[str], key: str) -> None:
    """Plain text, a paragraph each; ``open`` is for what is neither right nor wrong."""
    COMPONENT(key=key, data={"tone": tone, "lines": list(lines)})
