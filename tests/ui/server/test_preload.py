"""What the first answer tells the browser to ask for is there, and is what the page asks for."""

from __future__ import annotations

import re

from starlette.responses import HTMLResponse, JSONResponse

from lib.ui.bridge import katex, scripts
from lib.ui.frame.pages import PAGES
from lib.ui.server.preload import FONTS, STATIC, WIDGETS, Preload, link_header
from tests.ui.server.asgi import ask


def named() -> list[str]:
    return re.findall(r"<\./([^>]+)>", link_header())


def test_each_file_is_streamlits_or_ours() -> None:
    files = named()
    assert files.count(katex.PATH) == 1
    assert PAGES  # whose components' scripts are served
    ours = [file for file in files if file in scripts.SERVED]
    assert len(ours) == 6
    assert all((STATIC / file).is_file() for file in files if file not in ours)
    for name in (*WIDGETS, *FONTS):
        assert any(f"/{name}." in file for file in files)


def test_nothing_is_named_that_the_index_page_names() -> None:
    index = (STATIC / "index.html").read_text("utf-8")
    assert not [file for file in named() if f'="./{file}"' in index]


def test_a_server_in_between_has_room_for_the_header() -> None:
    """nginx allows 4,096 bytes of headers where nobody told it more."""
    assert len(link_header()) < 3000


def test_only_a_page_has_the_header() -> None:
    page = HTMLResponse("<p>a page</p>")
    assert ask(Preload(page), "/").headers["link"] == link_header()
    assert "link" not in ask(Preload(JSONResponse({})), "/_stcore/host-config").headers
