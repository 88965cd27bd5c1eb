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

from lib.ui.bridge import scripts
from lib.ui.follow.answer import LiveNumbers
from lib.ui.frame.pages import PARTS
from lib.ui.server.departed import departed_forgotten
from lib.ui.server.headers import SecurityHeaders
from lib.ui.server.own_scripts import OwnScripts
from lib.ui.server.preload import Preload
from lib.ui.server.sessions import one_lock_a_session
from lib.ui.server.sockets import prompt_sockets
from lib.ui.server.static_cache import KeptAssets

MIDDLEWARE = [
    Middleware(SecurityHeaders),
    Middleware(Preload),
    Middleware(LiveNumbers, PARTS),
    Middleware(KeptAssets),
    Middleware(OwnScripts),
]


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[None]:
    """What the server does from its start to its end."""
    scripts.begun.set()
    async with prompt_sockets(app), departed_forgotten(app):
        with one_lock_a_session():
            yield


__all__ = [
    "MIDDLEWARE",
    "KeptAssets",
    "LiveNumbers",
    "OwnScripts",
    "SecurityHeaders",
    "lifespan",
]
