"""The least that Streamlit can do, served as the app is: one slider, one number."""

import streamlit as st

from lib.ui.server import MIDDLEWARE, lifespan

app = st.App(__file__, middleware=MIDDLEWARE, lifespan=lifespan)

if __name__ == "__main__":
    x = st.slider("x", 0, 1000, 500)
    st.markdown(f"{2 * x}")
