"""Sheets for a class: what the word makes, shown, printed, taken away; results that come back."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

from lib.derivation import plain_number
from lib.practice import class_sheets
from lib.practice.exports.question import four_digits
from lib.practice.results import Result
from lib.scenario import decode
from lib.text import sheets as words
from tests.pages.app import App, ordinary, replace


def opened(language: str = "en") -> App:
    return App(replace(ordinary(3), language=language), "sheets")


def test_the_first_student_sees_the_questions_and_no_answer() -> None:
    app = opened()
    (first, *_) = class_sheets("red-fox", 30)
    assert words.SHEET.say("en", name=first.name) in " ".join(app.markdown)
    (frame,) = app.test.code
    (source,) = re.findall(r'src="([^"]*)"', unescape(frame.value))
    shown_there = parse_qs(urlsplit(source).query)
    assert decode(shown_there["s"][0]) == app.scenario
    assert shown_there["embed"] == ["true"]
    shown = " ".join(app.markdown)
    for question in first.questions:
        assert rf"\partial {question.symbol}" in shown
        assert f"{abs(question.right):.4g}" not in shown


def test_the_key_shows_each_value_and_the_mistakes_beside_it() -> None:
    app = opened()
    app.test.segmented_control(key="sheets_shown").set_value("mistakes")
    app.run()
    (first, *_) = class_sheets("red-fox", 30)
    shown = " ".join(app.markdown)
    for question, table in zip(first.questions, app.tables, strict=True):
        assert f"{abs(question.right):.6g}" in shown
        numbers, says = (list(table[column]) for column in table.columns)
        expected = question.wrong[: len(numbers)]
        assert numbers == [plain_number(four_digits(value), 6) for value, _ in expected]
        assert says == [mistake.words("en") for _, mistake in expected]


def test_all_sheets_stand_on_the_page_to_print() -> None:
    app = opened()
    app.test.number_input(key="sheets_students").set_value(3)
    app.test.toggle(key="sheets_all").set_value(True)
    app.run()
    shown = " ".join(app.markdown)
    assert all(words.SHEET.say("en", name=f"1.red-fox.{n}") in shown for n in (1, 2, 3))


def test_a_word_that_is_none_gets_a_sentence_and_loses_nothing() -> None:
    app = opened("zh")
    for word in ("Red Fox", "", "<b>", "../..", "猫", "$x$"):
        app.test.text_input(key="sheets_word").set_value(word)
        app.run()
        assert [error.value for error in app.test.error] == [words.BAD_WORD.zh]
        assert word not in ("<b>", "$x$") or word not in " ".join(app.markdown)
    app.test.text_input(key="sheets_word").set_value("blue-owl")
    app.run()
    assert not app.test.error


def test_pasted_results_become_a_table_and_markup_does_not_get_through() -> None:
    app = opened()
    lines = [Result("1.red-fox.1", "alpha", "sign", 1, 0).line, "<script>x</script> $y$"]
    app.test.text_area(key="sheets_results").set_value("\n".join(lines))
    app.run()
    (table,) = app.tables
    assert list(table[words.HOW_MANY.en]) == ["1"]
    assert "script" not in " ".join(app.markdown)
    assert words.UNREAD.say("en", count=1) in [caption.value for caption in app.test.caption]
