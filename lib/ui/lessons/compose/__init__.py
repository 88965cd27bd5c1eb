"""Compose: the sizes and kinds of a network, chosen part by part."""

from lib.text import compose as words
from lib.ui.components import diagram
from lib.ui.follow.page import Page

picture = diagram.part("composed_picture", with_ways=False)

PAGE = Page(
    "compose",
    words.IN_MENU,
    ":material/widgets:",
    "experiment",
    on_the_way=words.ON_THE_WAY,
    parts=(picture,),
)
