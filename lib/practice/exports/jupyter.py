"""Jupyter: a quiz as JSON for the package ``jupyterquiz``, and a notebook that holds no answers."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Sequence
from typing import Any

from lib.practice.exports.question import DIGITS, ClassQuestion, four_digits
from lib.text import sheets as words


def jupyterquiz_json(questions: Sequence[ClassQuestion]) -> bytes:
    """Numeric questions; the quiz rounds what is typed to four significant digits."""
    return json.dumps([_quiz(question) for question in questions], ensure_ascii=False).encode()


def _quiz(question: ClassQuestion) -> dict[str, Any]:
    low, high = question.right - question.tolerance, question.right + question.tolerance
    right = {"type": "range", "range": [low, high], "correct": True}
    wrong = [
        {"type": "value", "value": wrong.value, "correct": False, "feedback": wrong.says}
        for wrong in question.wrong
    ]
    return {
        "question": "\n\n".join([*(f"${given}$" for given in question.given), question.text]),
        "type": "numeric",
        "precision": DIGITS,
        "answers": [
            right | {"feedback": words.RIGHT.say(question.language)},
            *wrong,
            {"type": "default", "feedback": words.OTHER.say(question.language)},
        ],
    }


CHECK = '''import hashlib


def check(number, salt, words):
    """What is said of a number: its four digits are looked up by their hash."""
    typed = f"{float(number):.3e}"
    found = hashlib.sha256(f"{salt} {typed}".encode()).hexdigest()[:16]
    return words.get(found, OTHER)
'''


def notebook(questions: Sequence[ClassQuestion]) -> bytes:
    """One sheet as a notebook: its answers are in it as hashes only, hidden from a look."""
    language = questions[0].language
    head = [
        f"# {words.SHEET.say(language, name=questions[0].sheet)}",
        words.TASK.say(language),
        words.NETWORK.say(language),
        *(f"${given}$" for given in questions[0].given),
        *(f"{n}. {question.text}" for n, question in enumerate(questions, 1)),
        words.CHECKED_HERE.say(language),
    ]
    other = json.dumps(words.OTHER.say(language), ensure_ascii=False)
    program = f"OTHER = {other}\n{CHECK}"
    keys = json.dumps([hashed(question) for question in questions], ensure_ascii=False)
    answers = ", ".join(["None"] * len(questions))
    ask = (
        f"answers = [{answers}]\n\n"
        f"for number, (salt, words) in zip(answers, {keys}):\n"
        "    print(check(number, salt, words) if number is not None else '–')\n"
    )
    cells = [_cell("markdown", "\n\n".join(head)), _cell("code", program), _cell("code", ask)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return json.dumps(
        {
            "nbformat": 4,
            "nbformat_minor": 5,
            "metadata": {"kernelspec": kernel},
            "cells": [cell | {"id": f"cell-{n}"} for n, cell in enumerate(cells)],
        },
        ensure_ascii=False,
        indent=1,
    ).encode()


def hashed(question: ClassQuestion) -> tuple[str, dict[str, str]]:
    """A salt, and what is said of each number by the hash of its four digits."""
    salt = question.name
    said = {_hash(wrong.value, salt): wrong.says for wrong in question.wrong}
    right = words.RIGHT.say(question.language)
    return salt, said | {_hash(number, salt): right for number in _near(question)}


def _near(question: ClassQuestion) -> list[float]:
    """Every number of four digits that counts as right."""
    unit = 10.0 ** (math.floor(math.log10(abs(question.right))) - DIGITS + 1)
    reach = math.floor(question.tolerance / unit)
    return [four_digits(question.right + n * unit) for n in range(-reach, reach + 1)]


def _hash(number: float, salt: str) -> str:
    typed = f"{number:.{DIGITS - 1}e}"
    return hashlib.sha256(f"{salt} {typed}".encode()).hexdigest()[:16]


def _cell(kind: str, text: str) -> dict[str, Any]:
    code: dict[str, Any] = {"execution_count": None, "outputs": []} if kind == "code" else {}
    return {"cell_type": kind, "metadata": {}, "source": text.splitlines(keepends=True)} | code
