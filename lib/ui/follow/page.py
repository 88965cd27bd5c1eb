"""What is known of a page: an entry of the one table in lib/ui/frame/pages.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from lib.derivation import plain_number
from lib.derivation.quantity import Quantity
from lib.text import Text
from lib.text import lecture as words
from lib.ui.follow.part import Part
from lib.ui.follow.snapshot import Snapshot

Section = Literal["learn", "practise", "experiment"]


def loss_told(now: Snapshot) -> str:
    """The loss in a few words."""
    return f"L = {plain_number(float(now.state.gradients.loss), now.precision)}"


@dataclass(frozen=True, slots=True)
class Lecture:
    """A lesson as a room sees it: what matters of it, large.

    Attributes:
        draw: draws that.
        onward: what the next step of a presenter's clicker brings, in a few words.
        beside: draws what stands beside the title, such as a choice.
        turn: goes one step on (1) or back (−1) within the lesson; whether there was one to go.
        begin: goes to its first step, when one comes on from the lesson before.
        tells: whether the bar at the foot may tell L or a partial derivative yet; None: all but
            what is to be predicted.
    """

    draw: Callable[[], None]
    onward: Text = words.NEXT_PAGE
    beside: Callable[[], object] | None = None
    turn: Callable[[int], bool] | None = None
    begin: Callable[[], None] | None = None
    tells: Callable[[Quantity], bool] | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the app.

    Attributes:
        name: the name of its file in pages/, and its path in the address.
        title: its name in the menu.
        icon: of a link to it.
        section: where it stands in the menu; None for a page that is in no menu.
        on_the_way: what the first page says of it, on the way through the lessons.
        equations: the labels of those of the notes that it derives for the notes' network.
        uses_numbers: whether the network's numbers move anything on it; if not, their sliders are
            put away in the sidebar.
        parts: all that follows the sliders on it; without any, each move runs the whole page.
        told: the number that matters most on it, said aloud when a move has come to rest.
        about: ``any`` network; the ``notes``' network and its numbers alone; or a ``lesson`` on the
            notes' output and activation.
        lecture: how a room sees it; None for a page that has no lecture view.
        old_paths: paths that it had before: links to them are read for ever.
    """

    name: str
    title: Text
    icon: str
    section: Section | None = None
    on_the_way: Text | None = None
    equations: str = ""
    uses_numbers: bool = True
    parts: tuple[Part, ...] = ()
    told: Callable[[Snapshot], str] = loss_told
    about: Literal["any", "notes", "lesson"] = "any"
    lecture: Lecture | None = None
    old_paths: tuple[str, ...] = ()
