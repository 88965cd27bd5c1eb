"""Backward: the numbers of the page, and the looks into one derivation, each with a ``draw``.

Only the open look is built.
"""

from lib.text import backward as words
from lib.text import lecture
from lib.ui.follow.page import Lecture, Page
from lib.ui.lessons.backward import choices, in_room, lines, numbers, terms, values

PAGE = Page(
    "backward",
    words.IN_MENU,
    ":material/arrow_back:",
    "learn",
    on_the_way=words.ON_THE_WAY,
    equations="N9–N13",
    told=numbers.partial_told,
    parts=(
        numbers.gradients,
        numbers.path_picture,
        values.values,
        numbers.headline,
        lines.lines,
        lines.line_factors,
        numbers.every_partial,
        terms.terms,
        terms.windows,
        terms.convolution,
        numbers.open_partial,
    ),
    lecture=Lecture(
        in_room.draw,
        lecture.NEXT_LAYER,
        choices.draw_view_choice,
        in_room.turn,
        in_room.begin,
        in_room.tells,
    ),
)
