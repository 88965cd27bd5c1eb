"""The learner's own examples in this tab: numbers with a name each, to switch between."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import cast

import streamlit as st

from lib.scenario import MOST_EXAMPLES, Scenario, with_numbers_of
from lib.scenario.example import read_examples, write_examples
from lib.scenario.format import parse
from lib.ui.state import keys, session

_LONGEST = 200_000


def kept() -> dict[str, Scenario]:
    """Every example by its name, in the order in which they were first kept."""
    return cast("dict[str, Scenario]", st.session_state.get(keys.EXAMPLES, {}))


def add(new: Iterable[Scenario]) -> bool:
    """Keep these as well, in place of those of the same name; False, and no change, where there
    would be more than ``MOST_EXAMPLES``."""
    together = kept() | {example.name: example for example in new}
    if len(together) > MOST_EXAMPLES:
        return False
    st.session_state[keys.EXAMPLES] = together
    return True


def keep(name: str) -> bool:
    """Keep the present numbers under a name, which they bear from now on; False, and no change,
    where there is no more room.

    Raises:
        ValueError: no name that a scenario may have.
    """
    if not name:
        raise ValueError("name")
    session.rename(name)
    return add([with_numbers_of(Scenario(), session.scenario())])


def as_text() -> str | None:
    """The list for the tab to keep; None where this session has not had any yet."""
    return (
        json.dumps(write_examples(kept().values())) if keys.EXAMPLES in st.session_state else None
    )


def restore(text: str) -> None:
    """Take the list that the tab has kept; anything else changes nothing."""
    if len(text) > _LONGEST:
        return
    try:
        add(read_examples(parse(text)))
    except (ValueError, RecursionError):
        return


def delete() -> None:
    """Keep the example of this name no longer; its numbers stay on the sliders."""
    name = session.scenario().name
    st.session_state[keys.EXAMPLES] = {key: value for key, value in kept().items() if key != name}


def shown() -> str | None:
    """The name of the example whose numbers are on the sliders; None where it is none of them."""
    scenario = session.scenario()
    example = kept().get(scenario.name)
    same = example and example.network == scenario.network and example.numbers == scenario.numbers
    return scenario.name if same else None


def use(name: str) -> None:
    """Put an example's numbers on the sliders."""
    if name in kept():
        numbers = with_numbers_of(session.scenario(), kept()[name])
        session.replace_numbers(numbers, "mine")
