"""Every word is there in both languages, says the same, and is said somewhere."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from lib.text import LANGUAGES, Text, language_of_locale
from tests.text.walk import Said, name_of, said, uses, words

CHINESE = re.compile(r"[\u4e00-\u9fff]")
PLACEHOLDER = re.compile(r"(?<!\{)\{([a-z][a-z_]*)\}(?!\})")
FORMULA = re.compile(r"\$[^$]*\$")

NAMES = {"Adam", "English", "Leaky ReLU", "ReLU", "RMSProp", "Sigmoid", "Softmax", "Tanh", "Xavier"}
"""Names of functions, of methods and of a language, which are the same in Chinese."""

FILLED_BY_THE_BROWSER = {"sliders.OUT_OF_RANGE", "sliders.NO_ROOM"}
"""Words whose placeholders JavaScript fills."""


def placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def is_formula(text: str) -> bool:
    """Nothing but symbols: no word of two letters outside LaTeX but the notes' and ``NAMES``."""
    rest = PLACEHOLDER.sub(" ", FORMULA.sub(" ", text))
    rest = re.sub(r"\b(y_out|yy|log|out)\b", " ", rest)
    rest = re.sub("|".join(NAMES), " ", rest)
    return not re.search(r"[A-Za-z]{2}", rest)


def test_there_are_words_to_test() -> None:
    assert len(words()) > 150
    assert {name_of(word).partition(".")[0] for word in words()} >= {"frame", "sidebar", "backward"}


def sentences() -> list[tuple[str, str]]:
    """Each word twice: its name with its text in each language."""
    return [(name, text) for name, pair in words().items() for text in pair]


def test_both_languages_say_something() -> None:
    assert not [name for name, text in sentences() if not text or text.strip() != text]


def test_both_languages_have_the_same_placeholders() -> None:
    assert not [
        name for name, text in words().items() if placeholders(text.en) != placeholders(text.zh)
    ]


def test_the_same_formulas_stand_in_both() -> None:
    assert not [
        name
        for name, text in words().items()
        if sorted(FORMULA.findall(text.en)) != sorted(FORMULA.findall(text.zh))
    ]


def test_chinese_is_chinese() -> None:
    missing = {
        name
        for name, text in words().items()
        if not CHINESE.search(text.zh) and not (is_formula(text.en) and is_formula(text.zh))
    }
    assert not missing


def test_english_is_english() -> None:
    found = {name for name, text in words().items() if CHINESE.search(text.en)}
    assert found == {"sidebar.LANGUAGE_NAMES[zh]"}


def test_a_minus_is_a_minus() -> None:
    """Outside LaTeX a negative number has a real minus, and a range has a dash."""
    hyphen = re.compile(r"(?<![A-Za-z])-\d")
    assert not [name for name, text in sentences() if hyphen.search(FORMULA.sub(" ", text))]


def test_every_formula_is_closed_and_no_digit_follows_it() -> None:
    assert not [name for name, text in sentences() if text.count("$") % 2]
    assert not [name for name, text in sentences() if re.search(r"\$[^$]*\$\d", text)]


def test_every_word_is_said_somewhere() -> None:
    dead = {name_of(name) for name in words()} - uses()
    assert not dead


def test_what_the_code_says_exists() -> None:
    known = {name_of(word) for word in words()}
    modules = {word.partition(".")[0] for word in known}
    read = {
        use for use in uses() if use.partition(".")[0] in modules and use.split(".")[1].isupper()
    }
    assert read <= known, read - known


def test_a_word_is_said_with_the_numbers_it_asks_for() -> None:
    assert not [call for call in said() if not fits(call)]


def fits(call: Said) -> bool:
    """Whether both languages ask for just the numbers that a call gives."""
    if call.word not in words():
        return not call.numbers  # a table of words is said one by one
    for text in words()[call.word]:
        if call.numbers:
            asked = {field for _, field, _, _ in Formatter().parse(text) if field is not None}
            if asked != call.numbers:
                return False
        elif call.word not in FILLED_BY_THE_BROWSER and placeholders(FORMULA.sub(" ", text)):
            return False
    return True


def test_say_puts_numbers_in() -> None:
    text = Text("step {step}, $y_{{out}}$", "第 {step} 步，$y_{{out}}$")
    assert text.say("en", step=3) == "step 3, $y_{out}$"
    assert text.say("zh", step=3) == "第 3 步，$y_{out}$"
    assert Text("$y_{out}$", "$y_{out}$").say("zh") == "$y_{out}$"
    with pytest.raises(KeyError):
        text.say("en", other=3)


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("zh", "zh"),
        ("zh-CN", "zh"),
        ("zh-Hant-TW", "zh"),
        ("ZH_cn", "zh"),
        ("en", "en"),
        ("en-GB", "en"),
        ("de-DE", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_browsers_language_decides_at_first(locale: str | None, language: str) -> None:
    assert language_of_locale(locale) == language
    assert language in LANGUAGES
