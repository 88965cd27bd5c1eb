"""Where Python meets the browser; all that is used of Streamlit's insides stands here."""
