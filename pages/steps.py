"""Step by step: forward, loss, backward, update, one operation at a time."""

import streamlit as st

from lib.text import steps as words
from lib.ui import session, walk
from lib.ui.components import address
from lib.ui.frame import require_frame, ways_on
from lib.ui.session import say

OPERATION_SECONDS = 0.8

require_frame()
st.header(say(words.TITLE))
st.markdown(say(words.INTRO))
state = session.scenario().state()
updated = walk.complete(walk.current(state))


@st.fragment(run_every=OPERATION_SECONDS if walk.playing() else None)
def live() -> None:
    """One operation of the walk.

    The whole page once more when it comes to rest, or comes to the update below or leaves it.
    """
    scenario = session.scenario()
    of = walk.current(state)
    was_playing = walk.playing()
    if was_playing:
        walk.play_on(of)
    walk.draw_buttons(of)
    walk.draw_picture(of, state, scenario.precision)
    walk.draw_operation(of, scenario.precision)
    address.write(session.link(), "address-walk")
    if (was_playing and not walk.playing()) or walk.complete(of) != updated:
        st.rerun()


live()
walk.draw_update(walk.current(state), state, session.scenario().precision)
ways_on("steps")
