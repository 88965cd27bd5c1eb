"""A file of images that was chosen and not yet taken: its bytes, and how they are read for now."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, cast

import streamlit as st

from lib.training.images_file import Preview, Settings, read_images
from lib.ui.state import keys, own_images, session

_CUTTING = ("encoding", "separator", "decimal", "header")
"""These decide what the columns are: another one, and what was chosen of the columns is void."""
_OF_PIXELS = ("size", "classes", "scale")
"""What another column for the label makes void."""


@dataclass(frozen=True, slots=True, eq=False)
class Pending:
    """A file, what was chosen about how to read it, and what that gives."""

    data: bytes
    chosen: Settings
    preview: Preview


def pending() -> Pending | None:
    """The file that waits to be taken, if there is one."""
    return cast("Pending | None", st.session_state.get(keys.OWN_FILE_WAITING))


def look_at(data: bytes) -> None:
    """Read a file as it seems to be meant; nothing is taken.

    Raises:
        ImagesFileError: it cannot be read, and so does not wait to be taken.
    """
    drop()
    _read(data, Settings())


def choose(name: str, value: Any) -> None:
    """Read the file again with one of its settings chosen.

    Raises:
        ImagesFileError: it cannot be read like that, so it stays read as it was.
    """
    waiting = pending()
    if waiting is None:
        return
    void: tuple[str, ...] = ()
    if name in _CUTTING:
        void = tuple(field.name for field in fields(Settings) if field.name not in _CUTTING)
    elif name == "label":
        void = _OF_PIXELS
    names = [field.name for field in fields(Settings) if field.name not in void]
    kept = {name: getattr(waiting.chosen, name) for name in names}
    _read(waiting.data, Settings(**kept | {name: value}))


def take() -> int:
    """Put the images in the place of those that are there; how many they are."""
    waiting = pending()
    if waiting is None:
        return 0
    own_images.replace(waiting.preview.images, waiting.preview.labels)
    drop()
    return len(waiting.preview.images)


def drop() -> None:
    """Forget the file."""
    st.session_state.pop(keys.OWN_FILE_WAITING, None)


def _read(data: bytes, settings: Settings) -> None:
    net = session.scenario().architecture
    preview = read_images(
        data, settings, shape=(net.rows, net.columns), classes=max(2, net.outputs)
    )
    st.session_state[keys.OWN_FILE_WAITING] = Pending(data, settings, preview)
