"""How a file of images is read, each finding to be changed. What a file calls things stays text:
it goes into options and under pictures, where nothing is Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from lib.derivation import plain_number
from lib.text import Text
from lib.text import images_file as words
from lib.training.images_file import ENCODINGS, SCALES, SEPARATORS, Preview
from lib.ui.state import keys, session
from lib.ui.state.session import named, say

_LONGEST = 40


def plain(name: str, most: int = _LONGEST) -> str:
    """A stranger's text on one line, cut to so many letters."""
    line = " ".join(
        re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", " ", name).split()
    )
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def draw(preview: Preview, choose: Callable[[str, Any], None]) -> None:
    """Every setting as it was found; ``choose(name, value)`` reads the file with another one."""
    _draw_label(preview, choose)
    found = preview.settings
    with st.expander(say(words.SETTINGS)):
        separators, decimals = named(words.SEPARATOR_NAMES), named(words.DECIMAL_NAMES)
        _select("separator", words.SEPARATOR, SEPARATORS, preview, choose, separators)
        _select("decimal", words.DECIMAL, (".", ","), preview, choose, decimals)
        _select("encoding", words.ENCODING, ENCODINGS, preview, choose, str.upper)
        _select("scale", words.SCALE, _with(SCALES, found.scale), preview, choose, _scale_name)
        sizes = _sizes(preview)
        if len(sizes) > 1:
            _select("size", words.SIZE, sizes, preview, choose, lambda size: f"{size[0]}×{size[1]}")
        key = keys.file_setting("header")
        st.session_state[key] = found.header
        st.toggle(
            say(words.HEADER),
            key=key,
            on_change=lambda: choose("header", bool(st.session_state[key])),
        )


def _draw_label(preview: Preview, choose: Callable[[str, Any], None]) -> None:
    """The column of the label, or one for each class, and which class is 0, 1 and so on."""
    found, key = preview.settings, keys.file_setting("label")
    label, classes = found.label or (), found.classes or ()
    st.session_state[key] = list(label)
    st.multiselect(
        say(words.LABEL_COLUMNS),
        range(_width(preview)),
        format_func=lambda column: _column_name(preview, column),
        key=key,
        help=say(words.LABEL_COLUMNS_HELP),
        on_change=lambda: choose("label", tuple(sorted(st.session_state[key]))),
    )
    if not classes:
        return
    for place in range(len(classes)):
        _draw_class(preview, place, classes, choose)


def _draw_class(
    preview: Preview, place: int, classes: tuple[str, ...], choose: Callable[[str, Any], None]
) -> None:
    """What one of the labels is called in the file; another's name changes places with it."""
    key, every = keys.file_setting(f"class-{place}"), preview.classes
    st.session_state[key] = every.index(classes[place])

    def changed() -> None:
        name, before = every[int(st.session_state[key])], classes[place]
        swapped = {name: before, before: name}
        choose("classes", tuple(swapped.get(one, one) for one in classes))

    several = words.CLASS_OF_MANY.filled(number=place)
    st.selectbox(
        say((words.CLASS_ZERO, words.CLASS_ONE)[place] if len(classes) == 2 else several),
        range(len(every)),
        format_func=lambda k: plain(every[k]) or f"{k + 1}",
        key=key,
        on_change=changed,
    )


def _select(
    name: str,
    label: Text,
    options: Sequence[Any],
    preview: Preview,
    choose: Callable[[str, Any], None],
    form: Callable[[Any], str],
) -> None:
    """One of some values of a setting."""
    key = keys.file_setting(name)
    st.session_state[key] = list(options).index(getattr(preview.settings, name))
    st.selectbox(
        say(label),
        range(len(options)),
        format_func=lambda k: form(options[k]),
        key=key,
        on_change=lambda: choose(name, options[int(st.session_state[key])]),
    )


def _with(options: Sequence[Any], value: Any) -> tuple[Any, ...]:
    return tuple(options) if value in options else (*options, value)


def _scale_name(scale: tuple[float, float]) -> str:
    return f"{plain_number(scale[0], 6)} … {plain_number(scale[1], 6)}"


def _shape() -> tuple[int, int]:
    """Rows and columns of the network's image."""
    net = session.scenario().architecture
    return net.rows, net.columns


def _pixels(preview: Preview) -> int:
    rows, columns = preview.settings.size or _shape()
    return rows * columns


def _width(preview: Preview) -> int:
    """How many columns the file has."""
    found = preview.settings
    return _pixels(preview) + len(found.label or ()) + len(found.left_out or ())


def _sizes(preview: Preview) -> list[tuple[int, int]]:
    """Every way to lay the pixels out that is no smaller than the network's image."""
    count, (least_rows, least_columns) = _pixels(preview), _shape()
    rows = range(least_rows, count // least_columns + 1)
    return [(n, count // n) for n in rows if count % n == 0]


def _column_name(preview: Preview, column: int) -> str:
    told = say(words.COLUMN, column=column + 1)
    name = plain(preview.columns[column]) if preview.columns else ""
    return f"{told}: {name}" if name else told
