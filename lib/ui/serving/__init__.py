"""What the web server does for every visitor beside Streamlit's own.

``streamlit run app.py`` serves the object named ``app`` when app.py has this line, and so does any
other ASGI server (``uvicorn app:app``)::

    app = st.App(__file__, middleware=MIDDLEWARE, lifespan=prompt_sockets)

The script itself is the same file: it runs as ``__main__``, the server imports it as ``app``.
"""

from starlette.middleware import Middleware

from lib.ui.serving.assets import KeptAssets
from lib.ui.serving.headers import SecurityHeaders
from lib.ui.serving.katex import KatexFile
from lib.ui.serving.numbers import LiveNumbers
from lib.ui.serving.sockets import prompt_sockets

MIDDLEWARE = [
    Middleware(SecurityHeaders),
    Middleware(LiveNumbers),
    Middleware(KeptAssets),
    Middleware(KatexFile),
]

__all__ = [
    "MIDDLEWARE",
    "KatexFile",
    "KeptAssets",
    "LiveNumbers",
    "SecurityHeaders",
    "prompt_sockets",
]
