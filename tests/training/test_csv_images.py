"""Every bad file is answered with a place and a wish."""

import numpy as np
import pytest

from lib.training import CsvError, read_csv
from lib.training.csv_images import MOST_BYTES

ZERO = ",".join(["0.25"] * 16 + ["0"])
ONE = ",".join(["0"] * 15 + ["1", "1"])


def file(*lines: str) -> bytes:
    return "\n".join(lines).encode()


@pytest.mark.parametrize(
    "content",
    [
        file(ZERO, ONE),
        file(ZERO, ONE, ""),
        file("", ZERO, "", ONE, ""),
        file(",".join(f"a{k}" for k in range(16)) + ",yy", ZERO, ONE),
        b"\xef\xbb\xbf" + file(ZERO, ONE),
        (ZERO + "\r\n" + ONE + "\r\n").encode(),
        file(ZERO.replace(",", " , "), ONE.replace("1", '"1"')),
    ],
)
def test_a_good_file(content: bytes) -> None:
    images, labels = read_csv(content)
    assert images.shape == (2, 4, 4)
    np.testing.assert_array_equal(labels, [0, 1])
    np.testing.assert_array_equal(images[0], np.full((4, 4), 0.25))
    assert images[1, 3, 3] == 1
    assert images[1].sum() == 1


def with_cell(line: str, column: int, cell: str) -> str:
    cells = line.split(",")
    cells[column - 1] = cell
    return ",".join(cells)


@pytest.mark.parametrize(
    ("content", "problem", "line", "column", "words"),
    [
        (file(ZERO, with_cell(ONE, 5, "abc")), "number", 2, 5, "line 2, column 5: got 'abc'"),
        (file(ZERO, with_cell(ONE, 5, "")), "number", 2, 5, "got ''"),
        (file(ZERO, "", with_cell(ONE, 1, "NaN")), "finite", 3, 1, "got 'NaN', wanted a finite"),
        (file(ZERO, with_cell(ONE, 1, "-inf")), "finite", 2, 1, "got '-inf'"),
        (file(with_cell(ZERO, 16, "1.5"), ONE), "pixel", 1, 16, "wanted a pixel from 0 to 1"),
        (file(ZERO, with_cell(ONE, 17, "7")), "label", 2, 17, "wanted a label from 0 to 1"),
        (file(ZERO, "0,1,0"), "columns", 2, 0, "line 2: got 3 columns, wanted 17"),
        (file(ZERO, ONE[:-4]), "columns", 2, 0, "got 15 columns"),
        (file(ZERO + ",0", ONE), "columns", 1, 0, "got 18 columns"),
        (file(ZERO, ONE.replace(",", ";")), "columns", 2, 0, "got 1 columns"),
        (file(ZERO.replace(",", ";"), ONE), "columns", 1, 0, "got 1 columns"),
        (file(ZERO) + b"\n\xff\xfe", "encoding", 2, 0, "line 2: got bytes that are not UTF-8"),
        (file(ZERO, ONE).decode().encode("utf-16"), "encoding", 1, 0, "not UTF-8"),
        (b"", "empty", 0, 0, "file: got no image"),
        (b"a,b,c\n", "columns", 1, 0, "got 3 columns"),
        (file(ZERO, ZERO), "class", 0, 0, "only images of class 0"),
        (file(ONE, ONE), "class", 0, 0, "only images of class 1"),
        (file(*[ZERO] * 2001), "rows", 2001, 0, "at most 2000 images"),
        (b"0" * (MOST_BYTES + 1), "size", 0, 0, "at most 1000000"),
        (b"0" * 200_000, "columns", 0, 0, "got"),
        (b"\0" * 40, "columns", 1, 0, "got 1 columns"),
        (b"PK\x03\x04\xf0\x28" * 9, "encoding", 1, 0, "not UTF-8"),
    ],
)
def test_a_bad_file(content: bytes, problem: str, line: int, column: int, words: str) -> None:
    with pytest.raises(CsvError, match=words) as caught:
        read_csv(content)
    assert (caught.value.problem, caught.value.line, caught.value.column) == (problem, line, column)


def test_an_error_repeats_little_of_a_long_cell() -> None:
    with pytest.raises(CsvError) as caught:
        read_csv(file(with_cell(ZERO, 3, "x" * 5000), ONE))
    assert len(str(caught.value)) < 100
