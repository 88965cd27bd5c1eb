"""Bytes to text."""

from __future__ import annotations

import re

from lib.training.images_file.settings import ImagesFileError

MOST_BYTES = 2_000_000
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030", "cp1252")
"""Tried in this order, as few texts fit one of the first by accident. A library that weighs letters
takes a table with one Chinese word in it for Korean: there is too little text to weigh."""

_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_FULL_WIDTH = str.maketrans("，；", ",;")


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text without a byte-order mark, and its encoding.

    GBK is read as its superset GB 18030. A full-width comma or semicolon becomes its narrow twin.

    Raises:
        ImagesFileError: more than 2 MB, an Excel file, no text, or not in the given encoding.
    """
    if len(data) > MOST_BYTES:
        raise ImagesFileError("size", megabytes=MOST_BYTES // 1_000_000)
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise ImagesFileError("spreadsheet")
    if encoding is not None and encoding not in ENCODINGS:
        raise ImagesFileError("settings")
    for name in (encoding,) if encoding else _likely(data):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if _CONTROLS.search(text):
            raise ImagesFileError("not_text")
        return text.removeprefix("\ufeff").translate(_FULL_WIDTH), name
    raise ImagesFileError("encoding")


def _likely(data: bytes) -> tuple[str, ...]:
    """UTF-16 shows by its mark, or by every other byte of its ASCII signs being 0."""
    if marked := _MARKS.get(data[:2]):
        return (marked,)
    for start, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = data[start::2]
        if half.count(0) > 0.7 * len(half):
            return (name,)
    return tuple(name for name in ENCODINGS if not name.startswith("utf-16"))
