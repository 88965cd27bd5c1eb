"""What is told of sizes that do not fit together: why, and which would."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from lib.network.fits import ArchitectureError
from lib.text import compose as words
from lib.text.language import Text
from lib.ui.lessons.compose import draft
from lib.ui.state import keys, session
from lib.ui.state.session import say


def draw() -> None:
    """The sentence, and the way back; nothing where all sizes fit."""
    error = draft.fault()
    if error is None:
        return
    st.warning(f"{sentence(error, draft.fields()).say(session.language())} {say(words.STAYS)}")
    st.button(
        say(words.FORGET), key=keys.COMPOSE_FORGET, icon=":material/undo:", on_click=draft.forget
    )


def sentence(error: ArchitectureError, chosen: Mapping[str, Any]) -> Text:
    """What is wrong, and each size that would do with all others as they are."""
    told = words.FAULTS[error.id].filled(**error.numbers)
    fitting = [
        words.FIT.filled(field=words.FIELDS[name], numbers=_or(numbers))
        for name, numbers in error.fits.items()
        if chosen[name] not in numbers
    ]
    rest = words.FITS.filled(sizes=_list(fitting)) if fitting else words.NO_FIT
    return Text(f"{told.en} {rest.en}", f"{told.zh}{rest.zh}")


def _or(numbers: tuple[int, ...]) -> Text:
    *some, last = map(str, numbers)
    if not some:
        return Text(last, last)
    return words.OR.filled(some=Text(", ".join(some), "、".join(some)), last=last)


def _list(texts: list[Text]) -> Text:
    return Text("; ".join(text.en for text in texts), "；".join(text.zh for text in texts))
