"""Scripts of our own are served; our KaTeX is the one whose styles Streamlit serves."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import streamlit
from starlette.applications import Starlette

from lib.ui.bridge import scripts
from lib.ui.bridge.component import Component
from lib.ui.bridge.katex import FILE, PATH, VERSION
from lib.ui.server import KeptAssets, OwnScripts
from tests.ui.server.asgi import ask


def test_it_is_the_version_of_the_styles() -> None:
    styles = (Path(streamlit.__file__).parent / "static/static/css").glob("*.css")
    told = [re.findall(r'katex-version:after\{content:"([\d.]+)"\}', s.read_text()) for s in styles]
    assert [version for found in told for version in found] == [VERSION]
    assert f'version:"{VERSION}"' in FILE.read_text("utf-8")


def test_it_is_served_once_and_for_all_under_any_path() -> None:
    app = KeptAssets(OwnScripts(Starlette()))
    for path in (f"/{PATH}", f"/some/where/{PATH}"):
        answer = ask(app, path, accept_encoding="gzip")
        assert answer.status == 200
        assert gzip.decompress(answer.body) == FILE.read_bytes()
        assert answer.headers["content-type"].startswith("application/javascript")
        assert "immutable" in answer.headers["cache-control"]
    for path in ("/static/js/backprop-katex-0.js", f"/{PATH.rpartition('/')[2]}", "/static/js/"):
        assert ask(app, path).status == 404


def test_code_goes_with_the_run_unless_our_server_has_begun(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scripts, "begun", Event())
    told: list[str] = []

    def renderer(kind: str) -> Any:
        return lambda **_: told.append(kind)

    component = Component(renderer("whole"), renderer("short"))
    component(key="one", data={})
    scripts.begun.set()
    component(key="one", data={})
    assert told == ["whole", "short"]


def test_its_licence_is_beside_it() -> None:
    assert "MIT" in FILE.with_name("LICENSE").read_text("utf-8")
