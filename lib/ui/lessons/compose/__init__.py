"""Compose: the sizes and kinds of a network, chosen part by part."""

from lib.text import compose as words
from lib.ui.follow.page import Page

PAGE = Page(
    "compose",
    words.IN_MENU,
    ":material/widgets:",
    "experiment",
    on_the_way=words.ON_THE_WAY,
)
