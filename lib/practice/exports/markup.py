r"""Words and formulas as HTML, for programs that set ``\( … \)`` by MathJax."""

from __future__ import annotations

import html
import re

from lib.practice.exports.question import ClassQuestion
from lib.text import sheets as words

_FORMULA = re.compile(r"\$([^$]+)\$")


def as_html(text: str) -> str:
    r"""A text with formulas between dollars as HTML with formulas between ``\(`` and ``\)``."""
    pieces = _FORMULA.split(text)
    return "".join(
        rf"\({html.escape(piece, quote=False)}\)" if at % 2 else html.escape(piece, quote=False)
        for at, piece in enumerate(pieces)
    )


def question_html(question: ClassQuestion, text: str | None = None) -> str:
    """The whole question: the network, its numbers, what is asked."""
    say, language = words, question.language
    parts = [
        f"<p>{as_html(say.TASK.say(language))}</p>",
        f"<p>{as_html(say.NETWORK.say(language))}</p>",
        *(rf"<p>\({html.escape(given, quote=False)}\)</p>" for given in question.given),
        f"<p>{as_html(text or question.text)}</p>",
    ]
    return "".join(parts)
