"""A chosen file as it would be taken: pictures, labels, guesses, and the way to take it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from lib.derivation import plain_number
from lib.text import images_file as words
from lib.text import numbers
from lib.training.images_file import ImagesFileError, Note, Preview
from lib.ui.components import thumbnails
from lib.ui.state import keys, own_file
from lib.ui.state.session import say
from lib.ui.training import file_settings

_SHOWN_OF_EACH = 6
_ROOM = 11
"""Letters of a name that fit under a picture."""


def draw(
    take: Callable[[], None], discard: Callable[[], None], choose: Callable[[str, Any], None]
) -> None:
    """The file that waits to be taken, if one does.

    ``take`` and ``discard`` are the two buttons; ``choose(name, value)`` changes a setting.
    """
    waiting = own_file.pending()
    if waiting is None:
        return
    preview = waiting.preview
    with st.container(border=True, key=keys.OWN_FILE_PREVIEW):
        st.markdown(f"**{say(words.PREVIEW)}**")
        st.markdown(_counts(preview))
        for note in preview.notes:
            if note.question:
                st.warning(_noted(note), icon=":material/help:")
        _draw_pictures(preview)
        for note in preview.notes:
            if not note.question:
                st.caption(_noted(note))
        file_settings.draw(preview, choose)
        with st.container(horizontal=True, gap="small"):
            st.button(
                say(words.TAKE, count=len(preview.labels)),
                type="primary",
                icon=":material/check:",
                key=keys.OWN_FILE_TAKE,
                on_click=take,
            )
            st.button(say(words.DISCARD), key=keys.OWN_FILE_DISCARD, on_click=discard)


def told(error: ImagesFileError) -> str:
    """An error in the learner's language: where, and what is wanted; nothing of the file."""
    what = say(words.PROBLEMS[error.problem], **_printed(error.numbers))
    if error.reason:
        what = say(numbers.REFUSALS[error.reason])
    if error.column:
        return say(words.PLACE, line=error.line, column=error.column, what=what)
    return say(words.LINE, line=error.line, what=what) if error.line else what


def _counts(preview: Preview) -> str:
    """How many images of each label."""
    counts = np.bincount(_numbers(preview))
    if len(preview.settings.classes or ()) > 2:
        of_each = ", ".join(f"{number}: {count}" for number, count in enumerate(counts))
        return say(words.PREVIEW_COUNTS_OF_CLASSES, count=counts.sum(), classes=of_each)
    zeros, ones = counts
    return say(words.PREVIEW_COUNTS, count=zeros + ones, zeros=zeros, ones=ones)


def _numbers(preview: Preview) -> NDArray[np.int64]:
    """The class of each image; a share counts as the nearer."""
    return np.floor(preview.labels + 0.5).astype(np.int64)


def _draw_pictures(preview: Preview) -> None:
    """Some images of each label, evenly through the file."""
    chosen: list[int] = []
    numbers = _numbers(preview)
    for number in range(int(numbers.max()) + 1):
        places = np.flatnonzero(numbers == number)
        count = min(_SHOWN_OF_EACH, len(places))
        chosen += places[np.linspace(0, len(places) - 1, count).round().astype(int)].tolist()
    pictures = []
    for place in sorted(chosen):
        label = f"yy = {preview.labels[place]:g}"
        name = file_settings.plain(preview.names[place], _ROOM)
        said = file_settings.plain(preview.names[place])
        pictures.append(
            thumbnails.Picture(
                key=str(place),
                pixels=thumbnails.pixels_of(preview.images[place]),
                lines=[name, label],
                spoken=f"{place + 1}: {said}, {label}",
            )
        )
    thumbnails.draw(pictures, keys.OWN_FILE_PICTURES)


def _noted(note: Note) -> str:
    return say(words.NOTES[note.about], **_printed(note.numbers))


def _printed(values: Mapping[str, float]) -> dict[str, str]:
    return {name: plain_number(value, 6) for name, value in values.items()}
