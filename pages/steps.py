"""Step by step: forward, loss, backward, update, one operation at a time."""

import streamlit as st

from lib.text import steps as words
from lib.ui.follow import address
from lib.ui.frame.pages import require_frame, ways_on
from lib.ui.lessons import steps
from lib.ui.lessons.practise import predict
from lib.ui.state import keys, session
from lib.ui.state.session import say

OPERATION_SECONDS = 0.8

require_frame()
st.header(say(words.TITLE))
st.markdown(say(words.INTRO))
state = session.scenario().state()
updated = steps.complete(steps.current(state))


@st.fragment(run_every=OPERATION_SECONDS if steps.playing() else None)
def live() -> None:
    """One operation of the walk.

    The whole page once more when it comes to rest, or comes to the update below or leaves it.
    """
    scenario = session.scenario()
    of = steps.current(state)
    was_playing = steps.playing()
    if was_playing:
        steps.play_on(of)
    steps.draw_buttons(of)
    steps.draw_picture(of, state, scenario.precision)
    with st.container(key=keys.STEPS_OPERATION):
        steps.draw_operation(of, scenario.precision)
    predict.of_operation(of, steps.done(of), steps.playing())
    address.write(session.link(), keys.STEPS_ADDRESS)
    if (was_playing and not steps.playing()) or steps.complete(of) != updated:
        st.rerun()


live()
steps.draw_update(steps.current(state), state, session.scenario().precision)
ways_on("steps")
