"""Compare: up to 128 runs trained as one computation, and any two of them side by side."""

from contextlib import nullcontext

import streamlit as st

from lib.derivation import plain_number
from lib.text import compare as words
from lib.text import training
from lib.ui.compare import choices, pair, table, view
from lib.ui.follow import address
from lib.ui.frame.pages import go_to, require_frame, ways_on
from lib.ui.server.pacing import PACE
from lib.ui.state import compare_run, keys, session
from lib.ui.state.session import say

FRAME_SECONDS = 0.1

require_frame()
st.header(say(words.TITLE))
if not view.draw_intro():
    ways_on("compare")
    st.stop()
if session.images_missing():
    st.info(say(training.IMAGES_MISSING), icon=":material/hide_image:")
compare_run.make_again()
choices.draw_choices()
choices.draw_buttons()
runs, running = compare_run.current(), compare_run.running()


def live() -> None:
    """One frame: some steps of all runs, then the picture; the whole page when they are done."""
    with PACE.frame(session.identity(), FRAME_SECONDS) if running else nullcontext():
        if running:
            compare_run.advance()
        if runs is not None:
            view.draw_live(runs)
        if running:
            address.write(session.link(), keys.COMPARE_ADDRESS)
    if running and not compare_run.running():
        st.rerun()


# at rest it is no fragment: a pick in the map changes the pair below as well
(st.fragment(run_every=FRAME_SECONDS)(live) if running else live)()
if runs is None:
    st.caption(say(words.BEFORE_FIRST))
elif not running and runs.step:
    spent = compare_run.spent()
    each = 1e6 * spent / (len(runs.setups) * runs.step)
    st.caption(
        say(
            words.SPENT,
            runs=len(runs.setups),
            steps=runs.step,
            seconds=plain_number(spent, 3),
            micro=plain_number(each, 3),
        )
    )
    pair.draw(runs, lambda: go_to("training"))
    table.draw(runs)
ways_on("compare")
