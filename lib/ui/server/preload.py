"""The scripts and fonts that every page needs, named to the browser with its first answer.

Streamlit's page asks for a widget's script only when the first run brings the widget, then for what
that script imports, then for formulas and their fonts: one wait after the other, each while
the processor has nothing else to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.ui.bridge import scripts

STATIC = Path(streamlit.__file__).with_name("static")
WIDGETS = ("BidiComponent", "ButtonGroup", "Selectbox", "NumberInput", "Html", "PageLink")
"""Of the sidebar, which is on every page."""
_OURS = re.compile(r"-(katex|panel|address|document|sheet|diagram)-")
"""Of the sidebar, and of the first page."""
FONTS = ("MaterialSymbols-Rounded", "KaTeX_Math-Italic", "KaTeX_Main-Regular")
_IMPORTED = re.compile(r"""(?:from|import)\s*"\./([\w.-]+\.js)\"""")


@cache
def link_header() -> str:
    """``Link``: what to ask for at once, without what the index page names itself."""
    ours = [path for path in scripts.SERVED if _OURS.search(path)]
    named = [*(f"{scripts.FOLDER}{name}" for name in _scripts()), *ours]
    fonts = [f"static/media/{_found('media', name, 'woff2').name}" for name in FONTS]
    return ", ".join(
        [f"<./{path}>; rel=modulepreload" for path in named]
        + [f"<./{path}>; rel=preload; as=font; crossorigin" for path in fonts]
    )


def _scripts() -> Iterator[str]:
    """The widgets' scripts and everything that they import."""
    index = (STATIC / "index.html").read_text("utf-8")
    open_, seen = [_found("js", name, "js").name for name in WIDGETS], set()
    while open_:
        name = open_.pop()
        if name in seen or name in index:
            continue
        seen.add(name)
        yield name
        open_ += _IMPORTED.findall((STATIC / "static" / "js" / name).read_text("utf-8"))


def _found(folder: str, name: str, ending: str) -> Path:
    (path,) = (STATIC / "static" / folder).glob(f"{name}.*{ending}")
    return path


class Preload:
    """Adds the header to every page of HTML."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_header(message: Message) -> None:
            if message["type"] == "http.response.start" and Headers(raw=message["headers"]).get(
                "content-type", ""
            ).startswith("text/html"):
                MutableHeaders(scope=message)["link"] = link_header()
            await send(message)

        await self.app(scope, receive, with_header)
