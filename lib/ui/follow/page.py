"""What is known of a page: an entry of the one table in lib/ui/frame/pages.py."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lib.text import Text
from lib.ui.follow.part import Part

Section = Literal["learn", "practise", "experiment"]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the app.

    Attributes:
        name: the name of its file in pages/, and its path in the address.
        title: its name in the menu.
        icon: of a link to it.
        section: where it stands in the menu; None for a page that is in no menu.
        on_the_way: what the first page says of it, on the way through the lessons.
        uses_numbers: whether the network's numbers move anything on it; if not, their sliders are
            put away in the sidebar.
        parts: all that follows the sliders on it; without any, each move runs the whole page.
        old_paths: paths that it had before: links to them are read for ever.
    """

    name: str
    title: Text
    icon: str
    section: Section | None = None
    on_the_way: Text | None = None
    uses_numbers: bool = True
    parts: tuple[Part, ...] = ()
    old_paths: tuple[str, ...] = ()
