"""The question that is open: whose partial, on which numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import streamlit as st

from lib.derivation import Variable, variable_from_key
from lib.network import GEOMETRY, Architecture
from lib.practice import Instance, Item, Mistake, Progress, Suggestion, next_item
from lib.scenario import Practice, Scenario
from lib.scenario.network import Network
from lib.ui.state import keys, session

_REMEMBERED = 64


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and what has been done about it."""

    practice: Practice
    instance: Instance
    variable: Variable

    @property
    def item(self) -> Item:
        """The partial with everything that its answer is judged against."""
        return self.instance.item(self.variable)

    @property
    def net(self) -> Architecture:
        """The network that is asked about."""
        return self.instance.state.architecture

    @property
    def place(self) -> tuple[Any, ...]:
        """What makes it another question."""
        return self.practice.own, self.practice.seed, self.variable.key


def now() -> Asked:
    """The question of this run."""
    return of(session.scenario())


def of(scenario: Scenario) -> Asked:
    """The question of a scenario: the one in it, or the first one for its progress.

    Who has composed a network practises on it as long as no exercise is open.
    """
    practice = scenario.practice
    if practice.seed is None and scenario.network is not None:
        practice = replace(practice, own=True)
    if practice.own:
        instance = _of_own(scenario.network, scenario.numbers)
        variable = variable_from_key(scenario.variable, scenario.architecture)
        if variable not in instance.variables:
            variable = next(iter(instance.variables), variable)
        return Asked(practice, instance, variable)
    if practice.seed is None:
        practice = _with(practice, _first(practice.progress))
    assert practice.seed is not None
    variable = variable_from_key(practice.variable, GEOMETRY)
    return Asked(practice, _of_seed(practice.seed), variable)


def change(**choices: Any) -> None:
    """Change what has been done about the question."""
    session.change(practice=replace(now().practice, **choices))


def note(mistake: Mistake) -> None:
    """Keep in mind for this sitting that a mistake was named."""
    st.session_state.setdefault(keys.PRACTISE_NAMED, []).append(mistake)


def ask_next() -> None:
    """Go on: where a mistake was named last, on other numbers."""
    practice = now().practice
    progress = Progress.of_text(practice.progress)
    named = st.session_state.get(keys.PRACTISE_NAMED, [])
    seed = -1 if practice.seed is None else practice.seed
    session.change(practice=_with(cleared(practice), next_item(progress, named, seed)))


def ask_on(own: bool) -> None:
    """Ask on the sliders' numbers, or on an exercise's again."""
    practice = cleared(replace(session.scenario().practice, own=own))
    if practice.seed is None and not own:
        practice = _with(practice, _first(practice.progress))
    session.change(practice=practice)


def ask_partial(key: str) -> None:
    """Ask another partial of the sliders' numbers."""
    session.change(practice=cleared(session.scenario().practice), variable=key)


def cleared(practice: Practice) -> Practice:
    """The same with nothing typed and no help open."""
    return replace(practice, answer="", lines=(), back="", hints=0, aided=False, counted=())


def _with(practice: Practice, next_one: Suggestion) -> Practice:
    return replace(
        practice,
        own=False,
        seed=next_one.seed,
        variable=next_one.variable.key,
        skill=next_one.skill,
        mixed=next_one.mixed,
    )


@lru_cache(maxsize=_REMEMBERED)
def _first(progress: str) -> Suggestion:
    return next_item(Progress.of_text(progress))


@lru_cache(maxsize=_REMEMBERED)
def _of_seed(seed: int) -> Instance:
    return Instance.of_seed(seed)


@lru_cache(maxsize=_REMEMBERED)
def _of_own(network: Network | None, numbers: tuple[float, ...]) -> Instance:
    if network is not None:
        return Instance.of_state(network.state())
    return Instance.of_state(Scenario().with_numbers(numbers).state())
