"""Backprop by Hand: ``streamlit run app.py``. The frame only; each lesson is a file in pages/."""

import os

# Our matrices are tiny: a second BLAS thread costs more than it brings, and takes another learner's
# core. The library reads this once, when NumPy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import streamlit as st

from lib.ui.frame.pages import open_frame
from lib.ui.server import MIDDLEWARE, lifespan

# Imported by the server for what it does around every page; run as a script for every visitor.
app = st.App(__file__, middleware=MIDDLEWARE, lifespan=lifespan)

if __name__ == "__main__":
    open_frame().run()
