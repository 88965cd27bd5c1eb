"""Training: the same network learns two handwritten digits, live."""

import streamlit as st

from lib.text import training as words
from lib.ui import training_run
from lib.ui.frame import go_to, require_frame, ways_on
from lib.ui.session import say
from lib.ui.training import PER_FRAME, draw_buttons, draw_controls, draw_live, draw_send

FRAME_SECONDS = 0.1

require_frame()
st.header(say(words.TITLE))
st.markdown(say(words.INTRO))
left, right = st.columns([3, 8], gap="large")
with left:
    draw_controls()
run = training_run.current()
moving = training_run.playing() or training_run.behind()


@st.fragment(run_every=FRAME_SECONDS if moving else None)
def live() -> None:
    """One frame: some steps, then the picture; the whole page again when the run comes to rest."""
    if moving:
        training_run.advance(st.session_state[PER_FRAME] if training_run.playing() else 0)
    draw_live(training_run.current())
    at_rest = not training_run.behind() and (
        not training_run.playing() or training_run.current().stopped is not None
    )
    if moving and at_rest:
        training_run.pause()
        st.rerun()


with right:
    draw_buttons()
    live()
train, test = len(run.dataset.train_images), len(run.dataset.test_images)
st.caption(say(words.COUNTS, train=train, test=test))
if not moving:
    draw_send(run, lambda: go_to("backward"))
st.caption(say(words.SOURCE))
ways_on("training")
