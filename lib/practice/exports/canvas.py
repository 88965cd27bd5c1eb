"""Canvas, QTI 1.2: multiple choice whose distractors are the mistakes, each with its feedback.

Not as numerical questions: its import makes every number that is named there a right answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from lib.practice.exports.archive import zipped
from lib.practice.exports.markup import as_html, question_html
from lib.practice.exports.question import ClassQuestion
from lib.practice.sheets import hashed
from lib.text import sheets as words

NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
CHOICES = 6
"""Of each question: the right value, and the largest of the wrong ones."""


def canvas_package(questions: Sequence[ClassQuestion]) -> bytes:
    """A zip to import as a QTI quiz."""
    return zipped({"quiz.xml": canvas_quiz(questions)})


def canvas_quiz(questions: Sequence[ClassQuestion]) -> bytes:
    """The quiz itself."""
    root = Xml.Element("questestinterop", xmlns=NAMESPACE)
    title = words.PAPER.say(questions[0].language)
    quiz = Xml.SubElement(root, "assessment", ident="backprop-by-hand", title=title)
    section = Xml.SubElement(quiz, "section", ident="root_section")
    for number, question in enumerate(questions):
        _item(section, question, number)
    return bytes(Xml.tostring(root, "utf-8", xml_declaration=True))


def choices(question: ClassQuestion) -> list[tuple[str, str, str]]:
    """Each choice: its id, its value, what is said of it; in an order that tells nothing."""
    language = question.language
    wrong = [(w.key, f"{w.value:.10g}", w.says) for w in question.wrong[: CHOICES - 1]]
    found = [("right", question.shown, words.RIGHT.say(language)), *wrong]
    return sorted(found, key=lambda one: hashed(f"{question.name} {one[1]}"))


def _item(section: Xml.Element, question: ClassQuestion, number: int) -> None:
    item = Xml.SubElement(section, "item", ident=f"item-{number}", title=question.name)
    metadata = Xml.SubElement(Xml.SubElement(item, "itemmetadata"), "qtimetadata")
    for label, value in (("question_type", "multiple_choice_question"), ("points_possible", "1")):
        field = Xml.SubElement(metadata, "qtimetadatafield")
        Xml.SubElement(field, "fieldlabel").text = label
        Xml.SubElement(field, "fieldentry").text = value
    shown = Xml.SubElement(item, "presentation")
    asked = words.CHOOSE.say(question.language, symbol=question.symbol)
    _html(shown, question_html(question, asked))
    response = Xml.SubElement(shown, "response_lid", ident="response1", rcardinality="Single")
    render = Xml.SubElement(response, "render_choice")
    offered = choices(question)
    for key, value, _ in offered:
        choice = Xml.SubElement(render, "response_label", ident=key)
        _html(choice, value.replace("-", "−"))
    process = Xml.SubElement(item, "resprocessing")
    outcomes = Xml.SubElement(process, "outcomes")
    limits = {"maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"}
    Xml.SubElement(outcomes, "decvar", limits)
    for key, _, _ in offered:
        condition = Xml.SubElement(process, "respcondition", {"continue": "Yes"})
        chosen = Xml.SubElement(condition, "conditionvar")
        Xml.SubElement(chosen, "varequal", respident="response1").text = key
        Xml.SubElement(condition, "displayfeedback", feedbacktype="Response", linkrefid=f"{key}_fb")
    right = Xml.SubElement(process, "respcondition", {"continue": "No"})
    chosen = Xml.SubElement(right, "conditionvar")
    Xml.SubElement(chosen, "varequal", respident="response1").text = "right"
    Xml.SubElement(right, "setvar", action="Set", varname="SCORE").text = "100"
    for key, _, says in offered:
        feedback = Xml.SubElement(item, "itemfeedback", ident=f"{key}_fb")
        _html(Xml.SubElement(feedback, "flow_mat"), as_html(says))


def _html(parent: Xml.Element, text: str) -> None:
    material = Xml.SubElement(parent, "material")
    Xml.SubElement(material, "mattext", texttype="text/html").text = text
