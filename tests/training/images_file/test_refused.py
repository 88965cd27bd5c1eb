"""A file that cannot be read is answered with a place and a reason; nothing of it is repeated."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lib.training.images_file import (
    ABOUT,
    ENCODINGS,
    MOST_BYTES,
    PROBLEMS,
    SEPARATORS,
    ImagesFileError,
    Preview,
    Settings,
    read_images,
)
from tests.training.images_file.files import BAR_BELOW, read, shades, table

ZERO = ",".join(["0.25"] * 16 + ["0"])
ONE = ",".join(["0"] * 15 + ["1", "1"])
HEADER = ",".join([*(f"p{k}" for k in range(16)), "label"])


def file(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def with_cell(line: str, column: int, cell: str) -> str:
    cells = line.split(",")
    cells[column - 1] = cell
    return ",".join(cells)


@pytest.mark.parametrize(
    ("content", "problem", "line", "column", "reason"),
    [
        (file(ZERO, with_cell(ONE, 5, "abc")), "number", 2, 5, "not_a_number"),
        (file(with_cell(ZERO, 5, "abc"), ONE, ONE), "number", 1, 5, "not_a_number"),
        (file(ZERO, with_cell(ONE, 5, "0_1")), "number", 2, 5, "not_a_number"),
        (file(ZERO, with_cell(ONE, 5, "")), "number", 2, 5, "empty"),
        (file(ZERO, "", with_cell(ONE, 1, "NaN")), "number", 3, 1, "not_finite"),
        (file(ZERO, with_cell(ONE, 1, "-inf")), "number", 2, 1, "not_finite"),
        (file(ZERO, with_cell(ONE, 1, "1e999")), "number", 2, 1, "not_finite"),
        (file(ZERO, with_cell(ONE, 1, "1e300")), "number", 2, 1, "not_finite"),
        (file(HEADER, ZERO, ONE, with_cell(ONE, 17, "")), "number", 4, 17, "empty"),
        (file(HEADER, ZERO, ONE, with_cell(ONE, 17, "x")), "number", 4, 17, "not_a_number"),
        (file(ZERO, "0,1,0"), "ragged", 2, 0, None),
        (file("0,1,0", ZERO, ONE), "ragged", 1, 0, None),
        (file(HEADER, ZERO, ONE[:-4]), "ragged", 3, 0, None),
        (file(HEADER, ZERO, ONE + ",0"), "ragged", 3, 0, None),
        (file(ZERO, ONE, ONE.replace(",", ";")), "ragged", 3, 0, None),
        (file(ZERO[:-2], ONE[:-2]), "no_label", 0, 0, None),
        (file(ZERO[10:], ONE[4:]), "pixels", 0, 0, None),
        (file("0,1,0", "1,0,1"), "pixels", 0, 0, None),
        (file(*[",".join(["0.5"] * 9 + [str(k)]) for k in (0, 1)]), "pixels", 0, 0, None),
        (b"", "empty", 0, 0, None),
        (b"\n \n,,,\n", "empty", 0, 0, None),
        (file(HEADER), "empty", 0, 0, None),
        (b"0.5\n0.25\n", "one_column", 0, 0, None),
        (file(HEADER, ZERO, ZERO), "one_class", 0, 0, None),
        (file(HEADER, ONE, ONE), "one_class", 0, 0, None),
        (file(ZERO, ZERO), "one_class", 0, 0, None),
        (file(*[ZERO, ONE] * 5001), "rows", 0, 0, None),
        (file(",".join(["0"] * 5000), ",".join(["1"] * 5000)), "columns", 0, 0, None),
        (b"0" * (MOST_BYTES + 1), "size", 0, 0, None),
        (b"0" * 200_000, "one_column", 0, 0, None),
        (b"\0" * 40, "not_text", 0, 0, None),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not_text", 0, 0, None),
        (b"PK\x03\x04\xf0\x28" * 9, "spreadsheet", 0, 0, None),
        (b"\xff\x81,\x8d" * 20, "encoding", 0, 0, None),
    ],
)
def test_a_bad_file(
    content: bytes, problem: str, line: int, column: int, reason: str | None
) -> None:
    with pytest.raises(ImagesFileError) as caught:
        read(content)
    error = caught.value
    assert (error.problem, error.line, error.column, error.reason) == (
        problem,
        line,
        column,
        reason,
    )
    assert len(str(error)) < 100


def test_every_problem_but_those_of_settings_is_met_above() -> None:
    (mark,) = (mark for mark in vars(test_a_bad_file)["pytestmark"] if mark.name == "parametrize")
    elsewhere = {"settings", "pixel", "label", "few_classes"}
    assert {case[1] for case in mark.args[1]} == set(PROBLEMS) - elsewhere


@pytest.mark.parametrize(
    ("settings", "problem", "line", "column"),
    [
        (Settings(scale=(0.0, 0.5)), "pixel", 2, 16),
        (Settings(scale=(1.0, 0.0)), "settings", 0, 0),
        (Settings(label=(17,)), "settings", 0, 0),
        (Settings(label=(-1,)), "settings", 0, 0),
        (Settings(label=()), "settings", 0, 0),
        (Settings(label=(15, 16)), "pixels", 0, 0),
        (Settings(left_out=(99,)), "settings", 0, 0),
        (Settings(left_out=(0,)), "no_label", 0, 0),
        (Settings(size=(3, 3)), "pixels", 0, 0),
        (Settings(size=(-4, -4)), "settings", 0, 0),
        (Settings(classes=("0", "cat")), "settings", 0, 0),
        (Settings(classes=("0", "0")), "settings", 0, 0),
        (Settings(separator=";"), "one_column", 0, 0),
        (Settings(separator="x"), "settings", 0, 0),
        (Settings(encoding="rot13"), "settings", 0, 0),
        (Settings(header=True), "one_class", 0, 0),
    ],
)
def test_settings_that_do_not_fit(settings: Settings, problem: str, line: int, column: int) -> None:
    with pytest.raises(ImagesFileError) as caught:
        read(file(ZERO, ONE), settings)
    assert (caught.value.problem, caught.value.line, caught.value.column) == (problem, line, column)


def test_a_row_without_its_class_is_shown() -> None:
    hot = ["1,0,0", "0,1,0", "0,0,0"]
    header = [*(f"p{k}" for k in range(16)), "label_0", "label_1", "label_2"]
    content = table(shades(3), list(hot), header=header)
    with pytest.raises(ImagesFileError) as caught:
        read(content, Settings(label=(16, 17, 18)))
    assert (caught.value.problem, caught.value.line) == ("label", 4)


def preview_of(content: bytes, settings: Settings) -> Preview | None:
    """The preview for a 2×2 network, None where the file is refused; no other error is let out."""
    try:
        return read_images(content, settings, shape=(2, 2))
    except ImagesFileError:
        return None


CELLS = st.sampled_from(
    ["0", "1", "0.5", "255", "-1", "", "x", "0,5", "label", "nan", '"', "5%", "-9e99"]
)
SETTINGS = st.builds(
    Settings,
    encoding=st.sampled_from([None, *ENCODINGS]),
    separator=st.sampled_from([None, *SEPARATORS]),
    decimal=st.sampled_from([None, ".", ","]),
    header=st.sampled_from([None, True, False]),
    label=st.sampled_from([None, (0,), (4,), (3, 4)]),
    scale=st.sampled_from([None, (0.0, 255.0)]),
)


@given(
    st.lists(st.lists(CELLS, min_size=4, max_size=6), max_size=6),
    st.sampled_from(SEPARATORS),
    st.sampled_from(["utf-8", "utf-16", "gb18030"]),
    SETTINGS,
)
@example([["0", "1", "0", "0", "1"]] * 2 + [["0"] * 5], ",", "utf-8", Settings())
def test_any_table_is_read_or_refused(
    rows: list[list[str]], separator: str, encoding: str, settings: Settings
) -> None:
    content = "\n".join(separator.join(row) for row in rows).encode(encoding)
    preview = preview_of(content, settings)
    if preview is not None:
        assert preview.images.shape == (len(preview.labels), 2, 2)
        assert ((preview.images >= 0) & (preview.images <= 1)).all()
        assert ((preview.labels >= 0) & (preview.labels <= 1)).all()
        assert len(preview.names) == len(preview.labels)
        assert {note.about for note in preview.notes} <= set(ABOUT)


@given(st.binary(max_size=300))
@example(table([BAR_BELOW], [1]).encode("utf-16"))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    preview_of(content, Settings())
