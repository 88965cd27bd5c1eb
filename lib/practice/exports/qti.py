"""QTI 2.1 (OpenOlat, TAO, Inspera): text entries with a feedback for each wrong number.

The conditions of an item are tried in order: the right window, then each mistake's.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from lib.practice.exports.archive import zipped
from lib.practice.exports.markup import as_html, question_html
from lib.practice.exports.question import ClassQuestion
from lib.text import sheets as words

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"


def qti_package(questions: Sequence[ClassQuestion]) -> bytes:
    """A content package to import: an item a question, and the manifest."""
    files = {f"item-{n}.xml": qti_item(question, n) for n, question in enumerate(questions)}
    return zipped({"imsmanifest.xml": _manifest(list(files)), **files})


def qti_item(question: ClassQuestion, number: int) -> bytes:
    """One question as an assessment item."""
    item = Xml.Element(
        "assessmentItem",
        xmlns=NAMESPACE,
        identifier=f"item-{number}",
        title=question.name,
        adaptive="false",
        timeDependent="false",
    )
    answer = _declare(item, "responseDeclaration", "RESPONSE", "float")
    correct = Xml.SubElement(answer, "correctResponse")
    Xml.SubElement(correct, "value").text = f"{question.right:.10g}"
    score = _declare(item, "outcomeDeclaration", "SCORE", "float")
    Xml.SubElement(Xml.SubElement(score, "defaultValue"), "value").text = "0"
    _declare(item, "outcomeDeclaration", "FEEDBACK", "identifier")
    body = Xml.SubElement(item, "itemBody")
    for paragraph in Xml.fromstring(f"<div>{question_html(question)}</div>"):
        body.append(paragraph)
    entry = Xml.SubElement(body, "p")
    Xml.SubElement(
        entry, "textEntryInteraction", responseIdentifier="RESPONSE", expectedLength="12"
    )
    _process(item, question)
    language = question.language
    for key, says in _says(question):
        feedback = Xml.SubElement(
            item, "modalFeedback", outcomeIdentifier="FEEDBACK", identifier=key, showHide="show"
        )
        feedback.append(Xml.fromstring(f'<p xml:lang="{language}">{as_html(says)}</p>'))
    return bytes(Xml.tostring(item, "utf-8", xml_declaration=True))


def _says(question: ClassQuestion) -> list[tuple[str, str]]:
    language = question.language
    wrong = [(wrong.key, wrong.says) for wrong in question.wrong]
    return [("right", words.RIGHT.say(language)), *wrong, ("other", words.OTHER.say(language))]


def _process(item: Xml.Element, question: ClassQuestion) -> None:
    condition = Xml.SubElement(Xml.SubElement(item, "responseProcessing"), "responseCondition")
    branch = Xml.SubElement(condition, "responseIf")
    _equal(branch, f"{question.right:.10g}", question.tolerance)
    _set(branch, "SCORE", "float", "1")
    _set(branch, "FEEDBACK", "identifier", "right")
    for wrong in question.wrong:
        branch = Xml.SubElement(condition, "responseElseIf")
        _equal(branch, f"{wrong.value:.10g}", wrong.window)
        _set(branch, "FEEDBACK", "identifier", wrong.key)
    _set(Xml.SubElement(condition, "responseElse"), "FEEDBACK", "identifier", "other")


def _equal(branch: Xml.Element, value: str, tolerance: float) -> None:
    within = f"{tolerance:.6g}"
    equal = Xml.SubElement(
        branch, "equal", toleranceMode="absolute", tolerance=f"{within} {within}"
    )
    Xml.SubElement(equal, "variable", identifier="RESPONSE")
    Xml.SubElement(equal, "baseValue", baseType="float").text = value


def _set(branch: Xml.Element, name: str, kind: str, value: str) -> None:
    outcome = Xml.SubElement(branch, "setOutcomeValue", identifier=name)
    Xml.SubElement(outcome, "baseValue", baseType=kind).text = value


def _declare(item: Xml.Element, what: str, name: str, kind: str) -> Xml.Element:
    return Xml.SubElement(item, what, identifier=name, cardinality="single", baseType=kind)


def _manifest(paths: list[str]) -> bytes:
    manifest = Xml.Element("manifest", xmlns=PACKAGE, identifier="backprop-by-hand")
    Xml.SubElement(manifest, "organizations")
    resources = Xml.SubElement(manifest, "resources")
    for path in paths:
        resource = Xml.SubElement(
            resources,
            "resource",
            identifier=path.removesuffix(".xml"),
            type="imsqti_item_xmlv2p1",
            href=path,
        )
        Xml.SubElement(resource, "file", href=path)
    return bytes(Xml.tostring(manifest, "utf-8", xml_declaration=True))
