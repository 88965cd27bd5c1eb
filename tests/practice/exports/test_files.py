"""Keys as tables and on paper, the command, and the results that come back."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.practice import class_sheets, sheet
from lib.practice.exports import FORMATS, class_questions
from lib.practice.exports.question import ClassQuestion
from lib.practice.results import Result, read_results
from lib.scenario import decode
from lib.text import LANGUAGES, Language
from scripts import make_sheets

QUESTIONS = class_questions(class_sheets("blue-owl", 2), "en")


def rows(kind: str, questions: list[ClassQuestion] = QUESTIONS) -> list[dict[str, str]]:
    text = FORMATS[kind].write(questions).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_key_has_each_right_value_with_all_its_digits() -> None:
    read = rows("key-csv")
    assert [float(row["value"]) for row in read] == [q.right for q in QUESTIONS]
    assert [row["four_digits"] for row in read] == [f"{q.right:.4g}" for q in QUESTIONS]
    for row in read[::10]:
        again = {q.item.variable.key: q.right for q in sheet(row["sheet"]).questions}
        assert again[row["partial"]] == float(row["value"])


def test_the_key_of_mistakes_names_each_of_them() -> None:
    read = rows("mistakes-csv")
    assert len(read) == sum(len(q.wrong) for q in QUESTIONS)
    assert not [row for row in read if row["mistake"][0] in "=+-@"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["questions", "key", "mistakes"])
def test_paper_is_latex_that_balances(kind: str, language: Language) -> None:
    questions = class_questions(class_sheets("blue-owl", 2), language)
    source = FORMATS[kind].write(questions).decode()
    body = source.replace(r"\$", "")
    assert body.count("$") % 2 == 0
    assert body.count("{") == body.count("}")
    assert ("ctex" in source) == (language == "zh")
    if language == "en":
        assert not re.findall(r"[^\x00-\x7f°]", source)
    answers = [q.shown for q in questions]
    assert all((f"= {shown}$" in source) == (kind != "questions") for shown in answers)
    assert source.count("section*") == 2


def test_every_file_of_a_class_is_the_same_for_ever() -> None:
    """Two writings are one: nothing in a file is a time, a random name, or an order by chance."""
    for kind, made in FORMATS.items():
        first, second = made.write(QUESTIONS), made.write(QUESTIONS)
        assert hashlib.sha256(first).digest() == hashlib.sha256(second).digest(), kind


def test_the_command_writes_the_file_and_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "key.csv"
    arguments = ["--only", "1.blue-owl.2", "--as", "key-csv", "--out", str(out)]
    assert make_sheets.main([*arguments, "--address", "http://127.0.0.1:8501/"]) == 0
    assert capsys.readouterr().out.strip() == str(out)
    read = list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig"))))
    mine = [q for q in QUESTIONS if q.sheet == "1.blue-owl.2"]
    assert [float(row["value"]) for row in read] == [q.right for q in mine]
    state = decode(read[0]["link"].partition("?s=")[2]).state()
    for row, question in zip(read, sheet("1.blue-owl.2").questions, strict=True):
        assert state.gradient(question.item.variable) == pytest.approx(
            float(row["value"]), rel=1e-12
        )


def test_the_command_refuses_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert make_sheets.main(["Red Fox!", "3"]) == 2
    assert "class word" in capsys.readouterr().err


def test_results_are_read_and_counted() -> None:
    lines = [
        Result("1.blue-owl.1", "kernel-0-0", "sign", 2, 1).line,
        Result("1.blue-owl.2", "kernel-0-0", "one_window-2", 1, 0).line,
        Result("1.blue-owl.2", "kernel-0-0", "right", 2, 0).line,
        Result("1.blue-owl.3", "alpha", "right", 1, 0).line,
        "hello",
        "1.blue-owl.3 alpha no_such_mistake 1 0",
        "<b>1.blue-owl.3</b> alpha right 1 0",
    ]
    tally = read_results("\n".join(["  " + lines[0].replace(" ", "   "), *lines[1:], ""]))
    assert dict(tally.outcomes) == {"right": 2, "sign": 1}
    assert tally.unread == 3
    assert len(tally.results) == 3


@given(st.text(max_size=300))
def test_anything_that_is_pasted_is_read_or_counted(text: str) -> None:
    tally = read_results(text)
    assert len(tally.results) + tally.unread <= len(text.splitlines())
