"""The lessons: a module or a folder for each page, named as the page is."""

from lib.ui.lessons import (
    backward,
    cross_entropy,
    forward,
    network,
    notes,
    practise,
    sheets,
    sigmoid,
    steps,
)

__all__ = [
    "backward",
    "cross_entropy",
    "forward",
    "network",
    "notes",
    "practise",
    "sheets",
    "sigmoid",
    "steps",
]
