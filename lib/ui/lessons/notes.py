"""The notes themselves: N1 to N13, the symbols and signs, and the glossary."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import zip_longest

import streamlit as st

from lib.derivation.notes import equations
from lib.text import Language, Text
from lib.text import notes as words
from lib.text.glossary import GLOSSARY
from lib.ui.components import formula
from lib.ui.follow.page import Page
from lib.ui.state import session
from lib.ui.state.session import say

PAGE = Page(
    "notes",
    words.IN_MENU,
    ":material/menu_book:",
    "learn",
    on_the_way=words.ON_THE_WAY,
    equations="N1–N13",
    uses_numbers=False,
    about="lesson",
)
_LESSONS = {
    **dict.fromkeys(("N1", "N2", "N3", "N4", "N5"), "cross_entropy"),
    **dict.fromkeys(("N6", "N7"), "sigmoid"),
    "N8": "forward",
    **dict.fromkeys(("N9", "N10", "N11", "N12", "N13"), "backward"),
}
"""The name of the page that shows an equation with its numbers."""
_PARTS = {
    "equations": words.EQUATIONS,
    "errata": words.ERRATA,
    "symbols": words.SYMBOLS,
    "why": words.WHY,
    "signs": words.SIGNS,
    "glossary": words.GLOSSARY,
}


def draw_contents() -> None:
    """A link to each part of the page and to each equation."""
    parts = [f"[{say(title)}](#{name})" for name, title in _PARTS.items()]
    labels = [f"[{label}](#{label.lower()})" for label in words.NAMES]
    st.markdown(f"{say(words.CONTENTS)}: {' · '.join(parts)}\n\n{' · '.join(labels)}")


def draw_equations(link_to_page: Callable[[str], None]) -> None:
    """Each equation under an anchor of its own; ``link_to_page`` draws the way to its lesson."""
    _heading("equations")
    st.markdown(say(words.OTHERS))
    shown = equations(session.scenario().with_network(None).state())
    for equation, after in zip_longest(shown, shown[1:]):
        label = equation.label
        title = f"{label} · {say(words.NAMES[label])}"
        st.subheader(title, anchor=label.lower())
        lines = [formula.inline(line) for line in equation.lines]
        st.markdown("\n\n".join([*lines, say(words.MEANINGS[label])]))
        if after is None or _LESSONS[after.label] != _LESSONS[label]:
            link_to_page(_LESSONS[label])


def draw_signs() -> None:
    """Errata, symbols, why they are what they are, and what stands for what on the screen."""
    _heading("errata")
    st.markdown(say(words.ERRATA_INTRO))
    _table(
        (words.PRINTED, words.READ, words.REMARK),
        ((printed, read, say(why)) for printed, read, why in words.ERRATA_ROWS),
    )
    _heading("symbols")
    _table(
        (words.SYMBOL, words.COUNT, words.MEANING),
        ((symbol, count, say(meaning)) for symbol, count, meaning in words.SYMBOL_ROWS),
    )
    _heading("why")
    _list(map(say, words.WHY_ROWS))
    _heading("signs")
    _list(map(say, words.SIGN_ROWS))


def draw_glossary() -> None:
    """Every term with its meaning, and what the other language calls it."""
    _heading("glossary")
    other: Language = "en" if session.language() == "zh" else "zh"
    _list(
        f"**{say(term.name)}** ({term.name.say(other)}): {say(term.meaning)}"
        for term in GLOSSARY.values()
    )


def _heading(name: str) -> None:
    st.subheader(say(_PARTS[name]), anchor=name, divider="gray")


def _table(heads: Iterable[Text], rows: Iterable[tuple[str, ...]]) -> None:
    lines = [tuple(map(say, heads)), ("---", "---", "---"), *rows]
    st.markdown("\n".join(f"| {' | '.join(line)} |" for line in lines))


def _list(lines: Iterable[str]) -> None:
    st.markdown("\n".join(f"- {line}" for line in lines))
