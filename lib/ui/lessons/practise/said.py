"""A judgement in plain words: what was read, right or not, what is right in it, what next."""

from __future__ import annotations

from collections.abc import Mapping

from lib.practice import Item, LineVerdict, Mistake, right_lines, say_verdict
from lib.text import practise as words
from lib.text.numbers import REFUSALS
from lib.ui.components.verdict import Tone
from lib.ui.lessons.practise import plain
from lib.ui.lessons.practise.asked import Asked
from lib.ui.lessons.practise.judged import Judged
from lib.ui.lessons.practise.typed import ANSWER, BACK
from lib.ui.state import session
from lib.ui.state.session import say

_FALSE = ("named", "ask", "more_digits", "unknown")


def tone(judged: Judged) -> Tone:
    """How it looks."""
    if judged.verdict is None:
        return "open" if any(line.outcome != "empty" for line in judged.lines) else ""
    if judged.verdict.accepted:
        return "right"
    return "wrong" if judged.verdict.outcome in _FALSE else "open"


def lines(asked: Asked, judged: Judged, texts: Mapping[str, str]) -> list[str]:
    """Everything that is said, a paragraph each; nothing where nothing was typed."""
    if asked.practice.by_line:
        return _by_line(asked, judged)
    verdict = judged.verdict
    if verdict is None:
        return []
    echo = plain.echo(texts[ANSWER])
    if verdict.outcome == "unreadable":
        return [echo]
    found = [echo, plain.plain(say_verdict(verdict, asked.net, session.language()))]
    if verdict.outcome == "named":
        found += _what_is_right(asked, verdict.mistakes[0])
    if judged.answered_back:
        found += [plain.echo(texts[BACK]), *_back(asked, judged)]
    elif texts[BACK].strip() and verdict.question is not None:
        found.append(plain.echo(texts[BACK]))
    return found


def _what_is_right(asked: Asked, mistake: Mistake) -> list[str]:
    right = right_lines(asked.item, mistake)
    return [say(words.THEN_RIGHT, lines=plain.lines(right, asked.item))] if right else []


def _back(asked: Asked, judged: Judged) -> list[str]:
    """What the second answer tells of the first."""
    assert judged.verdict is not None
    if judged.back is None:
        return [say(words.BACK_BOTH if judged.verdict.accepted else words.BACK_RIGHT)]
    if not judged.back:
        return [say(words.BACK_NONE)]
    said = say(words.BACK_ONE, mistake=plain.mistakes(judged.back))
    return [said, *_what_is_right(asked, judged.back[0])]


def _by_line(asked: Asked, judged: Judged) -> list[str]:
    typed = [line for line in judged.lines if line.outcome != "empty"]
    if not typed:
        return []
    said = [_of_line(asked.item, line) for line in typed]
    if judged.first_wrong:
        return [say(words.FIRST_WRONG, line=plain.line(judged.first_wrong, asked.item)), *said]
    if all(line.outcome in ("right", "rounded") for line in typed):
        return [say(words.ALL_RIGHT), *said]
    return said


def _of_line(item: Item, line: LineVerdict) -> str:
    name = plain.capitalised(plain.line(line.key, item))
    if line.outcome == "unreadable":
        return say(words.LINE_SAID, line=name, said=say(REFUSALS[line.reason]))
    numbers = {}
    if line.source:
        numbers["source"] = plain.line(line.source, item)
    if line.mistakes:
        numbers["mistakes"] = plain.mistakes(line.mistakes)
    return say(words.LINE_SAID, line=name, said=say(words.LINE_OUTCOMES[line.outcome], **numbers))
