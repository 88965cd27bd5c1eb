"""Every page keeps to the names of the glossary, and the glossary names what pages say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lib.text import Text
from lib.text.glossary import GLOSSARY, Term
from tests.text.walk import words

README = Path(__file__).parents[2] / "README.md"
PER = re.compile(r"\b(?:(?:one|a) \w+|steps|µs|memory|call|frames) an? \w+", re.IGNORECASE)
"""An "a" that stands for "per"."""
SPACED = re.compile(r"[\d}] %")
"""A per cent sign that does not stand close to its number."""


def says(text: str, spelling: str) -> bool:
    """Whether an English text says a spelling as whole words, in one number or the other."""
    return bool(re.search(rf"(?<!\w){re.escape(spelling)}(?:s|es)?(?!\w)", text, re.IGNORECASE))


def breaches(text: Text, term: Term) -> list[str]:
    """The spellings that a text says though the glossary has another name."""
    english = [spelling for spelling in term.not_en if says(text.en, spelling)]
    return english + [spelling for spelling in term.not_zh if spelling in text.zh]


def without_placeholders(text: Text) -> Text:
    """A text without the names of its numbers, which no reader sees."""
    return Text(*(re.sub(r"(?<![{_])\{\w+\}", "", one) for one in text))


def pages_words() -> dict[str, Text]:
    return {name: text for name, text in words().items() if not name.startswith("glossary.")}


@pytest.mark.parametrize("term", GLOSSARY.values(), ids=GLOSSARY)
def test_no_word_has_another_name_for_it(term: Term) -> None:
    found = {name: breaches(without_placeholders(text), term) for name, text in words().items()}
    assert not {name: spellings for name, spellings in found.items() if spellings}


@pytest.mark.parametrize("term", GLOSSARY.values(), ids=GLOSSARY)
def test_pages_say_it_in_both_languages(term: Term) -> None:
    assert any(says(text.en, term.name.en) for text in pages_words().values())
    assert any(term.name.zh in text.zh for text in pages_words().values())


def test_no_name_stands_for_two_things() -> None:
    for language in ("en", "zh"):
        names = [term.name.say(language).lower() for term in GLOSSARY.values()]
        assert len(set(names)) == len(names)
    for term in GLOSSARY.values():
        assert not [other for other in GLOSSARY.values() if breaches(other.name, term)]


def test_a_meaning_is_one_sentence() -> None:
    for term in GLOSSARY.values():
        assert term.meaning.en.endswith(".")
        assert ". " not in term.meaning.en
        assert term.meaning.zh.endswith("。")
        assert term.meaning.zh.count("。") == 1


def test_per_is_per() -> None:
    assert not {name: text.en for name, text in words().items() if PER.search(text.en)}
    assert not {name: text for name, text in words().items() if any(map(SPACED.search, text))}


def test_the_readme_keeps_to_the_names() -> None:
    readme = re.sub(r"```.*?```|`[^`]*`", "", README.read_text(encoding="utf-8"), flags=re.DOTALL)
    found = [s for term in GLOSSARY.values() for s in term.not_en if says(readme, s)]
    assert not found
    assert not PER.findall(readme)


@pytest.mark.parametrize(
    "text", ["Steps a frame", "one a run and a line an image", "One line a run"]
)
def test_an_a_that_stands_for_per_is_found(text: str) -> None:
    assert PER.search(text)


@pytest.mark.parametrize(
    ("text", "spelling", "said"),
    [
        ("The loss of a coin", "coin", True),
        ("Coins are fair", "coin", True),
        ("coincidence", "coin", False),
        ("∂L/∂y_out", "y_out", True),
        ("$y_{out}$", "y_out", False),
    ],
)
def test_a_spelling_is_found_as_a_whole_word(text: str, spelling: str, said: bool) -> None:
    assert says(text, spelling) == said
