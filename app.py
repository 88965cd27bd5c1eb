"""Backprop by Hand: ``streamlit run app.py``. The frame only; each lesson is a file in pages/."""

import streamlit as st

from lib.ui.frame import open_frame
from lib.ui.serving import MIDDLEWARE, prompt_sockets

# Imported by the server for what it does around every page; run as a script for every visitor.
app = st.App(__file__, middleware=MIDDLEWARE, lifespan=prompt_sockets)

if __name__ == "__main__":
    open_frame().run()
