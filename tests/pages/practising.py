"""The pages of the section "Practise" as a learner uses them, under Streamlit's test runner."""

from __future__ import annotations

from lib.derivation import variable_from_key
from lib.practice import Instance, Item, Mistake, Progress, diagnose, next_item
from lib.scenario import GEOMETRY, Practice, preset
from lib.text import Language
from lib.text import practise as words
from lib.ui.state import keys
from tests.pages.app import App, replace


def first() -> Item:
    """The very first question."""
    asked = next_item(Progress())
    return Instance.of_seed(asked.seed).item(asked.variable)


def named(item: Item, kind: str = "") -> tuple[Mistake, str]:
    """A mistake that a wrong answer is named after, and that answer."""
    for mistake, value in item.wrong.items():
        text = f"{value:.4g}"
        if kind in ("", mistake.kind) and diagnose(item, text).outcome == "named":
            return mistake, text
    raise LookupError(kind)


def opened(practice: Practice, language: Language = "en", page: str = "practise") -> App:
    """The page with this of it in the link."""
    return App(replace(preset("notes"), practice=practice, language=language), page)


def answer(app: App, text: str, field: str = "answer") -> list[str]:
    """Type an answer, check it, and hear what is said."""
    app.test.text_input(key=keys.answer_field(field)).set_value(text)
    app.press(words.CHECK.say(app.scenario.language), place=1 if field == "back" else 0)
    return said(app)


def said(app: App) -> list[str]:
    """What the verdict says."""
    lines: list[str] = app.data(keys.PRACTISE_VERDICT)["lines"]
    return lines


def asked(app: App) -> Item:
    """The question that is open on the page, of an exercise."""
    practice = app.scenario.practice
    assert practice.seed is not None
    variable = variable_from_key(practice.variable, GEOMETRY)
    return Instance.of_seed(practice.seed).item(variable)
