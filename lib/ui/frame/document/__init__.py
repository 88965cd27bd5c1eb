"""What belongs to the whole document: its language, a link past the menu, what is said aloud."""

from __future__ import annotations

from pathlib import Path

from lib.text import Language, frame
from lib.ui.bridge.component import register
from lib.ui.follow import page_run
from lib.ui.follow.page import Page
from lib.ui.state import session
from lib.ui.state.session import say

COMPONENT = register(Path(__file__).parent, pasted=("translator.js",))
_TAGS: dict[Language, str] = {"en": "en", "zh": "zh-Hans"}


def draw(page: Page) -> None:
    """Tell the document what it is now; when numbers have moved it says the page's own aloud."""
    now = {
        "language": _TAGS[session.language()],
        "skip": say(frame.SKIP),
        "page": page.name,
        "settled": page.told(page_run.snapshot()),
    }
    COMPONENT(key="document", data=now)
