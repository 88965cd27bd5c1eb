"""What the web server does for every visitor beside Streamlit's own.

``streamlit run app.py`` serves the object named ``app`` when app.py has this line, and so does any
other ASGI server (``uvicorn app:app``)::

    app = st.App(__file__, middleware=MIDDLEWARE, lifespan=lifespan)

The script itself is the same file: it runs as ``__main__``, the server imports it as ``app``.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.middleware import Middleware

from lib.ui.serving.assets import KeptAssets
from lib.ui.serving.departed import departed_forgotten
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


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[None]:
    """What the server does from its start to its end."""
    async with prompt_sockets(app), departed_forgotten(app):
        yield


__all__ = [
    "MIDDLEWARE",
    "KatexFile",
    "KeptAssets",
    "LiveNumbers",
    "SecurityHeaders",
    "lifespan",
]
