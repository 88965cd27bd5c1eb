"""The numbers of the first page: the picture of the network and its equations."""

from __future__ import annotations

from lib.text import network as words
from lib.ui.components import diagram, sheet
from lib.ui.components.sheet import Sheet
from lib.ui.follow import page_run
from lib.ui.follow.page import Lecture, Page
from lib.ui.follow.snapshot import Snapshot
from lib.ui.lessons.equations import network_lines


@sheet.part("equations")
def equations(on: Sheet, now: Snapshot) -> None:
    """The whole network, line by line."""
    for left, expression, badge in network_lines(now.state):
        on.pair(left, expression, now.precision, badge)


picture = diagram.part("network_picture", ways=False)


def draw_picture() -> None:
    """The picture; a click in it opens that variable's derivation."""
    page_run.show_to_open(picture)


PAGE = Page(
    "network",
    words.IN_MENU,
    ":material/hub:",
    "learn",
    parts=(picture, equations),
    lecture=Lecture(draw_picture),
)
