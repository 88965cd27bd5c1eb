"""The training page's frame: buttons, the live picture, and the views beside it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import streamlit as st

from lib.derivation import computed_number
from lib.network import NOTES
from lib.text import training as words
from lib.text import training_views
from lib.training import Run
from lib.ui.components import one_of, trained, weight_tiles
from lib.ui.components.description import describe
from lib.ui.follow import address
from lib.ui.follow.page import Page
from lib.ui.state import choice, keys, session, training_run
from lib.ui.state.session import say
from lib.ui.training import any_step, curves, gallery, landscape, weights

LIVE = {"curves": curves.draw, "weights": weights.draw, "gallery": gallery.draw}
"""The views that follow the run frame by frame; the others are drawn when the page is."""


def draw_intro() -> bool:
    """What is trained; False where it cannot be."""
    net = session.scenario().architecture
    if not trained.told():
        return False
    if net == NOTES:
        st.markdown(say(words.INTRO))
        return True
    network = describe(net, session.language())
    st.markdown(say(words.INTRO_OF_ANY, network=network, weights=net.parameter_count))
    told = [say(words.FITS_SEVERAL if net.outputs > 1 else words.FITS[net.head])]
    if net.channels > 1:
        told.append(say(words.GREY))
    st.caption(" ".join(told))
    return True


def draw_buttons() -> None:
    """Play or pause, one step, reset."""
    playing = training_run.playing()
    with st.container(horizontal=True, gap="small"):
        st.button(
            say(words.PAUSE if playing else words.PLAY),
            icon=":material/pause:" if playing else ":material/play_arrow:",
            type="primary",
            key=keys.TRAINING_PAUSE if playing else keys.TRAINING_PLAY,
            on_click=training_run.pause if playing else training_run.play,
        )
        st.button(
            say(words.STEP),
            icon=":material/skip_next:",
            on_click=training_run.advance,
            args=(1,),
            disabled=playing,
        )
        st.button(
            say(words.RESTART),
            icon=":material/restart_alt:",
            help=say(words.RESTART_HELP),
            key=keys.TRAINING_RESTART,
            on_click=training_run.reset,
        )


def draw_view_choice() -> str:
    """Which view is open."""
    shown = choice.widget("training_page.view")
    chosen = one_of.draw(training_views.VIEW, training_views.VIEWS, **shown, hides_label=True)
    return chosen or "curves"


def draw_live(run: Run, view: str, moving: bool) -> None:
    """Progress, numbers, the open view and the weights as they are at this step."""
    stop = run.setup.stop_steps
    goal = session.scenario().step if training_run.behind() else stop
    text = words.CATCHING_UP if training_run.behind() else words.PROGRESS
    st.progress(
        min(1.0, run.step / goal) if goal else 0.0, say(text, step=run.step, stop=goal or "∞")
    )
    _draw_stop(run)
    _draw_numbers(run)
    if view in LIVE:
        LIVE[view](run, moving)
    if view == "curves":
        precision = session.scenario().precision
        weight_tiles.draw(run.setup.architecture, run.weights, precision, keys.TRAINED_WEIGHTS)
    address.write(session.link(), keys.TRAINING_ADDRESS)


def draw_beside(run: Run, view: str, go: Callable[[], None]) -> None:
    """What belongs to the open view and stands still: its options, or the view itself."""
    match view:
        case "curves":
            curves.draw_options(run)
        case "weights":
            weights.draw_options(run)
        case "gallery":
            gallery.draw_options()
        case "travel":
            any_step.draw(run, go)
        case "landscape":
            landscape.draw(run)


def _draw_numbers(run: Run) -> None:
    digits, history = session.scenario().precision, run.history
    with st.container(horizontal=True):
        st.metric(say(words.TRAIN_LOSS), _number(float(history.train_loss[-1]), digits))
        st.metric(say(words.TEST_LOSS), _number(float(history.test_loss[-1]), digits))
        st.metric(say(words.TRAIN_ACCURACY), _percent(float(history.train_accuracy[-1])))
        st.metric(say(words.TEST_ACCURACY), _percent(float(history.test_accuracy[-1])))


def _number(value: float, digits: int) -> str:
    return "–" if np.isnan(value) else computed_number(value, 3 if digits == 3 else 6)


def _percent(share: float) -> str:
    return "–" if np.isnan(share) else f"{100 * share:.1f}%"


def _draw_stop(run: Run) -> None:
    if run.stopped is None:
        return
    match run.stopped.reason:
        case "diverged":
            st.error(say(words.DIVERGED, step=run.step), icon=":material/warning:")
        case "steps":
            st.success(say(words.DONE, stop=run.step), icon=":material/check:")
        case "loss":
            st.success(say(words.LOSS_REACHED, step=run.step), icon=":material/check:")
        case _:
            st.info(say(words.FLAT, step=run.step), icon=":material/stop:")


PAGE = Page(
    "training",
    words.IN_MENU,
    ":material/model_training:",
    "experiment",
    on_the_way=words.ON_THE_WAY,
    uses_numbers=False,
)
