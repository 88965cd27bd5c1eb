"""Everything that a class's sheets can be taken away as, by a short name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from lib.practice.exports.archive import zipped
from lib.practice.exports.canvas import canvas_package
from lib.practice.exports.jupyter import jupyterquiz_json, notebook
from lib.practice.exports.moodle import moodle_xml
from lib.practice.exports.paper import latex_sheets
from lib.practice.exports.prairielearn import prairielearn_package
from lib.practice.exports.qti import qti_package
from lib.practice.exports.question import ClassQuestion
from lib.practice.exports.tables import key_csv, mistakes_csv


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file."""

    ending: str
    mime: str
    write: Callable[[Sequence[ClassQuestion]], bytes]


def _notebooks(questions: Sequence[ClassQuestion]) -> bytes:
    """A notebook a student."""
    sheets = groupby(questions, key=lambda question: question.sheet)
    return zipped({f"{name}.ipynb": notebook(list(mine)) for name, mine in sheets})


FORMATS = {
    "questions": Format("tex", "application/x-tex", partial(latex_sheets, content="questions")),
    "key": Format("tex", "application/x-tex", partial(latex_sheets, content="key")),
    "mistakes": Format("tex", "application/x-tex", partial(latex_sheets, content="mistakes")),
    "key-csv": Format("csv", "text/csv", key_csv),
    "mistakes-csv": Format("csv", "text/csv", mistakes_csv),
    "moodle": Format("xml", "application/xml", moodle_xml),
    "jupyterquiz": Format("json", "application/json", jupyterquiz_json),
    "notebooks": Format("zip", "application/zip", _notebooks),
    "qti": Format("zip", "application/zip", qti_package),
    "prairielearn": Format("zip", "application/zip", prairielearn_package),
    "canvas": Format("zip", "application/zip", canvas_package),
}
