"""Registers a component from the files beside its Python, and gives every component our colours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.bidi_component import ComponentResult
from streamlit.components.v2.types import ComponentRenderer

# Blue for positive, orange for negative: apart for every common form of colour blindness. The sign
# is always written as well.
_COLOURS = "{where} {{ --positive: #2f6fd0; --negative: #d9661f; }}\n"
_SHARED = "".join(
    Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("bus.js", "type.js")
)


class Component:
    """A component that can be mounted; its JavaScript gets ``data`` as the only entry of a list.

    Streamlit looks whether each value of a dict is a data frame, which takes longer than all the
    rest of the mounting; it does not look into a list.
    """

    def __init__(self, renderer: ComponentRenderer) -> None:
        self._renderer = renderer

    def __call__(self, *, key: str, data: dict[str, Any], **on_change: Any) -> ComponentResult:
        """Mount it; ``on_NAME_change`` is called when the browser sets or triggers ``NAME``."""
        return self._renderer(key=key, data=[data], **on_change)


def register(
    folder: Path,
    attributes: str = "",
    isolated: bool = True,
    tag: str = "div",
    before: tuple[str, ...] = (),
) -> Component:
    """The component made of ``{name}.js`` and ``{name}.css`` in the folder of that name.

    Its root is a ``tag`` of the class ``name`` with these HTML attributes. One that is not
    ``isolated`` shares the page's styles, those of its formulas above all. ``before`` names other
    files of the folder whose lines the JavaScript begins with.
    """
    name = folder.name
    colours = _COLOURS.format(where=":host" if isolated else f".{name}")
    renderer = st.components.v2.component(
        f"backprop_{name}",
        html=f'<{tag} class="{name}" {attributes}></{tag}>',
        css=colours + _text(folder / f"{name}.css"),
        js=_SHARED + "".join(_text(folder / one) for one in (*before, f"{name}.js")),
        isolate_styles=isolated,
    )
    return Component(renderer)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
