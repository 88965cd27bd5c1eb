"""A verdict in words. A mistake is never worded as a fact: it *would explain* the number."""

from __future__ import annotations

from lib.derivation import symbol_of
from lib.derivation.variable import Network
from lib.practice.verdict import Verdict
from lib.text import Language
from lib.text import practice as words


def say_verdict(verdict: Verdict, network: Network, language: Language) -> str:
    """One or two sentences on an answer, with formulas between dollars."""
    gap = " " if language == "en" else ""
    between = words.BETWEEN.say(language) + gap
    named = between.join(mistake.words(language) for mistake in verdict.mistakes)
    said = [_first(verdict, named, language)]
    if verdict.accepted and named:
        said.append(words.CHECK.say(language, mistake=named))
    if verdict.question is not None:
        symbol = symbol_of(verdict.question, network)
        said.append(words.QUESTION.say(language, symbol=symbol))
    return gap.join(said)


def _first(verdict: Verdict, named: str, language: Language) -> str:
    match verdict.outcome:
        case "right":
            if verdict.digits < 2:
                return words.RIGHT_PLAIN.say(language)
            return words.RIGHT.say(language, digits=verdict.digits)
        case "rounded":
            return words.ROUNDED.say(language)
        case "named":
            return words.NAMED.say(language, mistake=named)
        case "ask":
            if len(verdict.mistakes) == 1:
                return words.PERHAPS.say(language, mistake=named)
            return words.ONE_OF.say(language, mistakes=named)
        case "more_digits":
            return words.MORE_DIGITS.say(language)
        case "unknown":
            return words.UNKNOWN.say(language)
        case "unreadable":
            return words.UNREADABLE.say(language)
        case "unjudged":
            return words.UNJUDGED.say(language)
