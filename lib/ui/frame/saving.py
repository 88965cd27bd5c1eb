"""Save all numbers as a file, and open such a file again."""

from __future__ import annotations

import streamlit as st

from lib.scenario.file import FileError, Saved, read_file, write_file
from lib.scenario.own import OwnImages
from lib.text import sidebar as words
from lib.ui.components import download
from lib.ui.state import keys, own_images, session
from lib.ui.state.session import say


def draw() -> None:
    """A small window with the download and the upload."""
    with st.popover(say(words.FILE), icon=":material/save:", width="stretch"):
        download.draw(
            say(words.SAVE),
            write_file,
            _saved(),
            file_name="backprop-by-hand.json",
            mime="application/json",
        )
        # a file that was taken leaves an empty field behind: a new key is a new widget
        st.file_uploader(
            say(words.OPEN),
            type=["json"],
            key=keys.saved_file(st.session_state.get(keys.FILES_TAKEN, 0)),
            help=say(words.OPEN_HELP),
            on_change=_open,
        )
    good, message = st.session_state.pop(keys.FILE_MESSAGE, (True, ""))
    if message:
        (st.success if good else st.error)(message)


def _saved() -> Saved:
    images, labels = own_images.images()
    own = OwnImages.of(images, labels) if len(images) else None
    return Saved(session.scenario(), own)


def _open() -> None:
    """Take the file that was chosen; one that cannot be read changes nothing."""
    count = st.session_state.get(keys.FILES_TAKEN, 0)
    file = st.session_state.get(keys.saved_file(count))
    if file is None:
        return
    st.session_state[keys.FILES_TAKEN] = count + 1
    try:
        saved = read_file(file.getvalue())
    except FileError as error:
        st.session_state[keys.FILE_MESSAGE] = (False, say(error.sentence))
        return
    before = own_images.images()
    if saved.own_images is not None:
        own_images.replace(*saved.own_images.arrays())
    if not session.take_from_outside(saved.scenario):
        own_images.replace(*before)
        st.session_state[keys.FILE_MESSAGE] = (False, say(words.FILE_NO_RUN))
        return
    st.session_state[keys.FILE_MESSAGE] = (True, say(words.FILE_TAKEN))
