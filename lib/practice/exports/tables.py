"""Keys as CSV, for a spreadsheet: UTF-8 with a mark, decimal points, ASCII minus.

Ids never begin with a sign that a spreadsheet takes for a formula; only numbers have a minus.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from lib.practice.exports.question import ClassQuestion


def key_csv(questions: Sequence[ClassQuestion]) -> bytes:
    """The right values: ``sheet, seed, partial, four_digits, value, link``."""
    rows = [(q.sheet, q.seed, q.key, q.shown, repr(q.right), q.link) for q in questions]
    return _csv(("sheet", "seed", "partial", "four_digits", "value", "link"), rows)


def mistakes_csv(questions: Sequence[ClassQuestion]) -> bytes:
    """What each mistake gives: ``sheet, seed, partial, mistake, four_digits``."""
    rows = [(q.sheet, q.seed, q.key, w.key, f"{w.value:.10g}") for q in questions for w in q.wrong]
    return _csv(("sheet", "seed", "partial", "mistake", "four_digits"), rows)


def _csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return written.getvalue().encode("utf-8-sig")
