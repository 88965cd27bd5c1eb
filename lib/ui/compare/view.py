"""All the runs as they are at this step: small multiples of their losses, a map of their ends."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import streamlit as st

from lib.derivation import computed_number, plain_number
from lib.network import NOTES, Architecture
from lib.network.validate import Array
from lib.text import compare as words
from lib.text import training as common
from lib.text import training_views
from lib.training import Results, Sweep, most_runs, thin
from lib.ui.compare import pins
from lib.ui.components import result_maps, small_multiples, trained
from lib.ui.components.description import describe
from lib.ui.follow.page import Page
from lib.ui.state import choice, compare_run, keys, session
from lib.ui.state.session import say

_POINTS = 4096
"""Points of all lines together; at least 32 of each."""
_SMALLEST = 1e-6


def draw_intro() -> bool:
    """What is compared; False where it cannot be."""
    net = session.scenario().architecture
    if not trained.told():
        return False
    if net == NOTES:
        st.markdown(say(words.INTRO))
        return True
    network = describe(net, session.language())
    st.markdown(say(words.INTRO_OF_ANY, network=network, most=most_runs(net)))
    return True


def draw_live(sweep: Sweep) -> None:
    """Progress, and every run at its newest step."""
    runs, goal = len(sweep.setups), compare_run.goal()
    done = min(1.0, sweep.step / goal) if goal else 0.0
    st.progress(done, say(words.PROGRESS, runs=runs, step=sweep.step, goal=goal))
    if not sweep.step:
        return
    results, coin = sweep.results(), coin_loss(sweep.setups[0].architecture)
    draw_curves(sweep, results, coin)
    draw_map(sweep, results, coin)


def draw_curves(sweep: Sweep, results: Results, coin: float) -> None:
    """One panel per learning rate, one line per run, and the loss of answering alike."""
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        st.subheader(say(words.CURVES), width="content")
        log = st.toggle(
            say(words.LOG),
            width="content",
            **choice.widget("comparison.log_loss"),
        )
    net = sweep.setups[0].architecture
    about = words.CURVES_NOTE if net == NOTES else words.CURVES_NOTE_OF_ANY
    st.caption(say(about, step=sweep.step, coin=f"{coin:.3f}"))
    rates, kinds = _values(sweep, "learning_rate"), _values(sweep, "optimiser")
    losses, points = sweep.batch_loss, max(32, _POINTS // len(sweep.setups))
    pinned = pins.letters()
    panels = []
    for rate in rates:
        members = [k for k, setup in enumerate(sweep.setups) if setup.learning_rate == rate]
        lines = []
        for k in members:
            setup, curve = sweep.setups[k], losses[:, k]
            shown = thin(curve, points)
            lines.append(
                small_multiples.Line(
                    shown.tolist(),
                    [float(f"{loss:.4g}") for loss in curve[shown].tolist()],
                    f"{say(training_views.OPTIMISER_NAMES[setup.optimiser])}, "
                    f"{say(words.SEED, seed=setup.initial_seed)}",
                    kinds.index(setup.optimiser),
                    pinned.get(k, ""),
                )
            )
        ends, gone = results.train_loss[members], int(results.diverged[members].sum())
        spoken = say(
            words.PANEL_SPOKEN,
            rate=plain_number(rate, 6),
            low=computed_number(float(ends.min()), 3),
            high=computed_number(float(ends.max()), 3),
            diverged=gone,
            runs=len(members),
        )
        note = say(words.SOME_DIVERGED, diverged=gone) if gone else ""
        panels.append(small_multiples.Panel(f"η = {plain_number(rate, 6)}", spoken, note, lines))
    names = [say(training_views.OPTIMISER_NAMES[kind]) for kind in kinds]
    small_multiples.draw(panels, _axes(losses, log, coin), names, keys.COMPARE_CURVES)


def draw_map(sweep: Sweep, results: Results, coin: float) -> None:
    """Final losses, learning rate × seed, one table per optimiser; a click pins a run."""
    st.subheader(say(words.MAP))
    net = sweep.setups[0].architecture
    note = words.MAP_NOTE if net == NOTES else words.MAP_NOTE_OF_ANY
    st.caption(say(note, letter=pins.next_letter(), coin=f"{coin:.3f}"))
    rates, seeds = _values(sweep, "learning_rate"), _values(sweep, "initial_seed")
    strengths, pinned = _strengths(results, coin), pins.letters()
    tables = []
    for kind in _values(sweep, "optimiser"):
        members = [k for k, setup in enumerate(sweep.setups) if setup.optimiser == kind]
        cells = []
        for k in members:
            gone, loss = bool(results.diverged[k]), computed_number(float(results.train_loss[k]), 3)
            text = f"✕ {say(words.DIVERGED)}" if gone else loss
            spoken = f"{pins.name_of(sweep.setups[k])}: {text}"
            cells.append(
                result_maps.Cell(str(k), text, spoken, strengths[k], pinned.get(k, ""), gone)
            )
        tables.append(
            result_maps.Table(
                say(training_views.OPTIMISER_NAMES[kind]),
                say(words.CORNER),
                [str(seed) for seed in seeds],
                [plain_number(rate, 6) for rate in rates],
                cells,
            )
        )
    result_maps.draw(tables, keys.COMPARE_MAP, pins.pick)


def _values(sweep: Sweep, name: str) -> list[Any]:
    """What differs between the runs, in their order."""
    return list(dict.fromkeys(getattr(setup, name) for setup in sweep.setups))


def coin_loss(net: Architecture) -> float:
    """The loss of a network that says the same of every image: ½, or all classes alike."""
    match net.head:
        case "softmax":
            return math.log(net.outputs)
        case "cross_entropy":
            return net.outputs * math.log(2.0)
        case _:
            return net.outputs / 4


def _strengths(results: Results, coin: float) -> list[float]:
    """The colour of each run, even in logarithms: 1 for the lowest loss, 0 from a coin's up."""
    loss = np.clip(np.nan_to_num(results.train_loss, nan=coin, posinf=coin), _SMALLEST, coin)
    depth = np.log(coin / loss)
    depth[results.diverged] = 0.0
    deepest = float(depth.max())
    return [float(d / deepest) if deepest else 0.0 for d in depth]


def _axes(losses: Array, log: bool, coin: float) -> small_multiples.Axes:
    """The same axes for all panels: high enough for every start; no divergence sets them."""
    finite = losses[np.isfinite(losses)]
    start = float(np.nanmax(losses[0]))
    high = max(1.0, math.ceil(10 * min(start, 5.0)) / 10)
    low = 0.0
    if log:
        lowest = max(_SMALLEST, float(finite.min()))
        low = 10.0 ** math.floor(math.log10(min(lowest, 0.1)))
    ends = (plain_number(low, 3), plain_number(high, 3))
    return small_multiples.Axes(
        max(1, len(losses) - 1), low, high, log, coin, ends, say(common.STEPS)
    )


PAGE = Page(
    "compare",
    words.IN_MENU,
    ":material/compare_arrows:",
    "experiment",
    on_the_way=words.ON_THE_WAY,
    uses_numbers=False,
    old_paths=("sweep",),
)
