"""Moodle XML: numerical questions with a feedback for each wrong number.

Moodle takes the first answer whose tolerance holds the number, so the right one stands first and
``*`` last. Its numbers know ASCII signs only. A category holds one partial of many instances: "a
random question from the category" gives each student another one.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from lib.practice.exports.markup import as_html, question_html
from lib.practice.exports.question import ClassQuestion
from lib.text import sheets as words


def moodle_xml(questions: Sequence[ClassQuestion]) -> bytes:
    """A question bank to import as Moodle XML; use it in adaptive or interactive behaviour."""
    quiz = Xml.Element("quiz")
    for key in dict.fromkeys(question.key for question in questions):
        category = Xml.SubElement(quiz, "question", type="category")
        _text(Xml.SubElement(category, "category"), f"$course$/top/Backprop/{key}")
        for question in questions:
            if question.key == key:
                _numerical(quiz, question)
    return bytes(Xml.tostring(quiz, "utf-8", xml_declaration=True))


def _numerical(quiz: Xml.Element, question: ClassQuestion) -> None:
    made = Xml.SubElement(quiz, "question", type="numerical")
    _text(Xml.SubElement(made, "name"), question.name)
    _text(Xml.SubElement(made, "questiontext", format="html"), question_html(question))
    Xml.SubElement(made, "defaultgrade").text = "1"
    Xml.SubElement(made, "penalty").text = "0.1"
    language = question.language
    _answer(made, 100, f"{question.right:.10g}", question.tolerance, words.RIGHT.say(language))
    for wrong in question.wrong:
        _answer(made, 0, f"{wrong.value:.10g}", wrong.window, wrong.says)
    _answer(made, 0, "*", 0.0, words.OTHER.say(language))


def _answer(made: Xml.Element, fraction: int, value: str, tolerance: float, says: str) -> None:
    answer = Xml.SubElement(made, "answer", fraction=str(fraction), format="moodle_auto_format")
    Xml.SubElement(answer, "text").text = value
    Xml.SubElement(answer, "tolerance").text = f"{tolerance:.6g}"
    _text(Xml.SubElement(answer, "feedback", format="html"), as_html(says))


def _text(parent: Xml.Element, text: str) -> None:
    Xml.SubElement(parent, "text").text = text
