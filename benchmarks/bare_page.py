"""The least that Streamlit can do, served as the app is: one slider, one number."""

import streamlit as st

from lib.ui.serving import MIDDLEWARE, prompt_sockets

app = st.App(__file__, middleware=MIDDLEWARE, lifespan=prompt_sockets)

if __name__ == "__main__":
    x = st.slider("x", 0, 1000, 500)
    st.markdown(f"{2 * x}")
