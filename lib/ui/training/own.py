"""The learner's own images: painted one by one, or read from a CSV file."""

from __future__ import annotations

from typing import Any

import streamlit as st

from lib.text import Text, images_file
from lib.text import training_views as words
from lib.training.images_file import ImagesFileError, most_images
from lib.ui.components import easel, thumbnails
from lib.ui.state import keys, own_file, own_images, session, training_run
from lib.ui.state.session import say
from lib.ui.training import file_preview

_SHOWN = 24


def draw() -> None:
    """Paint, upload, and what there is so far."""
    (rows, columns), classes = _wanted()
    add = [words.ADD_ZERO, words.ADD_ONE]
    if classes > 2:
        add = [words.ADD_TO_CLASS.filled(number=number) for number in range(classes)]
    easel.draw(
        {
            "easel": say(words.EASEL, rows=rows, columns=columns),
            "brush": say(words.BRUSH),
            "add": [say(text) for text in add],
            "clear": say(words.CLEAR),
        },
        on_add=_add,
        shape=(rows, columns),
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
    _, classes = _wanted()
    counts = own_images.counts(classes)
    if classes == 2:
        st.markdown(say(words.OWN_COUNT, zeros=counts[0], ones=counts[1]))
    else:
        told = (
            say(words.OWN_COUNT_OF_CLASS, number=number, count=count)
            for number, count in enumerate(counts)
        )
        st.markdown(" · ".join(told))
    if not len(images):
        return
    if not own_images.complete(classes):
        needed = words.OWN_NEEDED if classes == 2 else words.OWN_CLASSES_NEEDED
        st.caption(say(needed, classes=classes))
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


def _wanted() -> tuple[tuple[int, int], int]:
    """Rows and columns of the network's image, and how many classes it tells apart."""
    setup = session.scenario().training
    net = setup.architecture
    return (net.rows, net.columns), setup.class_count


def _add() -> None:
    shape, classes = _wanted()
    found = easel.added(st.session_state.get(keys.OWN_EASEL), shape, classes)
    if found is None:
        return
    if not own_images.add(*found):
        message = say(words.OWN_FULL, most=most_images(shape))
        st.session_state[keys.OWN_MESSAGE] = ("error", message)
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
    _, classes = _wanted()
    if own_images.complete(classes):
        training_run.change_setup(data="own")


def _remove_all() -> None:
    if session.scenario().training.data == "own":
        training_run.change_setup(data="digits")
    own_images.replace(*own_images.NONE)
