"""PrairieLearn: a question folder for each partial, its variants the students' instances.

``server.py`` is the same for all of them: it draws a variant by the seed that it is given, and says
which mistake would explain a number.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from typing import Any

from lib.practice.exports.archive import zipped
from lib.practice.exports.markup import as_html
from lib.practice.exports.question import ClassQuestion
from lib.text import sheets as words

SERVER = """import json
from pathlib import Path

VARIANTS = json.loads(Path(__file__).with_name("variants.json").read_text("utf-8"))


def generate(data):
    variant = VARIANTS[int(data["variant_seed"], 36) % len(VARIANTS)]
    data["params"].update({"given": variant["given"], "asked": variant["asked"]})
    data["params"]["variant"] = VARIANTS.index(variant)
    data["correct_answers"]["value"] = variant["right"]


def grade(data):
    variant = VARIANTS[data["params"]["variant"]]
    number = data["submitted_answers"].get("value")
    if number is None:
        return
    right = abs(number - variant["right"]) <= variant["tolerance"]
    says = variant["says_right"] if right else variant["says_other"]
    for value, window, words in [] if right else variant["wrong"]:
        if abs(number - value) <= window:
            says = words
            break
    data["partial_scores"]["value"] = {"score": int(right), "feedback": says}
    data["feedback"]["value"] = says
    data["score"] = int(right)
"""

PAGE = """<pl-question-panel>
  {{#params.given}}<p>\\({{{.}}}\\)</p>{{/params.given}}
  <p>{{{params.asked}}}</p>
</pl-question-panel>
<pl-number-input answers-name="value" comparison="relabs" rtol="0.01" atol="0"></pl-number-input>
<pl-submission-panel><p>{{{feedback.value}}}</p></pl-submission-panel>
"""


def prairielearn_package(questions: Sequence[ClassQuestion]) -> bytes:
    """A zip of question folders, to lie under ``questions/`` of a course."""
    files: dict[str, str | bytes] = {}
    for key in dict.fromkeys(question.key for question in questions):
        mine = [question for question in questions if question.key == key]
        folder = f"backprop-{key}"
        title = f"{words.PAPER.say(mine[0].language)}: {key}"
        info = {
            "uuid": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{folder} {mine[0].sheet}")),
            "title": title,
            "topic": "Backpropagation",
            "type": "v3",
        }
        files[f"{folder}/info.json"] = json.dumps(info, ensure_ascii=False, indent=2)
        files[f"{folder}/question.html"] = PAGE
        files[f"{folder}/server.py"] = SERVER
        variants = [_variant(question) for question in mine]
        files[f"{folder}/variants.json"] = json.dumps(variants, ensure_ascii=False)
    return zipped(files)


def _variant(question: ClassQuestion) -> dict[str, Any]:
    language = question.language
    return {
        "given": list(question.given),
        "asked": as_html(question.text),
        "right": question.right,
        "tolerance": question.tolerance,
        "wrong": [[w.value, w.window, as_html(w.says)] for w in question.wrong],
        "says_right": words.RIGHT.say(language),
        "says_other": words.OTHER.say(language),
    }
