"""The learner's own images: painted one by one, or read from a CSV file."""

from __future__ import annotations

from typing import Any

import streamlit as st

from lib.text import Text, images_file
from lib.text import training_views as words
from lib.training.images_file import ImagesFileError
from lib.ui.components import easel, thumbnails
from lib.ui.state import keys, own_file, own_images, session, training_run
from lib.ui.state.session import say
from lib.ui.training import file_preview

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
        key=_key(),
        help=say(words.UPLOAD_HELP),
        on_change=_look_at,
    )
    tone, message = st.session_state.pop(keys.OWN_MESSAGE, ("success", ""))
    if message:
        (st.success if tone == "success" else st.error)(message)
    file_preview.draw(_take, _discard, _choose)
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


def _look_at() -> None:
    """Read the file that was just chosen; a bad one changes nothing and says where it is wrong."""
    file = st.session_state.get(_key())
    if file is None:
        own_file.drop()
        return
    try:
        own_file.look_at(file.getvalue())
    except ImagesFileError as error:
        _say_error(error, words.KEPT)


def _choose(name: str, value: Any) -> None:
    try:
        own_file.choose(name, value)
    except ImagesFileError as error:
        _say_error(error, images_file.AS_BEFORE)


def _say_error(error: ImagesFileError, then: Text) -> None:
    st.session_state[keys.OWN_MESSAGE] = ("error", f"{file_preview.told(error)} {say(then)}")


def _take() -> None:
    count = own_file.take()
    _empty_uploader()
    if count:
        st.session_state[keys.OWN_MESSAGE] = ("success", say(words.UPLOADED, count=count))
        _start_again()


def _discard() -> None:
    own_file.drop()
    _empty_uploader()


def _key() -> str:
    """A file that was dealt with leaves an empty field behind: a new key is a new widget."""
    return keys.file_of_images(st.session_state.get(keys.OWN_FILES_DONE, 0))


def _empty_uploader() -> None:
    st.session_state[keys.OWN_FILES_DONE] = st.session_state.get(keys.OWN_FILES_DONE, 0) + 1


def _start_again() -> None:
    """Train on the new images at once, as soon as there is one of each label."""
    if own_images.complete():
        training_run.change_setup(data="own")


def _remove_all() -> None:
    if session.scenario().training.data == "own":
        training_run.change_setup(data="digits")
    own_images.replace(*own_images.NONE)
