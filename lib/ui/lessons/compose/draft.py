"""What is chosen on Compose: the network, or sizes that do not fit together yet.

Sizes that fit are the network at once. Those that do not are kept beside it until they do, until
the network is another one, or until they are given up.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import streamlit as st

from lib.network import Architecture
from lib.network.fits import ArchitectureError
from lib.scenario import recomposed
from lib.ui.state import choice, keys, session

_SEED = 1
"""New numbers are drawn from it: the same choice gives the same numbers to everybody."""


def fields() -> dict[str, Any]:
    """Each field of the architecture as it is chosen."""
    return {**asdict(session.scenario().architecture), **_kept()[0]}


def last_changed() -> str:
    """The field whose change made sizes that do not fit together; empty where all fit."""
    return _kept()[1]


def _kept() -> tuple[dict[str, Any], str]:
    """Sizes that do not fit together, if they were chosen beside the network that is shown."""
    of, chosen, name = st.session_state.get(keys.COMPOSING, (None, {}, ""))
    return (chosen, name) if of == session.scenario().architecture else ({}, "")


def fault() -> ArchitectureError | None:
    """Why the chosen sizes make no network; None where they do."""
    try:
        Architecture(**fields())
    except ArchitectureError as error:
        return error
    return None


def take(name: str, key: str) -> None:
    """Take a field from its widget, if that is still the one on the page and not empty."""
    if key != choice.key_of(keys.composed(name)) or st.session_state[key] is None:
        return
    chosen = {**fields(), name: st.session_state[key]}
    if chosen["head"] == "softmax" and name == "head":
        chosen["outputs"] = max(2, chosen["outputs"])
    net = session.scenario().architecture
    st.session_state[keys.COMPOSING] = (net, chosen, name)
    try:
        new = Architecture(**chosen)
    except ArchitectureError:
        return
    forget()
    if new != net:
        session.replace_numbers(recomposed(session.scenario(), new, _SEED), "network")


def forget() -> None:
    """Give up sizes that do not fit."""
    st.session_state.pop(keys.COMPOSING, None)


def back_to_notes() -> None:
    """Go back to the notes' network and the numbers it had."""
    forget()
    session.replace_numbers(session.scenario().with_network(None), "network")
