"""Whether the network of the sliders can be trained, and why not."""

from __future__ import annotations

import streamlit as st

from lib.text import training as words
from lib.ui.state import training_run
from lib.ui.state.session import say


def told() -> bool:
    """True where it can be; else a sentence is drawn in place of the page."""
    if training_run.can_be():
        return True
    st.info(say(words.NOT_TRAINED), icon=":material/info:")
    return False
