"""How a file of images is read, what came of it, and what may be wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from lib.network.validate import Array
from lib.numbers import Reason

Decimal = Literal[".", ","]
Classes = tuple[str, ...]
Problem = Literal[
    "size",
    "spreadsheet",
    "not_text",
    "encoding",
    "empty",
    "rows",
    "columns",
    "one_column",
    "ragged",
    "pixels",
    "no_label",
    "number",
    "pixel",
    "label",
    "one_class",
    "few_classes",
    "settings",
]
PROBLEMS: tuple[Problem, ...] = get_args(Problem)
About = Literal[
    "label_guessed",
    "columns_left_out",
    "classes_named",
    "classes_chosen",
    "classes_of_many",
    "classes_in_order",
    "soft_labels",
    "scaled",
    "scale_guessed",
    "all_dark",
    "resized",
    "thinned",
]
ABOUT: tuple[About, ...] = get_args(About)


@dataclass(frozen=True, slots=True)
class Settings:
    """How a file is to be read; None is to be found out.

    Another encoding, separator or header makes other columns: leave what follows from them at None.

    Attributes:
        encoding: one of ``ENCODINGS``.
        separator: one of ``SEPARATORS``; a space stands for any run of spaces.
        decimal: the decimal sign.
        header: whether the first line with anything on it holds names.
        left_out: columns that are neither pixels nor label, from 0.
        label: the label's column, from 0, or one column for each class of which one is 1.
        classes: the names of label 0, label 1 and so on, as many as are wanted; others are left
            out. () where the labels are numbers in 0…1 that are taken as they are.
        size: rows and columns of an image in the file.
        scale: the pixel values that are 0 and 1 here.
    """

    encoding: str | None = None
    separator: str | None = None
    decimal: Decimal | None = None
    header: bool | None = None
    left_out: tuple[int, ...] | None = None
    label: tuple[int, ...] | None = None
    classes: Classes | None = None
    size: tuple[int, int] | None = None
    scale: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something to say before the images are taken.

    Attributes:
        about: what; ``lib.text.images_file`` has the words.
        question: whether it was a guess that a person should confirm.
        numbers: what the words put in; columns count from 1.
    """

    about: About
    question: bool = False
    numbers: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preview:
    """The images as they would be taken.

    Attributes:
        images: shape (n, H, W), in 0…1.
        labels: shape (n,), in 0…1, or the number of one of several classes.
        names: what the file calls the label of each image; a stranger's text.
        classes: every name that a label has in the file, in order; a stranger's text.
        columns: the names of the columns, () without a header; a stranger's text.
        settings: how it was read, nothing left None.
        notes: what to say, questions among them.
    """

    images: Array
    labels: Array
    names: tuple[str, ...]
    classes: tuple[str, ...]
    columns: tuple[str, ...]
    settings: Settings
    notes: tuple[Note, ...]


class ImagesFileError(ValueError):
    """What is wrong with a file, and where. It holds nothing of the file itself.

    Attributes:
        problem: what; ``lib.text.images_file`` has the words.
        line, column: from 1, as in an editor and in a spreadsheet; 0 where it is the whole file or
            line.
        reason: of a cell that is no number, why it is none.
        numbers: what the words put in.
    """

    def __init__(
        self,
        problem: Problem,
        line: int = 0,
        column: int = 0,
        reason: Reason | None = None,
        **numbers: float,
    ) -> None:
        self.problem, self.line, self.column = problem, line, column
        self.reason, self.numbers = reason, numbers
        said = ", ".join(f"{name} {number:g}" for name, number in numbers.items())
        super().__init__(f"line {line}, column {column}: {reason or problem} {said}".rstrip())
