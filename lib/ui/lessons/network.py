"""The numbers of the first page: the picture of the network and its equations."""

from __future__ import annotations

from lib.ui.components import diagram, sheet
from lib.ui.components.sheet import Sheet
from lib.ui.follow.snapshot import Moment
from lib.ui.lessons.equations import network_lines


def equations(on: Sheet, now: Moment) -> None:
    """The whole network, line by line."""
    for left, expression, badge in network_lines(now.state):
        on.pair(left, expression, now.precision, badge)


PARTS = {"network": diagram.part(ways=False), "equations": sheet.part(equations)}
