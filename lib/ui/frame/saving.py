"""Keep the numbers as an example of one's own, save everything as a file, open one again."""

from __future__ import annotations

import re

import streamlit as st

from lib.scenario import MOST_EXAMPLES
from lib.scenario.file import FileError, Saved, read_file, write_file
from lib.scenario.own import OwnImages
from lib.text import sidebar as words
from lib.ui.components import download
from lib.ui.state import examples, keys, own_images, session
from lib.ui.state.session import say

LONG_LINK = 2000
"""Characters of a link from which on mail programs and chats are known to cut it."""


def draw() -> None:
    """A small window with the learner's examples, the download and the upload.

    Where the link is so long that some programs cut it, the file is offered beside it.
    """
    if (count := len(session.link())) >= LONG_LINK:
        st.caption(say(words.LONG_LINK, count=count))
        _draw_file()
    with st.popover(say(words.FILE), icon=":material/save:", width="stretch"):
        _draw_naming()
        if count < LONG_LINK:
            _draw_file()
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


def _draw_file() -> None:
    download.draw(
        say(words.SAVE),
        write_file,
        _saved(),
        file_name=file_name(session.scenario().name),
        mime="application/json",
    )


def _draw_naming() -> None:
    """A name for the numbers; those that bear one of the kept names can be taken off the list."""
    name = session.scenario().name
    with st.form(keys.EXAMPLE, border=False):
        # with another name it is another field: what is typed in it is nobody else's to replace
        field = keys.example_name(name)
        st.text_input(say(words.EXAMPLE_NAME), value=name, max_chars=60, key=field)
        st.form_submit_button(
            say(words.KEEP), icon=":material/bookmark:", on_click=_keep, args=(field,)
        )
    st.button(
        say(words.DELETE),
        icon=":material/delete:",
        help=say(words.DELETE_HELP),
        key=keys.DELETE_EXAMPLE,
        on_click=examples.delete,
        disabled=name not in examples.kept(),
    )


def _keep(field: str) -> None:
    """Take the name that was typed, and keep the numbers under it."""
    try:
        fitted = examples.keep(" ".join(st.session_state[field].split()))
    except ValueError:
        st.session_state[keys.FILE_MESSAGE] = (False, say(words.NO_NAME))
        return
    st.session_state[keys.FILE_MESSAGE] = (
        fitted,
        say(words.KEPT if fitted else words.TOO_MANY_EXAMPLES),
    )


def file_name(name: str) -> str:
    """The name of the file: of the example's letters and digits alone, whatever it is called."""
    words_of_it = re.findall(r"[^\W_]+", name)
    return f"{'-'.join(['backprop-by-hand', *words_of_it])}.json"


def _saved() -> Saved:
    images, labels = own_images.images()
    own = OwnImages.of(images, labels) if len(images) else None
    return Saved(session.scenario(), own, tuple(examples.kept().values()))


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
    if len(examples.kept() | {one.name: one for one in saved.examples}) > MOST_EXAMPLES:
        st.session_state[keys.FILE_MESSAGE] = (False, say(words.FILE_TOO_MANY_EXAMPLES))
        return
    before = own_images.images()
    if saved.own_images is not None:
        own_images.replace(*saved.own_images.arrays())
    if not session.take_from_outside(saved.scenario, "file"):
        own_images.replace(*before)
        st.session_state[keys.FILE_MESSAGE] = (False, say(words.FILE_NO_RUN))
        return
    examples.add(saved.examples)
    st.session_state[keys.FILE_MESSAGE] = (True, say(words.FILE_TAKEN))
