"""Files as people bring them: each is read right, or asked about."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from sklearn.datasets import load_digits

from lib.training.digits import digit_classes
from lib.training.images_file import SCALES, Settings, read_images
from tests.training.images_file.files import (
    BAR_BELOW,
    BAR_LEFT,
    questions,
    read,
    said,
    same,
    shades,
    table,
)

PUBLISHED = "1,0,0,0,0,0,0,0,0,0,0,0,0,1,1,1,1\n0,0,1,0,0,0,1,0,0,0,1,0,0,0,1,0,0\n"
NAMES = ["label", *(f"pixel{k}" for k in range(16))]
BARS, LABELS = [BAR_BELOW, BAR_LEFT], [1.0, 0.0]
SIX = shades()
LABELS_OF_SIX = [0.0, 1.0, 1.0, 0.0, 1.0, 0.0]
WHOLE: list[object] = [0, 1, 1, 0, 1, 0]


def test_the_layout_of_most_published_sets() -> None:
    preview = read(",".join(NAMES) + "\n" + PUBLISHED)
    same(preview, BARS, LABELS)
    assert preview.settings.label == (0,)
    assert preview.notes == ()


def test_without_a_header_the_label_is_asked_for() -> None:
    preview = read(PUBLISHED)
    same(preview, BARS, LABELS)
    assert questions(preview) == ["label_guessed"]
    assert preview.notes[0].numbers == {"column": 1}
    other = read(PUBLISHED, Settings(label=(16,)))
    assert questions(other) == []
    assert other.labels.tolist() == [1, 0]
    assert other.images[0, 0].tolist() == [1, 0, 0, 0]  # as the other answer would have it


def test_the_guess_between_two_ends_that_could_be_the_label() -> None:
    """Digits in black and white: their corners could be labels too. What is not asked is right."""
    asked = right = 0
    for pair in combinations(range(10), 2):
        images, labels = digit_classes(pair)
        black = (images[:60].reshape(-1, 16) > 0.4).astype(float).tolist()
        whole = labels[:60].astype(int).tolist()
        for first in (False, True):
            preview = read(table(black, whole, first=first))
            good = preview.settings.label == ((0,) if first else (16,))
            if questions(preview):
                asked += 1
                right += good
            else:
                assert good
    assert asked > 20
    assert right >= 0.95 * asked, (right, asked)


def test_the_set_that_our_digits_come_from() -> None:
    """1797 lines of 64 pixels 0…16 and a digit, no header: the published file of the digits."""
    published = load_digits()
    lines = [
        ",".join(str(int(cell)) for cell in (*row, digit))
        for row, digit in zip(published.data, published.target, strict=True)
    ]
    content = "\n".join(lines)
    preview = read(content)
    assert preview.classes == tuple("0123456789")
    assert questions(preview) == ["label_guessed", "classes_chosen"]  # pixel 0 is 0 throughout
    assert preview.settings.label == (64,)
    for pair in [(0, 1), (3, 8), (9, 4)]:
        chosen = read(content, Settings(classes=(str(pair[0]), str(pair[1]))))
        images, labels = digit_classes(pair)
        np.testing.assert_allclose(chosen.images, images, atol=1e-15)
        np.testing.assert_array_equal(chosen.labels, labels)


def test_a_label_of_one_class_is_not_passed_over_for_a_pixel_that_varies() -> None:
    images = [[float(k % 2), *image[1:]] for k, image in enumerate(SIX)]
    assert questions(read(table(images, [1] * 6))) == ["label_guessed"]


def test_where_one_end_alone_can_be_the_label_nothing_is_asked() -> None:
    for first in (False, True):
        preview = read(table(SIX, WHOLE, first=first))
        same(preview, SIX, LABELS_OF_SIX)
        assert preview.notes == ()


@pytest.mark.parametrize(
    "name", ["label", "Class", "target", "y", "digit", "标签", "类别", '"label"']
)
@pytest.mark.parametrize("first", [False, True])
def test_a_named_label_is_the_label(name: str, first: bool) -> None:
    names = [f"a{k}" for k in range(16)]
    names.insert(0 if first else 16, name)
    preview = read(table(BARS, [1, 0], first=first, header=names))
    same(preview, BARS, LABELS)
    assert questions(preview) == []


@pytest.mark.parametrize("separator", [",", ";", "\t", " ", "|", ", ", " ; ", "   ", "，", "；"])
def test_separators(separator: str) -> None:
    preview = read(table(SIX, WHOLE, separator=separator))
    same(preview, SIX, LABELS_OF_SIX)
    assert preview.notes == ()


@pytest.mark.parametrize("line", ["sep=;", "SEP=;", '"sep=;"'])
def test_a_line_that_names_the_separator(line: str) -> None:
    same(read(f"{line}\n" + table(SIX, WHOLE, separator=";")), SIX, LABELS_OF_SIX)


@pytest.mark.parametrize("separator", [";", "\t", " ", "|"])
def test_a_decimal_comma(separator: str) -> None:
    preview = read(table(SIX, WHOLE, separator=separator, decimal=","))
    same(preview, SIX, LABELS_OF_SIX)
    assert preview.settings.decimal == ","


def test_a_decimal_comma_in_quotation_marks() -> None:
    content = table(SIX, WHOLE, separator='","', decimal=",").replace("\n", '"\n"').strip('"\n')
    same(read(f'"{content}"'), SIX, LABELS_OF_SIX)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("names", [["标签", "像素"], ["类别", "灰度"], ["label", "p"]])
def test_encodings(encoding: str, names: list[str]) -> None:
    header = [names[0], *(f"{names[1]}{k}" for k in range(16))]
    content = table(BARS, [1, 0], first=True, header=header).encode(encoding)
    preview = read(content)
    same(preview, BARS, LABELS)
    assert preview.columns == tuple(header)


def test_letters_of_western_europe() -> None:
    header = [*(f"é{k}" for k in range(16)), "label"]
    preview = read(table(SIX, WHOLE, header=header).replace("é", "É ").encode("cp1252"))
    same(preview, SIX, LABELS_OF_SIX)


@pytest.mark.parametrize(
    "header",
    [
        [*map(str, range(16)), "label"],
        [*map(str, range(17))],
        [f"{k // 4}_{k % 4}" for k in range(16)] + ["label"],
        [f"a{k}" for k in range(16)] + ["yy"],
        [f'"a{k}"' for k in range(16)] + ['"label"'],
    ],
    ids=["pandas", "pandas, no names", "0_0", "ours", "quoted"],
)
def test_headers(header: list[str]) -> None:
    same(read(table(SIX, WHOLE, header=header)), SIX, LABELS_OF_SIX)
    same(read("\n\n" + table(SIX, WHOLE, header=header)), SIX, LABELS_OF_SIX)
    commas = table(SIX, WHOLE, header=header).replace("\n", ",\n")
    same(read(commas), SIX, LABELS_OF_SIX)


def test_a_comma_at_the_end_of_every_line_but_the_header() -> None:
    header, *lines = table(SIX, WHOLE, header=[*map(str, range(16)), "label"]).splitlines()
    same(read("\n".join([header, *(f"{line},,," for line in lines)])), SIX, LABELS_OF_SIX)


def test_an_index_column_is_no_pixel() -> None:
    lines = table(SIX, WHOLE).splitlines()
    counted = [f"{k},{line}" for k, line in enumerate(lines)]
    for header in ([], [f",{','.join(map(str, range(16)))},label"]):
        preview = read("\n".join([*header, *counted]))
        same(preview, SIX, LABELS_OF_SIX)
        assert preview.settings.left_out == (0,)
        assert said(preview) == ["columns_left_out"]


def test_row_names_of_r() -> None:
    header = " ".join([*(f'"V{k}"' for k in range(16)), '"label"'])
    lines = table(SIX, WHOLE, separator=" ").splitlines()
    rows = [f'"{k}" {line}' for k, line in enumerate(lines, start=1)]
    same(read("\n".join([header, *rows])), SIX, LABELS_OF_SIX)


def test_a_column_of_file_names_is_left_out() -> None:
    header = ["file", "label", *(f"p{k}" for k in range(16))]
    lines = table(BARS, [1, 0], first=True).splitlines()
    content = "\n".join([",".join(header), *(f"{k}.png,{line}" for k, line in enumerate(lines))])
    same(read(content), BARS, LABELS)


@pytest.mark.parametrize(
    ("low", "high", "classes"),
    [
        (-1, 1, ("-1", "1")),
        ("-1.0", "1", ("-1", "1")),
        (3, 8, ("3", "8")),
        (2, 10, ("2", "10")),
        ("cat", "dog", ("cat", "dog")),
        ("否", "是", ("否", "是")),
    ],
)
def test_labels_of_other_names(low: object, high: object, classes: tuple[str, str]) -> None:
    content = table(SIX, [high if label else low for label in WHOLE])
    preview = read(content)
    same(preview, SIX, LABELS_OF_SIX)
    assert said(preview) == ["classes_named"]
    assert preview.settings.classes == preview.classes == classes
    turned = read(content, Settings(classes=(classes[1], classes[0])))
    np.testing.assert_array_equal(turned.labels, 1 - preview.labels)
    assert turned.names == preview.names
    assert questions(turned) == []


def test_labels_of_words_are_in_the_order_of_the_alphabet_and_confirmed() -> None:
    assert questions(read(table(SIX, ["dog", "cat"] * 3))) == ["classes_named"]
    assert read(table(SIX, ["dog", "cat"] * 3)).labels.tolist() == [1, 0] * 3


def test_0_and_1_need_no_note() -> None:
    assert read(table(SIX, ["1.0", "0.0"] * 3)).notes == ()


@pytest.mark.parametrize("first", [False, True])
@pytest.mark.parametrize("named", [False, True])
def test_ten_one_hot_columns(first: bool, named: bool) -> None:
    digits = [3, 7, 7, 3, 9, 0]
    hot = [",".join(str(int(k == digit)) for k in range(10)) for digit in digits]
    titles = ",".join(f"label_{k}" for k in range(10))
    pixels = ",".join(f"p{k}" for k in range(16))
    names = ([titles, pixels] if first else [pixels, titles]) if named else []
    content = ",".join(names) + "\n" + table(SIX, hot, first=first)
    preview = read(content)
    assert preview.classes == tuple(f"label_{k}" if named else f"{k}" for k in (0, 3, 7, 9))
    assert questions(preview) == ["classes_chosen"]
    chosen = (preview.classes[1], preview.classes[2])
    sure = read(content, Settings(classes=chosen))
    same(sure, SIX[:4], [0, 1, 1, 0])
    assert sure.names == tuple(chosen[k] for k in (0, 1, 1, 0))


@pytest.mark.parametrize(
    ("low", "high", "digits"), [(0, 255, 0), (0, 16, 0), (-1, 1, 3), (0, 255, 3), (0, 16, 2)]
)
def test_scales(low: float, high: float, digits: int) -> None:
    right = np.array(SIX)
    right[0, :2] = 0.0, 1.0
    stored = np.round(low + right * (high - low), digits)
    preview = read(table(stored.tolist(), WHOLE), Settings(label=(16,)))
    assert preview.settings.scale == (low, high)
    assert said(preview) == ["scaled"]
    np.testing.assert_allclose(preview.images.reshape(-1, 16), (stored - low) / (high - low))


def test_a_scale_that_is_not_sure_is_asked_about() -> None:
    for largest in (3, 100, 1000):
        stored = np.round(np.array(SIX) * largest).tolist()
        preview = read(table(stored, WHOLE), Settings(label=(16,)))
        assert questions(preview) == ["scale_guessed"]
        assert 0 < preview.images.max() <= 1
    preview = read(table((np.array(SIX) * 6 - 3).round(3).tolist(), WHOLE))
    assert questions(preview) == ["scale_guessed"]


def test_a_file_divided_by_255_twice_is_called_dark() -> None:
    stored = [[float(f"{pixel / 255:.6g}") for pixel in image] for image in SIX]
    preview = read(table(stored, WHOLE))
    same(preview, stored, LABELS_OF_SIX)
    assert questions(preview) == ["all_dark"]
    lighter = read(table(stored, WHOLE), Settings(scale=SCALES[-1]))
    np.testing.assert_allclose(lighter.images.reshape(-1, 16), SIX, atol=2e-6)


@pytest.mark.parametrize("side", [5, 6, 8, 28])
def test_larger_images_are_averaged(side: int) -> None:
    images = shades(side=side)
    preview = read(table(images, WHOLE))
    assert preview.settings.size == (side, side)
    assert said(preview) == ["resized"]
    # every pixel cut into 4×4 and each side×side block of those averaged
    fine = np.kron(np.reshape(images, (-1, side, side)), np.ones((1, 4, 4)))
    right = fine.reshape(-1, 4, side, 4, side).mean(axis=(2, 4))
    np.testing.assert_allclose(preview.images, right, atol=1e-12)


def test_labels_between_0_and_1_are_taken_as_they_are() -> None:
    soft = [0.1, 0.9, 0.3, 0.75, 1, 0]
    preview = read(table(SIX, list(soft), header=[*(f"p{k}" for k in range(16)), "label"]))
    same(preview, SIX, soft)
    assert said(preview) == ["soft_labels"]
    assert preview.settings.classes == ()


def test_cells_as_people_write_them() -> None:
    content = "label," + ",".join(f"p{k}" for k in range(16)) + "\n"
    content += "1,50 %,1/4,０．５,−0,1e-1,.5,1.,+0.25" + ",0" * 8 + "\n0" + ",1" * 16
    preview = read(content)
    assert preview.images[0].ravel()[:8].tolist() == [0.5, 0.25, 0.5, 0, 0.1, 0.5, 1, 0.25]


def test_more_images_than_there_is_room_for_are_thinned_evenly() -> None:
    lines = [
        ",".join(["0.25"] * 15 + [f"{k / 4500:.6f}", str(int(k >= 2250))]) for k in range(4500)
    ]
    preview = read("\n".join(lines))
    assert preview.images.shape == (2000, 4, 4)
    assert preview.labels.mean() == 0.5
    assert said(preview) == ["thinned"]


def test_what_was_found_reads_the_same_again() -> None:
    contents: list[str | bytes] = [
        PUBLISHED,
        table(SIX, ["a", "b"] * 3, separator=";", decimal=","),
    ]
    for content in contents:
        preview = read(content)
        again = read(content, preview.settings)
        np.testing.assert_array_equal(again.images, preview.images)
        np.testing.assert_array_equal(again.labels, preview.labels)
        assert again.settings == preview.settings
        assert questions(again) == []


def test_the_size_is_the_networks() -> None:
    images = [[0.0] * 6, [1.0] * 6]
    preview = read_images(table(images, [0, 1]).encode(), Settings(label=(6,)), shape=(2, 3))
    assert preview.images.shape == (2, 2, 3)
    eight = shades(side=8)
    preview = read_images(table(eight, WHOLE).encode(), shape=(2, 2))
    right = np.reshape(eight, (-1, 2, 4, 2, 4)).mean(axis=(2, 4))
    np.testing.assert_allclose(preview.images, right, atol=1e-12)
