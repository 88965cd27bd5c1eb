"""Every key of the session's state stands in keys.py, once."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.ui.components.sheet import COMPONENT
from lib.ui.follow.page import Page
from lib.ui.follow.part import Part
from lib.ui.frame.pages import PAGES, table_of
from lib.ui.state import keys

ROOT = Path(__file__).parents[3]
FILES = [
    path
    for room in ("lib/ui", "pages")
    for path in (ROOT / room).rglob("*.py")
    if path.name != "keys.py"
]
DRAWN = ("draw", "write", "mount", "part", "draw_sliders")
"""Functions of ours that take a key; the parts of pages have theirs in their lessons."""


def literal(node: ast.AST) -> bool:
    """Whether a string is written here."""
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def keys_written(code: str) -> Iterator[str]:
    """The lines that name a key by a string of their own."""
    for node in ast.walk(ast.parse(code)):
        found: list[ast.AST] = []
        match node:
            case ast.Subscript(ast.Name("state") | ast.Attribute(attr="session_state"), place):
                found = [place]
            case ast.Call(ast.Attribute(holder, "get" | "pop" | "setdefault"), [place, *_]):
                if isinstance(holder, ast.Attribute) and holder.attr == "session_state":
                    found = [place]
            case ast.Call(ast.Attribute(ast.Name(module), name), placed, named):
                if module == "st" or name in DRAWN:
                    found = [keyword.value for keyword in named if keyword.arg == "key"]
                if name in DRAWN and name != "part" and module != "download":
                    found += placed[-2:]
        if any(map(literal, found)):
            yield ast.unparse(node)


def test_no_key_is_written_elsewhere() -> None:
    written = {
        f"{path.relative_to(ROOT)}: {line}"
        for path in FILES
        for line in keys_written(path.read_text("utf-8"))
    }
    assert not written


@pytest.mark.parametrize(
    "code",
    [
        'st.button(say(words.PLAY), key="play")',
        'st.session_state["run"]',
        'state["run"] = 1',
        'st.session_state.get("run", 0)',
        'st.session_state.setdefault(f"run-{n}", 0)',
        'thumbnails.draw(tiles, "pictures")',
        'spec.draw(rows, chart, "curves", told)',
        'address.write(link, "address-2")',
    ],
)
def test_a_key_that_is_written_elsewhere_is_found(code: str) -> None:
    assert list(keys_written(code))


def test_every_key_has_its_own_string_and_its_own_words() -> None:
    lines = Path(keys.__file__).read_text("utf-8").splitlines()
    rows = [line for line in lines if ": Final = " in line]
    assert len(rows) == len(keys.ALL) == len(set(keys.ALL))
    assert all("  # " in row for row in rows)


@pytest.mark.parametrize("name", ["network", "sweep", "results", keys.SCENARIO, "again"])
def test_a_name_is_taken_once_only(name: str) -> None:
    part = Part(name, COMPONENT, lambda _: {})
    network = PAGES["network"]
    new = Page(
        "new", network.title, network.icon, parts=(part, part) if name == "again" else (part,)
    )
    with pytest.raises(ValueError, match=name):
        table_of(*PAGES.values(), new)
