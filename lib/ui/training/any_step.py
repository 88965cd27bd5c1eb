"""Time travel: any step of the run again, why a weight moved there, and the way to Backward."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import streamlit as st

from lib.derivation import computed_number
from lib.derivation.number import latex_number
from lib.network.places import Variable, weights_of
from lib.network.validate import Array
from lib.text import training_views as words
from lib.training import Run, RunState, gradients_by_image, weight_update
from lib.ui.bridge.component import picked
from lib.ui.components import formula, thumbnails, weight_tiles
from lib.ui.components.weight_tiles import symbols_of
from lib.ui.state import choice, keys, session
from lib.ui.state.session import say
from lib.ui.training import verdict
from lib.ui.training.send import send

_SHOWN = 16


def draw(run: Run, go: Callable[[], None]) -> None:
    """A step, a weight, and where its move came from."""
    if not run.step:
        st.info(say(words.NO_STEP), icon=":material/history:")
        return
    last = run.step - 1
    left, right = st.columns([5, 2], vertical_alignment="bottom")
    page = session.scenario().training_page
    step = last if page.travel_step is None else min(page.travel_step, last)
    if last:
        shown = choice.widget("training_page.travel_step", value=step)
        left.slider(say(words.AT_STEP), 0, last, **shown)
    symbols = symbols_of(run.setup.architecture)
    weight = right.selectbox(
        say(words.WEIGHT),
        range(len(symbols)),
        format_func=symbols.__getitem__,
        **choice.widget(
            "training_page.travel_weight", value=min(page.travel_weight, len(symbols) - 1)
        ),
    )
    state = run.at(step)
    weight_tiles.draw(run.setup.architecture, state.weights, 3, keys.ANY_STEP_WEIGHTS)
    left, right = st.columns(2, gap="large")
    with left:
        _draw_rule(run, state, weight)
    with right:
        _draw_batch(run, state, weight, symbols[weight], go)


def _draw_rule(run: Run, state: RunState, weight: int) -> None:
    """The optimiser's rule, symbols and numbers, and what it came to."""
    # a step moves a weight by less than three digits show
    precision = max(6, session.scenario().precision)
    update = weight_update(run.setup, state, weight)
    st.markdown(
        "**"
        + say(
            words.MOVED,
            step=state.step,
            symbol=formula.name(_variable(run, weight), run.setup.architecture),
            change=computed_number(update.change, precision),
            before=computed_number(update.before["w"], precision),
            after=computed_number(update.after["w"], precision),
        )
        + "**"
    )
    st.caption(say(words.RULE))
    lines = update.lines(lambda number: latex_number(number, precision))
    for rule, numbers in zip(update.rule, lines, strict=True):
        st.markdown(rf"$\displaystyle {rule}$")
        st.markdown(rf"$\displaystyle \phantom{{w}} = {numbers}$")


def _variable(run: Run, weight: int) -> Variable:
    return weights_of(run.setup.architecture)[weight]


def _slopes(run: Run, state: RunState, weight: int) -> Array:
    """∂L/∂w of every image of the batch, shape (n,)."""
    images = run.dataset.train_images[state.batch]
    labels = run.dataset.train_labels[state.batch]
    net = run.setup.architecture
    _, gradients = gradients_by_image(state.weights, images, labels, net)
    return np.asarray(gradients[:, weight])


def _draw_batch(run: Run, state: RunState, weight: int, name: str, go: Callable[[], None]) -> None:
    """The derivations of the batch together: which images pulled hardest, and one to open."""
    precision = session.scenario().precision
    slopes = _slopes(run, state, weight)
    total = run.setup.batch_loss == "sum"
    whole = float(slopes.sum() if total else slopes.mean())
    st.caption(say(words.WHY))
    st.markdown(
        say(
            words.SUM_OF if total else words.MEAN_OF,
            partial=formula.partial_name(_variable(run, weight), run.setup.architecture),
            count=len(slopes),
            whole=computed_number(whole, precision),
        )
    )
    hardest = np.argsort(-np.abs(slopes))[:_SHOWN]
    numbers = [int(state.batch[place]) for place in hardest]
    wanted = session.scenario().training_page.travel_image
    chosen = wanted if wanted in numbers else numbers[0]
    tiles = [
        thumbnails.Picture(
            key=str(number),
            pixels=thumbnails.pixels_of(run.dataset.train_images[number]),
            lines=[computed_number(float(slopes[place]), 3)],
            spoken=say(
                words.PULL_SPOKEN,
                number=number,
                label=verdict.label_of(run, run.dataset.train_labels[number]),
                symbol=name,
                gradient=computed_number(float(slopes[place]), 3),
            ),
            open=number == chosen,
        )
        for place, number in zip(hardest, numbers, strict=True)
    ]
    thumbnails.draw(tiles, keys.ANY_STEP_PICTURES, on_pick=lambda: _pick(numbers))
    if run.setup.l1 or run.setup.l2:
        g = float(state.gradient[weight])
        st.markdown(
            say(
                words.PENALTY_ADDS,
                penalty=computed_number(g - whole, precision),
                total=computed_number(g, precision),
            )
        )
    label = run.dataset.train_labels[chosen]
    st.caption(say(words.CHOSEN, number=chosen, label=verdict.label_of(run, label)))
    if st.button(say(words.TO_BACKWARD), icon=":material/arrow_back:"):
        session.change(variable=_variable(run, weight).key)
        send(state.weights, run.dataset.train_images[chosen], label, go)


def _pick(numbers: list[int]) -> None:
    key = picked(st.session_state.get(keys.ANY_STEP_PICTURES))
    if key in map(str, numbers):
        choice.change("training_page", travel_image=int(key))
