"""A judgement in plain words: what was read, right or not, what is right in it, what next."""

from __future__ import annotations

from collections.abc import Mapping

from lib.practice import Item, LineVerdict, Mistake, right_lines, say_verdict
from lib.text import Language
from lib.text import practise as words
from lib.text.numbers import REFUSALS
from lib.ui.components.verdict import Tone
from lib.ui.lessons.practise import plain
from lib.ui.lessons.practise.asked import Asked
from lib.ui.lessons.practise.judged import Judged
from lib.ui.lessons.practise.typed import ANSWER, BACK

_FALSE = ("named", "ask", "more_digits", "unknown")


def tone(judged: Judged) -> Tone:
    """How it looks."""
    if judged.verdict is None:
        return "open" if any(line.outcome != "empty" for line in judged.lines) else ""
    if judged.verdict.accepted:
        return "right"
    return "wrong" if judged.verdict.outcome in _FALSE else "open"


def lines(asked: Asked, judged: Judged, texts: Mapping[str, str], language: Language) -> list[str]:
    """Everything that is said, a paragraph each; nothing where nothing was typed."""
    if asked.practice.by_line:
        return _by_line(asked, judged, language)
    verdict = judged.verdict
    if verdict is None:
        return []
    echo = plain.echo(texts[ANSWER], language)
    if verdict.outcome == "unreadable":
        return [echo]
    found = [echo, plain.plain(say_verdict(verdict, asked.net, language))]
    if verdict.outcome == "named":
        found += _what_is_right(asked, verdict.mistakes[0], language)
    if judged.answered_back:
        found += [plain.echo(texts[BACK], language), *_back(asked, judged, language)]
    elif texts[BACK].strip() and verdict.question is not None:
        found.append(plain.echo(texts[BACK], language))
    return found


def _what_is_right(asked: Asked, mistake: Mistake, language: Language) -> list[str]:
    right = right_lines(asked.item, mistake)
    if not right:
        return []
    return [words.THEN_RIGHT.say(language, lines=plain.lines(right, asked.item, language))]


def _back(asked: Asked, judged: Judged, language: Language) -> list[str]:
    """What the second answer tells of the first."""
    assert judged.verdict is not None
    if judged.back is None:
        told = words.BACK_BOTH if judged.verdict.accepted else words.BACK_RIGHT
        return [told.say(language)]
    if not judged.back:
        return [words.BACK_NONE.say(language)]
    said = words.BACK_ONE.say(language, mistake=plain.mistakes(judged.back, language))
    return [said, *_what_is_right(asked, judged.back[0], language)]


def _by_line(asked: Asked, judged: Judged, language: Language) -> list[str]:
    typed = [line for line in judged.lines if line.outcome != "empty"]
    if not typed:
        return []
    said = [_of_line(asked.item, line, language) for line in typed]
    if judged.first_wrong:
        first = plain.line(judged.first_wrong, asked.item, language)
        return [words.FIRST_WRONG.say(language, line=first), *said]
    if all(line.outcome in ("right", "rounded") for line in typed):
        return [words.ALL_RIGHT.say(language), *said]
    return said


def _of_line(item: Item, line: LineVerdict, language: Language) -> str:
    name = plain.capitalised(plain.line(line.key, item, language))
    if line.outcome == "unreadable":
        said = REFUSALS[line.reason].say(language)
        return words.LINE_SAID.say(language, line=name, said=said)
    numbers = {}
    if line.source:
        numbers["source"] = plain.line(line.source, item, language)
    if line.mistakes:
        numbers["mistakes"] = plain.mistakes(line.mistakes, language)
    said = words.LINE_OUTCOMES[line.outcome].say(language, **numbers)
    return words.LINE_SAID.say(language, line=name, said=said)
