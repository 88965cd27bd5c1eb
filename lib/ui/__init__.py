"""The screen: the only room that imports streamlit. Pages put these parts together."""
