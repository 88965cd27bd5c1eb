"""The learner's own images: painted one by one, or read from a CSV file."""

from __future__ import annotations

import numpy as np
import streamlit as st

from lib.text import training_views as words
from lib.training import CsvError, read_csv
from lib.ui.components import easel, thumbnails
from lib.ui.state import own_images, session, training_run
from lib.ui.state.session import say

_FILE, _MESSAGE, _READ = "own_file", "own_message", "own_read"
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
        type=["csv", "txt"],
        key=_FILE,
        help=say(words.UPLOAD_HELP),
        on_change=_read,
    )
    good, message = st.session_state.pop(_MESSAGE, (True, ""))
    if message:
        (st.success if good else st.error)(message)
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
    thumbnails.draw(shown, "own-pictures")
    st.button(say(words.REMOVE_ALL), icon=":material/delete:", on_click=_remove_all)
    st.caption(say(words.OWN_LINK))


def _add() -> None:
    found = easel.added(st.session_state.get(easel.KEY))
    if found is None:
        return
    if not own_images.add(*found):
        st.session_state[_MESSAGE] = (False, say(words.OWN_FULL))
    _start_again()


def _read() -> None:
    """Read the file that was just chosen; a bad one changes nothing and says where it is wrong."""
    file = st.session_state.get(_FILE)
    if file is None:
        return
    try:
        images, labels = read_csv(file.getvalue())
    except CsvError as error:
        st.session_state[_MESSAGE] = (False, f"{_told(error)} {say(words.KEPT)}")
        return
    own_images.replace(images, labels)
    st.session_state[_MESSAGE] = (True, say(words.UPLOADED, count=len(images)))
    _start_again()


def _told(error: CsvError) -> str:
    """The error in the learner's language: where, and what is wanted; nothing of the file."""
    what = say(words.CSV_PROBLEMS[error.problem])
    if error.column:
        return say(words.CSV_PLACE, line=error.line, column=error.column, what=what)
    return say(words.CSV_LINE, line=error.line, what=what) if error.line else what


def _start_again() -> None:
    """Train on the new images at once, as soon as there is one of each label."""
    if own_images.complete():
        training_run.change_setup(data="own")


def _remove_all() -> None:
    if session.scenario().training.data == "own":
        training_run.change_setup(data="digits")
    own_images.replace(np.empty((0, 4, 4)), np.empty(0))
