"""The learner's own images: painted one by one, or read from a CSV file."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from lib.derivation import plain_number
from lib.scenario import GEOMETRY
from lib.text import images_file, numbers
from lib.text import training_views as words
from lib.training.images_file import ImagesFileError, Note, read_images
from lib.ui.components import easel, thumbnails
from lib.ui.state import keys, own_images, session, training_run
from lib.ui.state.session import say

_SHOWN = 24


def draw() -> None:
    """Paint, upload, and what there is so far."""
    easel.draw(
        {
            "easel": say(words.EASEL),
            "brush": say(words.BRUSH),
            "add": [say(words.ADD_ZERO), say(words.ADD_ONE)],
            "clear": say(words.CLEAR),
        },
        on_add=_add,
    )
    st.file_uploader(
        say(words.UPLOAD),
        type=["csv", "tsv", "txt", "data"],
        key=keys.OWN_FILE,
        help=say(words.UPLOAD_HELP),
        on_change=_read,
    )
    tone, message = st.session_state.pop(keys.OWN_MESSAGE, ("success", ""))
    if message:
        {"success": st.success, "warning": st.warning, "error": st.error}[tone](message)
    _draw_images()


def _draw_images() -> None:
    images, labels = own_images.images()
    ones = int((labels >= 0.5).sum())
    st.markdown(say(words.OWN_COUNT, zeros=len(labels) - ones, ones=ones))
    if not len(images):
        return
    if not own_images.complete():
        st.caption(say(words.OWN_NEEDED))
    shown = [
        thumbnails.Picture(
            key=str(n),
            pixels=thumbnails.pixels_of(images[n]),
            lines=[f"yy = {labels[n]:g}"],
            spoken=f"{n}: yy = {labels[n]:g}",
        )
        for n in range(len(images))[-_SHOWN:]
    ]
    thumbnails.draw(shown, keys.OWN_PICTURES)
    st.button(say(words.REMOVE_ALL), icon=":material/delete:", on_click=_remove_all)
    st.caption(say(words.OWN_LINK))


def _add() -> None:
    found = easel.added(st.session_state.get(keys.OWN_EASEL))
    if found is None:
        return
    if not own_images.add(*found):
        st.session_state[keys.OWN_MESSAGE] = ("error", say(words.OWN_FULL))
    _start_again()


def _read() -> None:
    """Read the file that was just chosen; a bad one changes nothing and says where it is wrong."""
    file = st.session_state.get(keys.OWN_FILE)
    if file is None:
        return
    try:
        preview = read_images(file.getvalue(), shape=GEOMETRY.image_shape)
    except ImagesFileError as error:
        st.session_state[keys.OWN_MESSAGE] = ("error", f"{_told(error)} {say(words.KEPT)}")
        return
    own_images.replace(preview.images, preview.labels)
    said = [say(words.UPLOADED, count=len(preview.images)), *map(_noted, preview.notes)]
    tone = "warning" if any(note.question for note in preview.notes) else "success"
    st.session_state[keys.OWN_MESSAGE] = (tone, " ".join(said))
    _start_again()


def _noted(note: Note) -> str:
    return say(images_file.NOTES[note.about], **_printed(note.numbers))


def _told(error: ImagesFileError) -> str:
    """The error in the learner's language: where, and what is wanted; nothing of the file."""
    what = say(images_file.PROBLEMS[error.problem], **_printed(error.numbers))
    if error.reason:
        what = say(numbers.REFUSALS[error.reason])
    if error.column:
        return say(images_file.PLACE, line=error.line, column=error.column, what=what)
    return say(images_file.LINE, line=error.line, what=what) if error.line else what


def _printed(values: Mapping[str, float]) -> dict[str, str]:
    return {name: plain_number(value, 6) for name, value in values.items()}


def _start_again() -> None:
    """Train on the new images at once, as soon as there is one of each label."""
    if own_images.complete():
        training_run.change_setup(data="own")


def _remove_all() -> None:
    if session.scenario().training.data == "own":
        training_run.change_setup(data="digits")
    own_images.replace(*own_images.NONE)
