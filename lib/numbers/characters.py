"""The characters that keyboards, word processors and formulas put into numbers, in ASCII.

``lib/ui/bridge/number.js`` holds the same tables for the browser.
"""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
"""Stands for every space that a typesetter puts between groups of digits."""

_STANDS_FOR = {
    "-": "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d",
    "+": "\ufe62\uff0b",
    ".": "\u3002\uff0e\uff61",
    ",": "\uff0c",
    ";": "\uff1b",
    "'": "\u02bc\u2018\u2019\uff07",
    "%": "\ufe6a\uff05",
    "/": "\u2044\u2215\uff0f",
    "*": "\u00b7\u00d7\u2022\u2219\u22c5\u30fb\uff0a",
    "^": "\uff3e",
    "(": "\uff08",
    ")": "\uff09",
    "[": "\uff3b",
    "]": "\uff3d",
    " ": "\u2000\u2001\u2002\u2003\u3000",
    NO_BREAK: "\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f",
    "\n": "\r\v\f\u0085\u2028\u2029",
    "": "\u200b\u200c\u200d\u200e\u200f\u2060\u2061\ufeff",  # nothing to see
    "e": "\uff25\uff45",
    "x": "\uff38\uff58",
    " 1/2 ": "½",  # in 1½ it does not become 11/2
    " 1/3 ": "⅓",
    " 2/3 ": "⅔",
    " 1/4 ": "¼",
    " 3/4 ": "¾",
    " 1/8 ": "⅛",
    " 3/8 ": "⅜",
    " 5/8 ": "⅝",
    " 7/8 ": "⅞",
}
_ASCII = str.maketrans(
    {there: here for here, all_there in _STANDS_FOR.items() for there in all_there}
    | {chr(0xFF10 + digit): str(digit) for digit in range(10)}
)
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"
_LOWERED = str.maketrans(_RAISED, "0123456789+-")

_LATEX = [
    (re.compile(r"\\\\(?:\[[^\[\]]*\])?"), "\n"),
    (re.compile(r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}"), r" \1/\2 "),
    (re.compile(r"\\(?:cdot|times|ast)"), "*"),
    (re.compile(r"\\[,;:! ]|~"), NO_BREAK),
    (re.compile(r"\\(?:left|right)"), ""),
    (re.compile(r"\{([-+,.])\}"), r"\1"),
    (re.compile(r"\\%"), "%"),
    (re.compile(r"\*\*"), "^"),
]


def in_ascii(text: str) -> str:
    """The text in lower case with ASCII signs for all that mean the same, powers as ``^``."""
    text = text.translate(_ASCII)
    for pattern, instead in _LATEX:
        text = pattern.sub(instead, text)
    text = re.sub(f"[{_RAISED}]+", lambda power: "^" + power[0].translate(_LOWERED), text)
    return text.lower().strip(f" \t\n{NO_BREAK}$")
