"""The one scenario of this browser tab: read from the link, moved by the sliders."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Literal, cast
from uuid import uuid4

import streamlit as st

from lib.scenario import PROBES, Scenario, decode, encode, preset, randomised, with_numbers_of
from lib.text import Language, Text, language_of_locale
from lib.training import Run
from lib.ui.state import history, keys, own_images
from lib.ui.state.move import NUMBERS, applied_to

LINK, SEED = "s", "seed"
_REMEMBERED_LINKS = 200


def start() -> None:
    """Take the scenario from the address at the first run, and whenever another one was put in.

    The address bar follows the scenario with a delay, so a run may still see one of the links that
    this tab wrote before; only a link from outside is taken. ``?seed=4711``, with or without one,
    draws the numbers from that seed, once.
    """
    state = st.session_state
    first = keys.SCENARIO not in state
    if first:
        language = language_of_locale(st.context.locale)
        state[keys.SCENARIO] = replace(preset("notes"), language=language)
        state[keys.REVISIONS] = {}
        state[keys.WRITTEN_LINKS] = {}
        state[keys.BAD_LINK] = None
    link, seed = st.query_params.get(LINK), st.query_params.get(SEED)
    asked = (link, seed)
    if asked == state[keys.BAD_LINK]:
        return
    state[keys.BAD_LINK] = None
    drawn = seed is None or seed == state.get(keys.DRAWN_SEED)
    state[keys.DRAWN_SEED] = seed
    known = link is None or link in state[keys.WRITTEN_LINKS]
    if known and drawn:
        return
    try:
        new = scenario() if link is None or known else decode(link)
        if seed is not None and not drawn:
            new = randomised(new, _read_seed(seed))
    except ValueError:
        state[keys.BAD_LINK] = asked
        return
    if not take_from_outside(new, "link"):
        state[keys.BAD_LINK] = asked
    elif link is not None:
        _remember(link)
    if first:
        history.forget()  # the notes' numbers, which stood there for no time


def _read_seed(text: str) -> int:
    """The seed in the address.

    Raises:
        ValueError: anything but digits; :func:`randomised` looks at the range.
    """
    if not re.fullmatch("[0-9]{1,6}", text):
        raise ValueError("seed")
    return int(text)


def take_from_outside(new: Scenario, cause: Literal["link", "file"]) -> bool:
    """Take a scenario from a link or a file; False, and no change, if it allows no training run."""
    asked, new = new, _with_data(new)
    trained = new.architecture.has_dense and new.training.data != "own"
    if trained and new.training != scenario().training:
        try:
            Run(new.training)
        except ValueError:
            return False
    st.session_state[keys.ARRIVALS] = arrivals() + 1
    st.session_state[keys.INSTEAD_OF_OWN] = None if new is asked else new.training
    replace_numbers(new, cause)
    return True


def images_missing() -> bool:
    """Whether the run on digits stands for one on own images that came without them."""
    return bool(scenario().training == st.session_state.get(keys.INSTEAD_OF_OWN))


def arrivals() -> int:
    """How many links and files from outside were taken."""
    return cast(int, st.session_state.get(keys.ARRIVALS, 0))


def _with_data(new: Scenario) -> Scenario:
    """The learner's own images are in no link: without them, a run on digits from step 0."""
    if new.training.data != "own" or own_images.complete(new.training.class_count):
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


def replace_numbers(new: Scenario, cause: str) -> None:
    """Replace the scenario by one with other numbers: what all but a hand on a slider calls.

    Args:
        new: the scenario as it is to be, its choices included.
        cause: what brings the numbers, a key of ``lib.text.sidebar.UNDO``: the button that brings
            the old ones back says it.
    """
    history.remember(scenario(), new, cause)
    put(new)


def rename(name: str) -> None:
    """Give the numbers a name.

    Raises:
        ValueError: one that a scenario may not have.
    """
    put(replace(scenario(), name=name))


def undo() -> None:
    """Go back to the numbers before the last change; the choices on the pages stay."""
    before = history.take()
    if before is not None:
        put(with_numbers_of(scenario(), before))


def apply_move(name: str, numbers: list[float]) -> None:
    """Take what the sliders of that name show already. What a scenario refuses changes nothing."""
    try:
        new = applied_to(scenario(), name, numbers)
    except ValueError:
        revisions = st.session_state[keys.REVISIONS]
        revisions[name] = revisions.get(name, 0) + 1  # put the sliders back
        return
    history.remember(scenario(), new, history.MOVE)
    taken = name != NUMBERS or new.numbers == tuple(numbers)
    put(new, by=name if taken else "")  # a class that came puts the other classes' sliders back


def change(**choices: Any) -> None:
    """Change page choices or training; a value that a scenario refuses changes nothing."""
    try:
        put(replace(scenario(), **choices))
    except ValueError:
        return


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
