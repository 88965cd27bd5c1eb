"""Every page opens in both languages, says its title, and keeps what the learner set."""

from __future__ import annotations

import importlib
import re

import pytest

from lib.scenario import Scenario, encode, preset
from lib.text import LANGUAGES, Language, Text, frame
from lib.ui.state import keys
from tests.pages.app import PAGES, App, ordinary, replace
from tests.text.walk import words

BADLY = re.compile(r"\b(nan|inf|None|True|False|array)\b|np\.")
"""What Python prints where nobody has made words of it."""


def title(page: str) -> Text:
    """The page's title."""
    if page == "print":
        return frame.NAME
    found: Text = importlib.import_module(f"lib.text.{page}").TITLE
    return found


def texts(app: App) -> list[str]:
    """What is written on a page, formulas and numbers aside."""
    kinds = ("title", "header", "subheader", "caption", "markdown", "button", "metric")
    more = ("selectbox", "number_input", "slider", "select_slider", "warning", "info", "success")
    found = []
    for kind in (*kinds, *more):
        for element in getattr(app.test, kind):
            found += [getattr(element, part, None) for part in ("value", "label", "help")]
    return [text for text in found if isinstance(text, str)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_opens_in_its_language(language: Language) -> None:
    scenario = replace(ordinary(11), language=language)
    app = App(scenario)
    other = {text[language == "en"] for text in words().values() if text.en != text.zh}
    for page in PAGES:
        app.open(page)
        assert app.header == title(page).say(language)
        assert app.warnings == []
        assert not other & set(texts(app)), page
        assert app.scenario == scenario


def check_every_page(app: App, scenario: Scenario) -> None:
    """Every page comes to its end with these numbers on its sliders, and prints no number badly."""
    app.link(encode(scenario))
    for page in PAGES:
        app.open(page)
        assert app.scenario == scenario
        assert app.header == title(page).en
        assert list(app.component(keys.PANEL)["values"]) == list(scenario.numbers)
        written = [*texts(app), *app.markdown, *app.metrics.values()]
        assert not [text for text in written if BADLY.search(text)], page


def test_every_page_shows_the_presets_that_stand_out() -> None:
    """Ordinary numbers, saturated windows, zeros everywhere."""
    app = App()
    for name in ("notes", "saturated", "zero"):
        check_every_page(app, replace(preset(name), precision=6))


EXTREMES = {
    "all at the largest": [1000.0] * 29 + [0.0],
    "against each other": [1000.0, -1000.0] * 14 + [-1000.0, 1.0],
    "subnormal": [5e-324, -5e-324] * 14 + [-5e-324, 5e-324],
    "a wrong certain answer": [1.0] * 25 + [200.0] * 4 + [0.0],
    "a soft label": [0.3] * 29 + [0.5],
}


def test_every_page_bears_extreme_numbers() -> None:
    app = App()
    for row in EXTREMES.values():
        check_every_page(app, replace(preset("notes").with_numbers(row), precision=17))


@pytest.mark.parametrize(
    ("locale", "language"), [("zh-CN", "zh"), ("zh", "zh"), ("en-GB", "en"), ("fr", "en")]
)
def test_the_first_visit_speaks_the_browsers_language(locale: str, language: Language) -> None:
    app = App(locale=locale)
    assert app.header == title("network").say(language)
    assert app.scenario == replace(preset("notes"), language=language)
