"""What to train at once, and how all of it is doing: choices, progress, small multiples, a map."""

from __future__ import annotations

from typing import cast

import streamlit as st

from lib.derivation import plain_number
from lib.scenario import Comparison
from lib.scenario.kinds import Number
from lib.scenario.limits import MOST_RATES
from lib.scenario.record import kinds_of
from lib.text import compare as words
from lib.text import training_views
from lib.training import CHOICES, RANGES, most_runs
from lib.ui.state import choice, compare_run, keys, session
from lib.ui.state.session import named, say

LISTED_RATES = (
    *(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5),
    *(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0),
)
_KINDS = kinds_of(Comparison)
_RATES = "comparison.learning_rates"


def draw_choices() -> None:
    """Optimisers and learning rates."""
    state = st.session_state
    left, right = st.columns(2, gap="medium")
    with left:
        st.pills(
            say(words.OPTIMISERS),
            CHOICES["optimiser"],
            selection_mode="multi",
            format_func=named(training_views.OPTIMISER_NAMES),
            **choice.widget("comparison.optimisers"),
            wrap=True,
        )
    with right:
        st.multiselect(
            say(words.RATES),
            sorted({*LISTED_RATES, *compare_run.choices().learning_rates}),
            format_func=_rate_name,
            accept_new_options=True,
            max_selections=MOST_RATES,
            help=say(words.RATES_HELP),
            wrap=True,
            **choice.widget(_RATES) | {"on_change": read_rates, "args": ()},
        )
    if message := state.pop(keys.COMPARE_MESSAGE, None):
        st.warning(say(message), icon=":material/info:")


def draw_buttons() -> None:
    """Seeds, steps, how many runs that makes, and the way to start and to stop them."""
    setups, running = compare_run.chosen(), compare_run.running()
    optimisers, rates, seeds = compare_run.counts()
    numbers = {
        "optimisers": optimisers,
        "rates": rates,
        "seeds": seeds,
        "runs": optimisers * rates * seeds,
    }
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        _whole("first_seed", say(words.FIRST_SEED), say(words.FIRST_SEED_HELP))
        _whole("seed_count", say(words.SEED_COUNT))
        _whole("steps", say(words.STEPS))
        if running:
            st.button(
                say(words.STOP),
                icon=":material/stop:",
                type="primary",
                key=keys.COMPARE_STOP,
                on_click=compare_run.stop,
            )
        elif _done():
            st.button(
                say(words.DONE),
                icon=":material/check:",
                key=keys.COMPARE_DONE,
                help=say(words.DONE_HELP),
                disabled=True,
            )
        else:
            st.button(
                _start_label(numbers["runs"]),
                icon=":material/play_arrow:",
                type="primary",
                key=keys.COMPARE_START,
                on_click=compare_run.start,
                disabled=setups is None,
            )
    if setups is not None:
        st.caption(say(words.COUNT, **numbers))
    elif not numbers["runs"]:
        st.warning(say(words.NOTHING_CHOSEN), icon=":material/info:")
    else:
        most = most_runs(session.scenario().architecture)
        st.warning(say(words.TOO_MANY, most=most, **numbers), icon=":material/info:")
    if session.scenario().training.initial in ("given", "zeros"):
        st.caption(say(words.SEEDS_IDLE))
    if compare_run.current() is not None and not running and not compare_run.is_of(setups):
        st.info(say(words.EARLIER), icon=":material/history:")


def _start_label(runs: int) -> str:
    sweep = compare_run.current()
    if sweep is not None and sweep.step and compare_run.is_of(compare_run.chosen()):
        return say(words.GO_ON, steps=compare_run.goal())
    return say(words.START, runs=runs)


def _done() -> bool:
    """Whether just these runs have come to just this step already."""
    sweep = compare_run.current()
    if sweep is None or sweep.step < compare_run.goal():
        return False
    return compare_run.is_of(compare_run.chosen())


def _whole(field: str, label: str, told: str | None = None) -> None:
    """A whole number of the comparison, in the range that its field holds."""
    kind = cast(Number, _KINDS[field])
    st.number_input(
        label,
        int(kind.low),
        int(kind.high),
        step=1,
        help=told,
        width=140,
        **choice.widget(f"comparison.{field}"),
    )


def _rate_name(rate: float | str) -> str:
    """A rate as the chips show it; a typed one that is not yet read, as it is."""
    return rate if isinstance(rate, str) else plain_number(rate, 6)


def read_rates() -> None:
    """Make numbers of what was typed; leave out what is none, and say so."""
    state = st.session_state
    rates = set()
    for rate in state[keys.choice(_RATES)]:
        try:
            number = float(rate)
        except ValueError:
            number = 0.0
        if 0.0 < number <= RANGES["learning_rate"].highest:
            rates.add(number)
        else:
            state[keys.COMPARE_MESSAGE] = words.BAD_RATE
    compare_run.choose(learning_rates=sorted(rates))
