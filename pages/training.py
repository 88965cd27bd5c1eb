"""Training: the same network learns, live; every view of it, and any step again."""

from contextlib import nullcontext

import streamlit as st

from lib.text import training as words
from lib.training.digits import SIDE
from lib.ui.frame.pages import go_to, require_frame, ways_on
from lib.ui.server.pacing import PACE
from lib.ui.state import session, training_run
from lib.ui.state.session import say
from lib.ui.training import controls, send
from lib.ui.training.views import (
    draw_beside,
    draw_buttons,
    draw_intro,
    draw_live,
    draw_view_choice,
)

FRAME_SECONDS = 0.1

require_frame()
st.header(say(words.TITLE))
if not draw_intro():
    ways_on("training")
    st.stop()
if session.images_missing():
    st.info(say(words.IMAGES_MISSING), icon=":material/hide_image:")
picture, choices = st.columns([12, 5], gap="medium")  # on a phone the first stands above
with choices:
    controls.draw()
run = training_run.current()
moving = training_run.playing() or training_run.behind()
chosen = send.chosen()


@st.fragment(run_every=FRAME_SECONDS if moving else None)
def live(view: str) -> None:
    """One frame: some steps, then the picture.

    The whole page again when the run comes to rest, or another image than the one below is chosen.
    """
    with PACE.frame(session.identity(), FRAME_SECONDS) if moving else nullcontext():
        if moving:
            pace = session.scenario().training_page.steps_per_frame
            training_run.advance(pace if training_run.playing() else 0)
        draw_live(training_run.current(), view, moving)
        at_rest = not training_run.behind() and (
            not training_run.playing() or training_run.current().stopped is not None
        )
    if moving and at_rest:
        training_run.pause()
        st.rerun()
    if send.chosen() != chosen:
        st.rerun()


with picture:
    draw_buttons()
    view = draw_view_choice()
    live(view)
    draw_beside(run, view, lambda: go_to("backward"))
train, test = len(run.dataset.train_images), len(run.dataset.test_images)
st.caption(say(words.COUNTS, train=train, test=test))
if not moving:
    send.draw(run, lambda: go_to("backward"))
if session.scenario().training.data == "digits":
    net = run.setup.architecture
    source = words.SOURCE_AS_IT_IS if (net.rows, net.columns) == (SIDE, SIDE) else words.SOURCE
    st.caption(say(source, rows=net.rows, columns=net.columns))
ways_on("training")
