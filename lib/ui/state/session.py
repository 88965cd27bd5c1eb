"""The one scenario of this browser tab: read from the link, moved by the sliders."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, cast
from uuid import uuid4

import streamlit as st

from lib.scenario import PROBES, LinkError, Scenario, decode, encode, preset
from lib.text import Language, Text, language_of_locale
from lib.training import Run
from lib.ui.state import keys, own_images
from lib.ui.state.move import NUMBERS, applied_to

LINK = "s"
_REMEMBERED_LINKS = 200


def start() -> None:
    """Take the scenario from the link at the first run, and whenever somebody put another link in.

    The address bar follows the scenario with a delay, so a run may still see one of the links that
    this tab wrote before; only a link from outside is taken.
    """
    state = st.session_state
    if keys.SCENARIO not in state:
        language = language_of_locale(st.context.locale)
        state[keys.SCENARIO] = replace(preset("notes"), language=language)
        state[keys.REVISIONS] = {}
        state[keys.WRITTEN_LINKS] = {}
        state[keys.BAD_LINK] = None
    link = st.query_params.get(LINK)
    if link == state[keys.BAD_LINK]:
        return
    state[keys.BAD_LINK] = None
    if link is None or link in state[keys.WRITTEN_LINKS]:
        return
    try:
        new = decode(link)
    except LinkError:
        state[keys.BAD_LINK] = link
        return
    if take_from_outside(new):
        _remember(link)
    else:
        state[keys.BAD_LINK] = link


def take_from_outside(new: Scenario) -> bool:
    """Take a scenario from a link or a file; False, and no change, if it allows no training run."""
    new = _with_data(new)
    if new.training != scenario().training and new.training.data != "own":
        try:
            Run(new.training)
        except ValueError:
            return False
    put(new)
    return True


def _with_data(new: Scenario) -> Scenario:
    """The learner's own images are in no link: without them, a run on digits from step 0."""
    if new.training.data != "own" or own_images.complete():
        return new
    return replace(new, training=replace(new.training, data="digits"), step=0, rate_changes=())


def scenario() -> Scenario:
    """The scenario as it stands in this run."""
    return cast(Scenario, st.session_state[keys.SCENARIO])


def put(new: Scenario, by: str = "") -> None:
    """Replace the scenario; all sliders but those it was moved ``by`` take their new numbers."""
    old = scenario()
    st.session_state[keys.SCENARIO] = new
    revisions = st.session_state[keys.REVISIONS]
    for name in (NUMBERS, "label", *PROBES):
        if getattr(new, name) != getattr(old, name) and name != by:
            revisions[name] = revisions.get(name, 0) + 1


def apply_move(name: str, numbers: list[float]) -> None:
    """Take what the sliders of that name show already. What a scenario refuses changes nothing."""
    try:
        new = applied_to(scenario(), name, numbers)
    except ValueError:
        revisions = st.session_state[keys.REVISIONS]
        revisions[name] = revisions.get(name, 0) + 1  # put the sliders back
        return
    put(new, by=name)


def change(**choices: Any) -> None:
    """Change page choices or training; a value that a scenario refuses changes nothing."""
    try:
        put(replace(scenario(), **choices))
    except ValueError:
        return


def take_choice(choice: str, widget: str) -> None:
    """Take a choice from the widget of that key: what its ``on_change`` calls."""
    change(**{choice: st.session_state[widget]})


def identity() -> str:
    """A name for this tab's session that no other one has."""
    return str(st.session_state.setdefault(keys.SESSION, uuid4().hex))


def revision(name: str) -> int:
    """A count that grows whenever anything but the sliders of that name sets their numbers."""
    return cast(int, st.session_state[keys.REVISIONS].get(name, 0))


def link() -> str:
    """The scenario as the link's parameter; remembered as this tab's own."""
    text = encode(scenario())
    _remember(text)
    return text


def bad_link() -> bool:
    """Whether the link in the address bar could not be read."""
    return st.session_state[keys.BAD_LINK] is not None


def language() -> Language:
    """The language of the page."""
    return scenario().language


def say(text: Text, **numbers: object) -> str:
    """The text in the language of the page."""
    return text.say(language(), **numbers)


def named(texts: Mapping[Any, Text]) -> Callable[[Any], str]:
    """Each option's name in the language of the page, said once: a widget's ``format_func``."""
    return {option: say(text) for option, text in texts.items()}.__getitem__


def _remember(text: str) -> None:
    written = st.session_state[keys.WRITTEN_LINKS]
    written.pop(text, None)
    written[text] = True
    while len(written) > _REMEMBERED_LINKS:
        del written[next(iter(written))]
