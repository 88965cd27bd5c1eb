"""Registers a component from the files beside its Python, and gives every component our colours."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.bidi_component import ComponentResult
from streamlit.components.v2.types import ComponentRenderer

from lib.ui.bridge import scripts

# Blue for positive, orange for negative: apart for every common form of colour blindness. The sign
# is always written as well.
_COLOURS = """
.{name} {{ --positive: #2f6fd0; --negative: #d9661f; }}
/* the colours of the learner, as in high contrast: the theme does not know of them */
@media (forced-colors: active) {{
  .{name} {{
    --positive: LinkText; --negative: CanvasText; --st-primary-color: Highlight;
    --st-text-color: CanvasText; --st-background-color: Canvas; --st-border-color: ButtonBorder;
  }}
}}
"""
_SHARED = ("dom.js", "bus.js", "type.js")


class Component:
    """A component that can be mounted; its JavaScript gets ``data`` as the only entry of a list.

    Streamlit looks whether each value of a dict is a data frame, which takes longer than all the
    rest of the mounting; it does not look into a list.
    """

    def __init__(self, whole: ComponentRenderer, short: ComponentRenderer) -> None:
        self._whole, self._short = whole, short

    def __call__(self, *, key: str, data: dict[str, Any], **on_change: Any) -> ComponentResult:
        """Mount it; ``on_NAME_change`` is called when the browser sets or triggers ``NAME``."""
        renderer = self._short if scripts.begun.is_set() else self._whole
        return renderer(key=key, data=[data], **on_change)


def picked(state: Any) -> str:
    """The key that was just picked in the component of that session state, or ''.

    Trusts nothing in ``state``.
    """
    found = state.get("picked") if hasattr(state, "get") else None
    return found if isinstance(found, str) else ""


def nothing() -> None:
    """What a component calls where a pick has no effect: Streamlit wants a function."""


def register(
    folder: Path,
    attributes: str = "",
    isolated: bool = True,
    tag: str = "div",
    pasted: Sequence[str] = (),
) -> Component:
    """The component made of the scripts and the ``{name}.css`` in the folder of that name.

    Its root is a ``tag`` of the class ``name`` with these HTML attributes. One that is not
    ``isolated`` shares the page's styles, those of its formulas above all. Its JavaScript has no
    imports: the files of this folder that all components need stand in front of it, and those
    which are ``pasted`` for it alone; of its own scripts ``{name}.js`` is the last. Styles that are
    ``pasted`` stand in front of its own.
    """
    name = folder.name
    files = [Path(__file__).with_name(file) for file in (*_SHARED, *pasted)]
    files += sorted(folder.glob("*.js"), key=lambda file: (file.stem == name, file.stem))
    files += [folder / f"{name}.css"]

    def joined(kind: str) -> str:
        return "".join(file.read_text(encoding="utf-8") for file in files if file.suffix == kind)

    styles, code = _COLOURS.format(name=name) + joined(".css"), joined(".js")

    def renderer(kind: str, js: str) -> ComponentRenderer:
        return st.components.v2.component(
            f"backprop_{name}{kind}",
            html=f'<{tag} class="{name}" {attributes}></{tag}>',
            css=styles,
            js=js,
            isolate_styles=isolated,
        )

    served = scripts.importing(scripts.serve(name, code.encode()))
    return Component(renderer("", code), renderer("_served", served))
