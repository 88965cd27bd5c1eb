"""Backprop by Hand: ``streamlit run app.py``. The frame only; each lesson is a file in pages/."""

from lib.ui.frame import open_frame

open_frame().run()
