"""What each target tells a student, by its own rule of matching, read back from the file.

Each reader below is written from the target's documentation and shares nothing with the writers.
"""

from __future__ import annotations

import io
import json
import re
import types
import zipfile
from collections.abc import Callable
from functools import cache
from xml.etree import ElementTree as Xml

import pytest

from lib.practice import class_sheets
from lib.practice.exports import FORMATS, ClassQuestion, class_questions
from lib.practice.exports.canvas import NAMESPACE as CANVAS
from lib.practice.exports.canvas import choices
from lib.practice.exports.jupyter import CHECK
from lib.practice.exports.qti import NAMESPACE as QTI
from lib.text import LANGUAGES, Language
from lib.text import sheets as words

Told = tuple[bool, str]
"""Full marks or not, and the words."""
Answer = Callable[[ClassQuestion, str], Told]


@cache
def questions(language: Language) -> tuple[ClassQuestion, ...]:
    return tuple(class_questions(class_sheets("blue-owl", 2), language))


def written(kind: str, language: Language) -> bytes:
    return FORMATS[kind].write(questions(language))


def bare(text: str) -> str:
    r"""Words without the marks of formulas: dollars, ``\(``, HTML's entities."""
    for mark, plain in ((r"\(", "$"), (r"\)", "$"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(mark, plain)
    return re.sub(r"</?p[^>]*>", "", text)


def moodle(language: Language) -> Answer:
    """Moodle's numerical type: the first answer whose window holds the number; ASCII only."""
    quiz = Xml.fromstring(written("moodle", language))
    found = {q.findtext("name/text"): q for q in quiz.findall("question[@type='numerical']")}
    fractions = {"100", "0"}  # the import stops at a fraction that is not on its list

    def answer(question: ClassQuestion, typed: str) -> Told:
        assert typed.isascii()
        for one in found[question.name].findall("answer"):
            value, tolerance = one.findtext("text"), float(one.findtext("tolerance") or "nan")
            assert value is not None
            assert value.isascii()
            assert one.get("fraction") in fractions
            if value == "*" or abs(float(typed) - float(value)) <= tolerance:
                return one.get("fraction") == "100", bare(one.findtext("feedback/text") or "")
        raise AssertionError("no catch-all")

    return answer


def jupyterquiz(language: Language) -> Answer:
    """jupyterquiz: rounds to its precision, then first value or half-open range, else default."""
    quiz = json.loads(written("jupyterquiz", language))
    place = {question.name: n for n, question in enumerate(questions(language))}

    def answer(question: ClassQuestion, typed: str) -> Told:
        asked = quiz[place[question.name]]
        number = float(f"{float(typed):.{asked['precision']}g}")
        for one in asked["answers"]:
            match one:
                case {"type": "value", "value": value} if number == value:
                    return one["correct"], one["feedback"]
                case {"type": "range", "range": [low, high]} if low <= number < high:
                    return one["correct"], one["feedback"]
        (default,) = [one for one in asked["answers"] if one["type"] == "default"]
        return False, default["feedback"]

    return answer


def notebooks(language: Language) -> Answer:
    """The notebook's own cells, run."""
    files = zipfile.ZipFile(io.BytesIO(written("notebooks", language)))
    books = {name.removesuffix(".ipynb"): json.loads(files.read(name)) for name in files.namelist()}
    order = {q.name: q for q in questions(language)}

    def answer(question: ClassQuestion, typed: str) -> Told:
        _, program, ask = ("".join(cell["source"]) for cell in books[question.sheet]["cells"])
        assert CHECK in program
        module = types.ModuleType("cells")
        exec(program, module.__dict__)  # our own text
        mine = [q.name for q in order.values() if q.sheet == question.sheet]
        keys = json.loads(ask[ask.index("zip(answers, ") + 13 : ask.index("):\n")])
        says = module.check(float(typed), *keys[mine.index(question.name)])
        return says == words.RIGHT.say(language), says

    return answer


def qti(language: Language) -> Answer:
    """QTI 2.1: the branches of the response condition in order."""
    files = zipfile.ZipFile(io.BytesIO(written("qti", language)))
    manifest = Xml.fromstring(files.read("imsmanifest.xml"))
    hrefs = [one.get("href") or "" for one in manifest.iter() if one.tag.endswith("}resource")]
    items = {item.get("title"): item for item in (Xml.fromstring(files.read(h)) for h in hrefs)}
    within = {"q": QTI}

    def answer(question: ClassQuestion, typed: str) -> Told:
        item = items[question.name]
        condition = item.find(".//q:responseCondition", within)
        assert condition is not None
        for branch in condition:
            equal = branch.find("q:equal", within)
            if equal is not None:
                value = float(equal.findtext("q:baseValue", namespaces=within) or "nan")
                low, high = map(float, (equal.get("tolerance") or "").split())
                if not value - low <= float(typed) <= value + high:
                    continue
            outcome = {
                one.get("identifier"): one.findtext("q:baseValue", namespaces=within)
                for one in branch.findall("q:setOutcomeValue", within)
            }
            (feedback,) = [
                one
                for one in item.findall("q:modalFeedback", within)
                if one.get("identifier") == outcome["FEEDBACK"]
            ]
            return outcome.get("SCORE") == "1", bare("".join(feedback.itertext()))
        raise AssertionError("no last branch")

    return answer


def prairielearn(language: Language) -> Answer:
    """PrairieLearn: ``generate``, then ``grade``, as it calls them."""
    files = zipfile.ZipFile(io.BytesIO(written("prairielearn", language)))

    def answer(question: ClassQuestion, typed: str) -> Told:
        folder = f"backprop-{question.key}"
        variants = files.read(f"{folder}/variants.json").decode()
        module = types.ModuleType("server")
        source = files.read(f"{folder}/server.py").decode()
        head, _, rest = source.partition("VARIANTS = ")
        exec(
            f"{head}VARIANTS = json.loads({variants!r})\n{rest.partition(chr(10))[2]}",
            module.__dict__,
        )
        mine = [q.name for q in questions(language) if q.key == question.key]
        data: dict[str, dict[str, object]] = {
            name: {} for name in ("params", "correct_answers", "partial_scores", "feedback")
        }
        data["variant_seed"] = str(mine.index(question.name))  # type: ignore[assignment]
        module.generate(data)
        data["submitted_answers"] = {"value": float(typed)}
        module.grade(data)
        return data["score"] == 1, bare(str(data["feedback"]["value"]))  # type: ignore[comparison-overlap]

    return answer


READERS = {
    "moodle": moodle,
    "jupyterquiz": jupyterquiz,
    "notebooks": notebooks,
    "qti": qti,
    "prairielearn": prairielearn,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", READERS)
def test_each_wrong_value_gets_its_words_and_the_right_one_full_marks(
    kind: str, language: Language
) -> None:
    answer = READERS[kind](language)
    right = words.RIGHT.say(language)
    for question in questions(language):
        for typed in (question.right, 0.992 * question.right, 1.008 * question.right):
            assert answer(question, f"{typed:.4g}") == (True, right), question.name
        for wrong in question.wrong:
            told = answer(question, f"{wrong.value:.10g}")
            assert told == (False, wrong.says), (question.name, wrong.key)
        other = answer(question, f"{31 * question.right:.4g}")
        assert other == (False, words.OTHER.say(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_canvas_one_choice_is_right_and_each_mistake_says_its_words(language: Language) -> None:
    """Its rule: the conditions in order, all that say ``continue``; SCORE where one sets it."""
    files = zipfile.ZipFile(io.BytesIO(written("canvas", language)))
    within = {"q": CANVAS}
    quiz = Xml.fromstring(files.read("quiz.xml"))
    items = {item.get("title"): item for item in quiz.iter(f"{{{CANVAS}}}item")}
    for question in questions(language):
        item = items[question.name]
        offered = {
            one.get("ident"): "".join(one.itertext()).strip()
            for one in item.iter(f"{{{CANVAS}}}response_label")
        }
        assert len(set(offered.values())) == len(offered) == 6
        for ident, shown in offered.items():
            score, feedback = 0, ""
            for condition in item.iter(f"{{{CANVAS}}}respcondition"):
                if condition.findtext(".//q:varequal", namespaces=within) == ident:
                    score = int(condition.findtext("q:setvar", "0", within)) or score
                    link = condition.find("q:displayfeedback", within)
                    feedback = feedback if link is None else link.get("linkrefid") or ""
            (says,) = [
                "".join(one.itertext()).strip()
                for one in item.findall("q:itemfeedback", within)
                if one.get("ident") == feedback
            ]
            typed = float(shown.replace("−", "-"))
            if ident == "right":
                assert (score, typed) == (100, float(question.shown))
            else:
                (wrong,) = [w for w in question.wrong if w.key == ident]
                assert (score, typed, bare(says)) == (0, wrong.value, wrong.says)
        assert "right" in offered
    places = [[key for key, _, _ in choices(q)].index("right") for q in questions(language)]
    assert len(set(places)) > 1, "the right choice must not always stand at one place"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_notebook_holds_no_number_that_is_an_answer(language: Language) -> None:
    files = zipfile.ZipFile(io.BytesIO(written("notebooks", language)))
    for question in questions(language):
        book = files.read(f"{question.sheet}.ipynb").decode()
        assert question.shown.lstrip("-") not in book
        assert not [w.key for w in question.wrong if f"{abs(w.value):.10g}" in book]
