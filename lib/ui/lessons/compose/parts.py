"""A row for each part of the network: what is chosen, and the sizes that follow from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from lib.network.fits import RANGES, is_signal
from lib.text import Text
from lib.text import compose as words
from lib.ui.components import formula, one_of
from lib.ui.lessons.compose import draft, fault, sizes
from lib.ui.state import choice, keys
from lib.ui.state.session import say

Chosen = Mapping[str, Any]
_SIZE = 132
"""Width of a field for a size, in pixels."""


def draw() -> None:
    """All rows, from the image to the loss."""
    chosen = draft.fields()
    for name, part in _PARTS.items():
        with st.container(border=True, key=keys.composed_row(name)):
            title, fields, told = st.columns([2, 6, 5], vertical_alignment="center", gap="small")
            title.markdown(f"**{say(words.ROWS[name])}**")
            if lines := part(fields, chosen):
                told.markdown("\n\n".join(lines))
            if draft.last_changed() in _FIELDS[name]:
                fault.draw()


def _image(at: Any, chosen: Chosen) -> list[str]:
    _sizes(at, chosen, *_FIELDS["image"])
    pixels = sizes.product(chosen["channels"], chosen["rows"], chosen["columns"])
    lines = [_line(words.PIXELS, pixels)]
    return [*lines, say(words.SIGNAL)] if is_signal(chosen) else lines


def _convolution(at: Any, chosen: Chosen) -> list[str]:
    *names, flag = _FIELDS["convolution"]
    _sizes(at, chosen, *names, flag=flag)
    lines = [
        _line(words.MAP_ROWS, sizes.map_rows(chosen)),
        _line(words.MAP_COLUMNS, sizes.map_columns(chosen)),
        _line(words.WEIGHTS, sizes.kernel_weights(chosen)),
    ]
    if chosen["kernel_bias"]:
        lines.append(_line(words.BIASES, str(chosen["kernels"])))
    return lines


def _activation(at: Any, chosen: Chosen) -> list[str]:
    _one(at, chosen, "activation", words.ACTIVATIONS)
    return [say(words.AT_ZERO)] if "relu" in chosen["activation"] else []


def _pool(at: Any, chosen: Chosen) -> list[str]:
    _one(at, chosen, "pool", words.POOLS)
    if chosen["pool"] == "none":
        return []
    _one(at, chosen, "pool_side", {2: "2×2", 3: "3×3"})
    rows, columns = sizes.pooled(chosen)
    lines = [_line(words.POOLED_ROWS, rows), _line(words.POOLED_COLUMNS, columns)]
    return [*lines, say(words.FIRST_LARGEST)] if chosen["pool"] == "max" else lines


def _head(at: Any, chosen: Chosen) -> list[str]:
    _one(at, chosen, "head", words.HEADS)
    return []


def _dense(at: Any, chosen: Chosen) -> list[str]:
    if chosen["head"] == "given":
        return [say(words.NO_DENSE)]
    _sizes(at, chosen, "outputs", flag="dense_bias")
    lines = [_line(words.WEIGHTS, sizes.dense_weights(chosen))]
    if chosen["dense_bias"]:
        lines.append(_line(words.BIASES, str(chosen["outputs"])))
    return lines


_PARTS: dict[str, Callable[[Any, Chosen], list[str]]] = {
    "image": _image,
    "convolution": _convolution,
    "activation": _activation,
    "pool": _pool,
    "head": _head,
    "dense": _dense,
}
_FIELDS = {
    "image": ("channels", "rows", "columns"),
    "convolution": (
        *("kernels", "kernel_rows", "kernel_columns", "stride", "padding"),
        "kernel_bias",
    ),
    "activation": ("activation",),
    "pool": ("pool", "pool_side"),
    "head": ("head",),
    "dense": ("outputs", "dense_bias"),
}
"""Which fields stand in which row."""


def _line(what: Text, latex: str) -> str:
    return f"{say(what)} {formula.inline(latex)}"


def _sizes(at: Any, chosen: Chosen, *names: str, flag: str = "") -> None:
    """Fields for whole numbers, and a switch for a bias."""
    with at, st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        for name in names:
            least, most = RANGES[name]
            st.number_input(
                say(words.FIELDS[name]), least, most, step=1, width=_SIZE, **_widget(name, chosen)
            )
        if flag:
            st.toggle(say(words.FIELDS[flag]), **_widget(flag, chosen))


def _one(at: Any, chosen: Chosen, name: str, names: Mapping[Any, Text | str]) -> None:
    with at:
        one_of.draw(words.FIELDS[name], names, **_widget(name, chosen), hides_label=True)


def _widget(name: str, chosen: Chosen) -> dict[str, Any]:
    """Each field may be set by another too: by an example, by Undo, by the way back."""
    key = choice.hold(keys.composed(name), chosen[name])
    return {"key": key, "on_change": draft.take, "args": (name, key)}
