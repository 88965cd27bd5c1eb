"""Scripts of our own, which the server serves beside Streamlit's: KaTeX and each component's code.

Streamlit sends a component's code with every run of a page, a third of a megabyte on Backward. A
component whose code is served sends a line that imports it instead: the browser loads it once, and
may be told of it before the first run. Where Streamlit runs without our server around it, the code
goes with the run as ever.
"""

from __future__ import annotations

import hashlib
from threading import Event

FOLDER = "static/js/"
SERVED: dict[str, bytes] = {}
"""The scripts by their addresses from the root of the server; each has its version in its name."""
_IMPORT = """
const known = document.querySelector('script[src*="static/js/"]').src;
const { default: draw } = await import(known.replace(/static\\/js\\/.*$/, "%s"));
export default draw;
"""
begun = Event()
"""Set when the server that answers for these addresses has begun."""


def serve(name: str, code: bytes) -> str:
    """Have a script served from now on; return its address from the root of the server."""
    version = hashlib.sha256(code).hexdigest()[:10]
    path = f"{FOLDER}backprop-{name}-{version}.js"
    SERVED[path] = code
    return path


def importing(path: str) -> str:
    """A module that is what stands at that address."""
    return _IMPORT % path


def asked(path: str) -> bytes | None:
    """The script that a request's path ends with, or None."""
    name = path.rpartition("/")[2]
    return SERVED.get(FOLDER + name) if path.endswith(f"/{FOLDER}{name}") else None
