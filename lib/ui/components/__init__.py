"""Parts of the screen that Streamlit does not have, each a folder of Python, JavaScript and CSS.

Their JavaScript gets numbers and our own words only, and writes them with ``textContent``.
"""
